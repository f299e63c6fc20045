/** Words that join a sentence to the one before, and say nothing on a card: "But", "Meanwhile,", ", however,", "also". */
import { verbGroups } from '../clauses/verbs.ts';
import { LONG_CONNECTIVES } from '../lexicon/clauses.ts';
import { holds, isWithout } from '../sentence/spans.ts';
import { tokensIn } from '../sentence/stretches.ts';
import type { Attribution, Span, Token } from '../types.ts';
import type { Edit } from './edits.ts';

const OPENING =
  /^["“]?(?:(?:and|but|yet|or)(?:,|(?! (?:far|even|also|then)\b))|(?:so|still|however|meanwhile|also|moreover|furthermore|nevertheless|nonetheless|besides|plus|indeed|too|instead|similarly|likewise|finally|lastly|thus|hence|therefore|additionally|conversely|in (?:addition|turn|fact|short|other words|contrast)|by contrast|on the other (?:hand|side)|at the same time|of course|for (?:example|instance)|after all|as a result|more than anything else|to be sure),)\s+/i;
const ASIDES: ReadonlySet<string> = new Set([
  'however',
  'meanwhile',
  'though',
  'too',
  'moreover',
  'nevertheless',
  'therefore',
]);
const LONG = LONG_CONNECTIVES.map((words) => words.split(' '));

/** What opens the stretch only to join it. */
function openingEdit(text: string, { start }: Span): Edit[] {
  const found = OPENING.exec(text.slice(start, start + 24))?.[0];
  if (found === undefined) return [];
  const mark = /^["“]/.test(found) ? 1 : 0;
  return [{ start: start + mark, end: start + found.length, words: '' }];
}

/** "As the storm passed": a clause that stands alone does not begin with what bound it to another. */
function bindingEdit(tokens: readonly Token[]): Edit[] {
  const [first, next] = tokens;
  const isBound =
    first?.lower === 'as' &&
    (first.tag === 'SCONJ' || verbGroups(tokens).some(({ finite }) => finite === 'yes')) &&
    next !== undefined &&
    next.tag !== 'ADP' &&
    !/^(?:if|president|chair|head|many|much|long|soon|part|well)$/.test(next.lower);
  return isBound && !tokens.some(({ text }) => text === ',')
    ? [{ start: first.start, end: next.start, words: '' }]
    : [];
}

/** How many tokens of an aside such as "however" or "on the other hand" stand at `at`; 0 where none does. */
function asideAt(tokens: readonly Token[], at: number): number {
  if (ASIDES.has(tokens[at]?.lower ?? '')) return 1;
  return LONG.find((words) => words.every((word, i) => tokens[at + i]?.lower === word))?.length ?? 0;
}

/** Whether an "also" adds nothing to what is said: not in "not also", "but also", "also known as". */
const isLoose = (before: Token | undefined, next: Token): boolean =>
  !/^(?:but|n't|not|or)$/.test(before?.lower ?? '') && !/^(?:known|called|,)$/.test(next.lower);

/** What of a stretch only joins it to what stands before it in the article, and falls out of its statement. */
export function joiningEdits(text: string, all: readonly Token[], span: Span): Edit[] {
  const tokens = tokensIn(all, span);
  const edits = isWithout(tokens, 0) ? [] : [...openingEdit(text, span), ...bindingEdit(tokens)];
  tokens.forEach((token, i) => {
    const before = tokens[i - 1];
    if (token.lower !== 'also' && before?.lower !== ',') return;
    const next = tokens[i + 1];
    if (next === undefined) return;
    const length = before?.lower === ',' ? asideAt(tokens, i) : 0;
    const closing = tokens[i + length];
    // "The fall, however, brought": with both its commas
    if (before !== undefined && length > 0 && closing?.lower === ',')
      edits.push({ start: before.start, end: closing.end, words: '' });
    if (token.lower === 'also' && isLoose(before, next)) edits.push({ start: token.start, end: next.start, words: '' });
  });
  return edits;
}

/** No aside that says who speaks has more words. */
const ASIDE_WORDS = 9;

/** "The rest, *he added*, would follow", "In some ways, *they said*, it is done": who speaks, which the card says beside the statement. */
export function saidAsideEdit(all: readonly Token[], span: Span, attribution: Attribution | null): Edit | null {
  const { cue, claimant } = attribution ?? {};
  if (cue == null || claimant === undefined || !holds(span, cue)) return null;
  const tokens = tokensIn(all, span);
  const named = { start: claimant.start ?? cue.start, end: claimant.end ?? cue.end };
  const isNear = Math.abs(named.start - cue.start) < LONGEST_NAME;
  const first = isNear ? Math.min(cue.start, named.start) : cue.start;
  const last = isNear ? Math.max(cue.end, named.end) : cue.end;
  const open = tokens.findLastIndex(({ text, end }) => text === ',' && end <= first);
  const close = tokens.findIndex(({ text, start }) => text === ',' && start >= last);
  const [from, to] = [tokens[open], tokens[close]];
  if (from === undefined || to === undefined || open < 1 || close - open > ASIDE_WORDS) return null;
  const opens = tokens[0];
  const isFronted = /^(?:ADP|ADV|SCONJ)$/.test(opens?.tag ?? '');
  return { start: isFronted ? from.end : from.start, end: to.end, words: '' };
}

const LONGEST_NAME = 60;
