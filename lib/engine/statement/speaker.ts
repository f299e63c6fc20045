/** Somebody's own words in the third person: "I signed my name" → "[Ann Lee] signed [her] name". */
import { verbForms } from '../lexicon/forms.ts';
import { INVARIANT, MODALS, PAST_ONLY, PAST_OR_PARTICIPLE } from '../lexicon/verbs.ts';
import { tokensIn } from '../sentence/stretches.ts';
import type { EngineClaimant, NamedEntity, Span, Token } from '../types.ts';
import type { Edit } from './edits.ts';

type Gender = NamedEntity['gender'];

/** Auxiliaries behind "I", and what they are behind a name; "did", "was" and the modals stay. */
const THIRD: Readonly<Record<string, string>> = {
  am: 'is',
  "'m": 'is',
  have: 'has',
  "'ve": 'has',
  "'ll": 'will',
  "'d": 'would',
  do: 'does',
};

const OWN: Readonly<Record<string, readonly [male: string, female: string]>> = {
  i: ['he', 'she'],
  me: ['him', 'her'],
  my: ['his', 'her'],
  myself: ['himself', 'herself'],
};

export const isPast = (word: string): boolean =>
  PAST_ONLY.has(word) || (PAST_OR_PARTICIPLE.has(word) && !INVARIANT.has(word)) || word.endsWith('ed');

const thirdOf = (verb: string): string => verbForms(verb)[1]?.[0] ?? verb;

const PARTICIPLE =
  /[^e]ed$|^(?:been|gone|done|had|got|made|seen|put|left|met|heard|told|said|agreed|lost|won|taken|given|shown|known|written|spoken|broken|chosen|fallen|grown|thrown|drawn|driven|forgotten|risen|stolen|bought|brought|built|caught|found|held|kept|led|paid|sold|sent|spent|stood|thought)$/;

/** "'d | gone", "'d | also lost": whether a participle follows the "'d" at `at`, so that it is "had". */
export function isHad(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.tag === 'ADV' ? tokens[at + 2] : tokens[at + 1];
  return next !== undefined && PARTICIPLE.test(next.lower);
}

/** "I'm" at the head of a sentence may be one token. */
function parted(token: Token): readonly Token[] {
  if (!/^i'(?:m|ve|ll|d)$/.test(token.lower)) return [token];
  const cut = token.start + 1;
  const [pronoun, verb] = [token.text.slice(0, 1), token.text.slice(1)];
  return [
    { ...token, text: pronoun, lower: 'i', tag: 'PRON', end: cut },
    { ...token, text: verb, lower: verb.toLowerCase(), tag: 'AUX', start: cut },
  ];
}

/** What becomes of the verb behind an "I" at `at`: where the words of the name end, what follows the name, and the verb's own change where an adverb stands between. */
function verbBehind(tokens: readonly Token[], at: number): { end: number; words: string; verb: Edit | null } | null {
  const [pronoun, next, after] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (pronoun === undefined) return null;
  const bare = { end: pronoun.end, words: '', verb: null };
  if (next === undefined) return null;
  const third = THIRD[next.lower];
  if (third !== undefined && (next.tag === 'AUX' || next.lower.startsWith("'"))) {
    const has = next.lower === "'d" && isHad(tokens, at + 1) ? 'had' : third;
    const negated = after?.lower === "n't" || (after?.lower === 'not' && next.lower === 'do');
    return { end: negated ? after.end : next.end, words: ` ${has}${negated ? ' not' : ''}`, verb: null };
  }
  if (MODALS.has(next.lower) || next.tag === 'AUX') return bare;
  const verb = tokens.findIndex(({ tag }, i) => i > at && tag !== 'ADV');
  const found = tokens[verb];
  if (found === undefined || (found.tag !== 'VERB' && found.tag !== 'AUX') || verb > at + 3) return null;
  const own = THIRD[found.lower] ?? (found.tag === 'AUX' || isPast(found.lower) ? found.lower : thirdOf(found.lower));
  if (own === found.lower) return bare;
  if (verb === at + 1) return { end: found.end, words: ` ${own}`, verb: null };
  // "I still don't": one word, not two
  const negated = tokens[verb + 1]?.lower === "n't" ? tokens[verb + 1] : undefined;
  const words = negated === undefined ? own : `${own} not`;
  return { ...bare, verb: { start: found.start, end: negated?.end ?? found.end, words } };
}

/** Quotation marks inside: somebody else's "I" may stand there. */
const QUOTES_AGAIN = /(?:^|\s)['‘"“]|["”]/;

/**
 * "I", "me", "my" and the verbs behind them, in the words of the person who speaks: the name first, then "he" or "she" where that is known.
 * What cannot be told in the third person for sure stays as it was said.
 */
export function speakerEdits(
  text: string,
  all: readonly Token[],
  span: Span,
  { type, name }: EngineClaimant,
  gender: Gender,
): Edit[] {
  if (type !== 'person' || name === '') return [];
  const tokens = tokensIn(all, span).flatMap(parted);
  const isNested = QUOTES_AGAIN.test(text.slice(span.start, span.end));
  const edits: Edit[] = [];
  for (const [at, { lower, start, end }] of tokens.entries()) {
    const forms = OWN[lower];
    if (forms === undefined || (isNested && at > 0)) continue;
    const isFirst = edits.length === 0;
    if (!isFirst && gender === null && lower !== 'i') continue;
    const again = gender === null ? (name.split(' ').at(-1) ?? name) : forms[gender === 'male' ? 0 : 1];
    const who = isFirst && lower !== 'myself' ? name : again;
    if (lower !== 'i') {
      edits.push({ start, end, words: isFirst && lower === 'my' ? `${name}’s` : who });
      continue;
    }
    const changed = verbBehind(tokens, at);
    if (changed === null) {
      if (isFirst) edits.push({ start: end, end, words: name });
      continue;
    }
    edits.push({ start, end: changed.end, words: `${who}${changed.words}` });
    if (changed.verb !== null) edits.push(changed.verb);
  }
  return edits;
}
