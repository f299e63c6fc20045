/** Bare figures that are somebody's age. */
import { AGED } from '../lexicon/count-nouns.ts';
import { PERSON_NOUNS } from '../lexicon/titles.ts';
import type { Draft } from './figures.ts';
import type { Word } from './scan.ts';

const AGE_CUES: ReadonlySet<string> = new Set(['aged', 'age', 'ages', 'turned', 'turns']);
const AGE_DEEDS = /^(?:die[sd]?|dead|death|marr(?:y|ies|ied)|retire[sd]?|school|orphaned|widowed)$/;
const BEING: ReadonlySet<string> = new Set(['is', 'was', 'be', "'s"]);

/** "Anna Kovacs, 24, a teacher": behind a name of two words and a comma. */
function isNamed(words: readonly Word[], at: number): boolean {
  const [first, last, comma] = [words[at - 3], words[at - 2], words[at - 1]];
  const name = (word: Word | undefined): boolean => word?.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(word.text);
  return comma?.text === ',' && name(first) && name(last) && words[at]?.kind === 'number';
}

/** "Aged 35", "he will be 35": a bare figure that is an age. */
export function isAge(words: readonly Word[], { at, figure }: Draft): boolean {
  const { value } = figure.number;
  if (figure.unit.kind !== 'none' || !(value > 0 && value < 120)) return false;
  let i = at - 1;
  const before = words[i]?.lower ?? '';
  // "adults over 65", "those under 30"
  const bound = /^(?:over|under|above|below)$/.test(words[at]?.lower ?? '') && figure.at === at + 1;
  const whose = BEING.has(before) || before === 'were' || before === 'are' ? (words[i - 1]?.lower ?? '') : before;
  const people = AGED.has(whose) || (/s$/.test(whose) && PERSON_NOUNS.has(whose.slice(0, -1)));
  if (bound && people && Number.isInteger(value)) return true;
  // "whose average age was 74"
  if (whose === 'age' && whose !== before) return true;
  if (isNamed(words, at) && Number.isInteger(value) && words[figure.next]?.text === ',') return true;
  // "of the 90 pupils, 61 (68%) were under 12"
  const were = bound && (before === 'are' || before === 'were') && Number.isInteger(value) && value >= 2;
  if (
    were &&
    words
      .slice(0, at)
      .some(({ lower }) => PERSON_NOUNS.has(lower.replace(/s$/, '')) || lower === 'people' || lower === 'children')
  )
    return true;
  // "a third of those on the register are over 65"
  const are = bound && (before === 'are' || before === 'were') && Number.isInteger(value) && value >= 16 && value < 110;
  if (are && /^(?:[.,;]|and|or|but)$/.test(words[figure.next]?.lower ?? '.')) return true;
  if (BEING.has(before) && /^(?:oldest|youngest|eldest)$/.test(words[i - 2]?.lower ?? '')) return true;
  if (before === 'between' || before === 'from') i--;
  // "died at 91", "left school at 15"
  if (before === 'at' && Number.isInteger(value) && AGE_DEEDS.test(words[i - 1]?.lower ?? '')) return true;
  // "the youngest mayor in the city's history at 45"
  if (before === 'at' && words.slice(Math.max(0, i - 9), i).some(({ lower }) => /^(?:young|old)est$/.test(lower)))
    return true;
  if (AGE_CUES.has(words[i]?.lower ?? '')) return true;
  // "at the age of 82"
  if (words[i]?.lower === 'of' && words[i - 1]?.lower === 'age') return true;
  if (!BEING.has(words[i]?.lower ?? '')) return false;
  if (words[i]?.lower === 'be') i--;
  const who = words[i - 1]?.lower;
  const after = words[figure.next];
  const ends =
    after === undefined ||
    after.kind === 'mark' ||
    /^(?:and|when|by|at|in|but|so|before|after|because|then|until)$/.test(after.lower);
  return (
    ends &&
    (who === 'he' || who === 'she' || who === 'who' || words[i - 2]?.lower === 'he' || words[i - 2]?.lower === 'she')
  );
}
