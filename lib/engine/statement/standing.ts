/** Whether a statement tells by itself what it is about: what points to something it does not name cannot be read without the article. */
import { findClauses } from '../clauses/clauses.ts';
import { KNOWN_TO_ALL, TELLS_LITTLE } from '../lexicon/definite.ts';
import { GROUP_NOUNS, HONORIFICS, OFFICES, PERSON_NOUNS } from '../lexicon/titles.ts';
import type { ReadSentence } from '../sentence/sentence.ts';
import { holds } from '../sentence/spans.ts';
import { tokensIn } from '../sentence/stretches.ts';
import type { Span, Token } from '../types.ts';
import { standsBare } from './pointers.ts';

/** `alone`: to be read by itself. `loose`: about "the plan", of which it does not say which. `open`: about "it", "they", "this". */
export type Standing = 'alone' | 'loose' | 'open';

/** "It is unclear whether", "It took two years to": an "it" that points to nothing. */
const POINTS_TO_NOTHING =
  /^it(?:'s|’s| (?:is|was|has been|had been|would be|will be|may be|might be|could be|remains|became|becomes|seems|seemed|appears|appeared|emerged|turned))\b(?: [^ ,.;]+){0,2} (?:that|whether|how|who|when|if|why|what|where)\b|^it (?:took|takes|cost|costs)\b.{0,80}? to\b/i;
/** "It is hard to say": what is so is to do something. */
const IS_TO_DO =
  /^it(?:'s|’s| (?:is|was|has been|had been|would be|will be|may be|might be|could be|remains|became|becomes|seems|seemed|appears|appeared)) (?:not |also |still |now |too |very |so |more |un|im)?(?:clear|possible|likely|necessary|important|hard|harder|difficult|easy|easier|crucial|essential|vital|reasonable|fair|true|rare|common|usual|good|better|best|bad|wrong|right|time|early|late|legal|safe|sensible|wise|cheaper|impractical|illegal|unfair)\b/i;
/** "Most were white", "Another 100,000 have been ordered": of whom or what is told before. */
const SOME =
  /^(?:most|many|some|all|both|neither|none|several|few|others|one|two|three|four|five|another [\d,.]+|the (?:first|second|third|last|latter|former|other|others|rest|pair)),? /i;
const DOES = /^(?:is|are|was|were|has|have|had|will|would|did|do|does|can|could|may|might)\b/i;
const isSomeAlone = (words: string): boolean => {
  const some = SOME.exec(words)?.[0];
  return some !== undefined && (some.endsWith(', ') || DOES.test(words.slice(some.length)));
};
const OPENS =
  /^(?:it|they|he|she|this|that|these|those|such|them|him|her|his|its|their|theirs|hers|one of them|some of them|many of them|most of them|all of them|both of them|none of them|neither of them)\b/i;
const THIS_TIME =
  /^(?:this|these|that|those) (?:\p{L}+ )?(?:years?|months?|weeks?|days?|morning|afternoon|evening|spring|summer|autumn|fall|winter|weekend|decade|century|time|season|quarter)\b/iu;
const WHO = /^(?:those|these|they|he|she) (?:who|whose|with|in|from|under|aged|over|living|working)\b/i;
/** "In 2023, it", "Under the contract, they": what stands before the subject. */
const FRONTED =
  /^(?:in|on|at|by|for|from|since|until|after|before|during|under|over|with|without|as of|despite|amid|following|when|while|last|next|earlier|later|meanwhile|yesterday|today) [^,.;:]{1,60}, /i;

const PERSON_PRONOUN = /^(?:he|she|him|her|his|hers|himself|herself)$/;
const HOLDS_PERSON_PRONOUN = /\b(?:he|she|him|her|his|hers|himself|herself)\b/i;
const THING_PRONOUN = /^(?:it|its|they|them|their|itself|themselves)$/i;
const SMALL =
  /^(?:the|an?|in|on|at|by|for|from|of|to|and|but|or|as|with|when|while|after|before|since|if|because|that|this|these|those|it|they|he|she|his|her|its|their|we|you|i|there|what|who|which|one|two|three|no|not|nobody|nothing|all|both|some|many|most|more|so|then|however)$/i;

const isPerson = (word: string): boolean => {
  const lower = word.toLowerCase().replace(/['’]s?$/, '');
  return (
    PERSON_NOUNS.has(lower) ||
    PERSON_NOUNS.has(lower.replace(/s$/, '')) ||
    GROUP_NOUNS.has(lower) ||
    /^(?:people|everyone|everybody|someone|somebody|nobody|whoever|anyone|child|children|baby|person|couple|mother|father)$/.test(
      lower,
    )
  );
};

/** "he" in a statement that has named nobody before it; a name right behind a fronted phrase will do ("In his report, Lund …"). */
function hasLostPerson(words: readonly string[]): boolean {
  const at = words.findIndex((word) => PERSON_PRONOUN.test(word.toLowerCase().replace(/['’](?:s|d|ll|ve)$/, '')));
  if (at < 0) return false;
  const isNamed = (word: string, i: number): boolean =>
    isPerson(word) || (/^\p{Lu}\p{L}/u.test(word) && (i > 0 || !SMALL.test(word)));
  if (words.slice(0, at).some(isNamed)) return false;
  return !(
    at < 4 &&
    /^(?:in|on|at|by|for|from|after|before|during|under|despite|with|as|when|while|since)$/i.test(words[0] ?? '') &&
    words.slice(at + 1, at + 14).some((word) => /^\p{Lu}\p{Ll}/u.test(word))
  );
}

/** No more words stand before a "their" that points out of the statement, with itself. */
const THING_WORDS = 4;

/** "their" before anything has been named. */
function hasLostThing(words: readonly string[]): boolean {
  const at = words.slice(0, THING_WORDS).findIndex((word) => THING_PRONOUN.test(word));
  return at > 0 && words.slice(0, at).every((word) => SMALL.test(word)) && !/^(?:it|they)$/i.test(words[at] ?? '');
}

const isMany = ({ tag, lower }: Token): boolean =>
  (tag === 'NOUN' && /[^sui]s$|^(?:people|men|women|children|police)$/.test(lower)) || GROUP_NOUNS.has(lower);
const isNaming = ({ tag, lower }: Token): boolean =>
  /^(?:NOUN|PROPN|NUM)$/.test(tag) && !HONORIFICS.has(lower) && !OFFICES.has(lower);

/** "Engineers managed to turn it", "expected them to be challenged": what is pointed to inside a claim that has named nothing of its number before. */
function pointsOut({ tokens }: ReadSentence, span: Span): boolean {
  const own = tokensIn(tokens, span);
  const at = own.findIndex(
    ({ lower, tag }, i) => i > 0 && tag === 'PRON' && /^(?:it|them|itself|themselves)$/.test(lower),
  );
  if (at < 0) return false;
  const before = own.slice(0, at).filter((token) => isNaming(token) && !token.marks.has('time'));
  if (/^them/.test(own[at]?.lower ?? ''))
    return !before.some((token) => isMany(token) || token.tag === 'NUM' || token.tag === 'PROPN');
  const words = own
    .slice(at)
    .map(({ text }) => text)
    .join(' ');
  const isEmpty = POINTS_TO_NOTHING.test(words) || IS_TO_DO.test(words);
  return !isEmpty && !before.some((token) => !isMany(token) && !token.marks.has('person'));
}

/** "A mission planned for 2031 could do so": what it could do is told before. */
const DOES_SO = /\b(?:do|does|did|doing|done) so\b|\b(?:the same|likewise)[.”"]?$/i;

const NOWHERE: Span = { start: -1, end: -1 };

/** "The plan", "the two men": a subject of which nothing tells which it is. */
function bareSubject({ tokens }: ReadSentence, span: Span): string | null {
  const clause = findClauses(tokens).find(
    ({ subject, link }) =>
      subject !== null && !/^(?:restrictive|relative)$/.test(link) && holds(span, tokens[subject[0]] ?? NOWHERE),
  );
  let at = clause?.subject?.[0] ?? tokens.findIndex((token) => holds(span, token));
  if (tokens[at]?.lower !== 'the') return null;
  at += 1;
  while (isLittle(tokens[at])) at += 1;
  const noun = tokens[at];
  return noun !== undefined && standsBare(tokens, at) && !KNOWN_TO_ALL.has(noun.lower) ? noun.lower : null;
}

const isLittle = (token: Token | undefined): boolean =>
  token !== undefined && (token.tag === 'NUM' || (token.tag === 'ADJ' && TELLS_LITTLE.has(token.lower)));

/**
 * @param statement as it is shown, with its brackets
 * @param span of the claim, and of what goes before it
 */
export function standingOf(statement: string, sentence: ReadSentence, span: Span): Standing {
  const plain = statement.replace(/[[\]“”"]/g, '').trim();
  const body = plain.replace(FRONTED, '');
  const opens = (OPENS.test(body) || OPENS.test(plain)) && !THIS_TIME.test(body) && !WHO.test(body);
  if (opens && !POINTS_TO_NOTHING.test(body) && !IS_TO_DO.test(body)) return 'open';
  if (isSomeAlone(body)) return 'open';
  const words = plain.split(/[\s,;:()]+/);
  if ((HOLDS_PERSON_PRONOUN.test(plain) && hasLostPerson(words)) || hasLostThing(words) || DOES_SO.test(plain))
    return 'open';
  // a bracket may hold what is pointed to, but for who stands in it in place of a "he"
  const opensWithPerson = /^["“]?(?:he|she|i|we)\b/i.test(sentence.text.slice(span.start, span.start + 6));
  if ((!statement.includes('[') || opensWithPerson) && pointsOut(sentence, span)) return 'open';
  // "[The company] had two accidents": put in for an "it", and no name
  const added = /^\[The (\p{Ll}+)\] /u.exec(statement)?.[1];
  if (added !== undefined && !KNOWN_TO_ALL.has(added)) return 'loose';
  if (pointsAside(sentence, span, plain)) return 'loose';
  const noun = bareSubject(sentence, span);
  return noun !== null && isShownBare(statement, noun) ? 'loose' : 'alone';
}

/** "had backed this plan", "such documents": which are meant stands elsewhere; "such as", "that day", "those who" point nowhere. */
function pointsAside({ tokens }: ReadSentence, span: Span, plain: string): boolean {
  const own = tokensIn(tokens, span);
  return own.some(({ lower, marks }, i) => {
    const [noun, next] = [own[i + 1], own[i + 2]];
    if (
      !/^(?:this|these|those|such)$/.test(lower) ||
      noun?.tag !== 'NOUN' ||
      marks.has('time') ||
      noun.marks.has('time')
    )
      return false;
    if (/^(?:of|that|who|whose|as|in|to|for|with|on|at|from)$/.test(next?.lower ?? '')) return false;
    // "such swing states as Ohio"
    if (lower === 'such' && own.slice(i + 2, i + 5).some((token) => token.lower === 'as')) return false;
    return plain.toLowerCase().includes(`${lower} ${noun.lower}`);
  });
}

const bare = (word: string): string => word.toLowerCase().replace(/[^\p{L}-]/gu, '');

/** Whether a statement has "the plan", "the two men" with nothing put in between or behind. */
function isShownBare(statement: string, noun: string): boolean {
  const words = statement.split(' ');
  const isAdded = (at: number): boolean => words[at]?.startsWith('[') === true;
  return words.some((word, i) => {
    if (bare(word) !== 'the') return false;
    const at = [i + 1, i + 2, i + 3].find((k) => bare((words[k] ?? '').replace(/['’]s?$/, '')) === noun);
    return at !== undefined && !isAdded(at + 1) && !words.slice(i + 1, at).some((_, k) => isAdded(i + 1 + k));
  });
}
