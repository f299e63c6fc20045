/**
 * Stage 9: noun phrases and subjects, found by looking at a few tags to the left or right.
 */
import { CLAUSE_TAKERS } from '../lexicon/clauses.ts';
import { lastIndexIn } from '../sentence/stretches.ts';
import type { Token } from '../types.ts';

export const QUOTE_MARKS: ReadonlySet<string> = new Set(['"', "'", '``', "''"]);
const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'X']);
const NP_TAGS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ', 'DET', 'SYM', 'X']);

/** Start of the noun phrase that ends just before `at`. */
export function nounPhraseStart(tokens: readonly Token[], at: number, floor: number): number {
  let i = at - 1;
  while (i >= floor) {
    const token = tokens[i];
    if (token === undefined) break;
    const possessive = token.tag === 'PART' && (token.lower === "'s" || token.lower === "'");
    const joined =
      (token.lower === 'of' && /^(?:NOUN|PROPN|NUM|PRON)$/.test(tokens[i - 1]?.tag ?? '')) ||
      (token.tag === 'CCONJ' && token.lower === 'and' && tokens[i - 1]?.tag === tokens[i + 1]?.tag);
    if (!NP_TAGS.has(token.tag) && !possessive && !joined && token.tag !== 'ADV' && !QUOTE_MARKS.has(token.text)) break;
    if (token.tag === 'PRON' && i < at - 1 && !/^(?:that|this|its|his|her|their|our|my|your)$/.test(token.lower)) break;
    i -= 1;
  }
  let start = i + 1;
  while (
    start < at &&
    (tokens[start]?.tag === 'ADV' || tokens[start]?.lower === 'of' || tokens[start]?.tag === 'CCONJ')
  )
    start += 1;
  return start;
}

/** Whether a noun, a name, a pronoun or a number stands in the range. */
export const hasNominal = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let i = from; i < to; i += 1) if (NOMINAL.has(tokens[i]?.tag ?? '')) return true;
  return false;
};

/** Skips quotation marks and adverbs, which may stand before anything. */
export function skipLight(tokens: readonly Token[], from: number, to: number): number {
  let i = from;
  while (i < to && (tokens[i]?.tag === 'ADV' || tokens[i]?.lower === ',' || QUOTE_MARKS.has(tokens[i]?.text ?? '')))
    i += 1;
  return i;
}

/** The nearest token before `at` that is no adverb and no quotation mark; -1 at the start. */
export function skipBack(tokens: readonly Token[], at: number): number {
  let i = at - 1;
  while (i >= 0 && (tokens[i]?.tag === 'ADV' || QUOTE_MARKS.has(tokens[i]?.text ?? ''))) i -= 1;
  return i;
}

/**
 * Where the subject of a clause starts: after what is fronted ("In recent weeks, Trump …"), else at the clause's own start.
 */
export function subjectStart(tokens: readonly Token[], from: number, verbFrom: number): number {
  let start = bareSubjectStart(tokens, from, verbFrom);
  // "Only 360 voted" says more than "360 voted".
  while (start > from && MEASURING.has(tokens[start - 1]?.lower ?? '')) start -= 1;
  // "Surprisingly strong sales"
  if (
    tokens[start]?.tag === 'ADJ' &&
    start > from &&
    tokens[start - 1]?.tag === 'ADV' &&
    tokens[start - 1]?.lower.endsWith('ly') === true
  )
    start -= 1;
  // "as many as 60 routes"
  if (/^(?:many|much|few|little)$/.test(tokens[start]?.lower ?? '') && tokens[start - 1]?.lower === 'as') start -= 1;
  return start;
}

const MEASURING: ReadonlySet<string> = new Set(
  'only just about nearly almost roughly around over even barely fully'.split(' '),
);

const LIMITING: ReadonlySet<string> = new Set('even only just also not nearly almost about some'.split(' '));

/** "in Salem, New Hampshire, Lund said": the comma between a town and where it lies. */
function partsPlace(tokens: readonly Token[], comma: number, to: number): boolean {
  if (tokens[comma - 1]?.tag !== 'PROPN') return false;
  let at = comma + 1;
  while (tokens[at]?.tag === 'PROPN' && tokens[at]?.marks.has('place')) at += 1;
  return at > comma + 1 && tokens[at]?.text === ',' && hasNominal(tokens, at + 1, to);
}

function bareSubjectStart(tokens: readonly Token[], from: number, verbFrom: number): number {
  // "And where it rains, the roads flood"
  if (from === 0 && tokens[0]?.tag === 'CCONJ' && tokens[1]?.lower === 'where')
    return bareSubjectStart(tokens, 1, verbFrom);
  const first = skipLight(tokens, from, verbFrom);
  // "About 1.3 million people": roughly so many, and no place
  const rounds =
    /^(?:about|around|over|under|nearly)$/.test(tokens[first]?.lower ?? '') && tokens[first + 1]?.tag === 'NUM';
  const tag = rounds ? 'NUM' : tokens[first]?.tag;
  const fronted = tag === 'ADP' || tag === 'SCONJ' || tag === 'PART' || tag === 'VERB' || tag === 'AUX';
  const commaBeforeSubject = (i: number): boolean => {
    const next = tokens[skipLight(tokens, i + 1, verbFrom)];
    if (next === undefined || /^(?:who|which|whose|whom)$/.test(next.lower)) return false;
    return NP_TAGS.has(next.tag) && hasNominal(tokens, i + 1, verbFrom);
  };
  // "Born in 1935, the youngest of nine, she sang"
  const last = skipBack(tokens, verbFrom);
  const pronoun = /^(?:he|she|they|we|i)$/.test(tokens[last]?.lower ?? '');
  const says = CLAUSE_TAKERS.has(tokens[verbFrom]?.lower ?? '');
  if ((fronted || !says) && last > from && pronoun && tokens[last - 1]?.lower === ',') return last;
  // "Even the mayor, a friend of his, said": a word that limits the subject fronts nothing
  const limits = tokens.slice(from, first).every(({ lower }) => LIMITING.has(lower));
  if (fronted || (first > from && !limits)) {
    for (let i = Math.max(from, first - 1); i < verbFrom; i += 1) {
      if (tokens[i]?.lower === ',' && commaBeforeSubject(i) && !partsPlace(tokens, i, verbFrom))
        return skipLight(tokens, i + 1, verbFrom);
    }
  }
  if (fronted) return first;
  // A time or place noun phrase in front: "Two days later, police …", "Last year, sales …".
  const comma = tokens.findIndex((token, i) => i >= first && i < verbFrom && token.lower === ',');
  if (
    comma > 0 &&
    comma - first <= 4 &&
    /^(?:day|days|week|weeks|month|months|year|years|later|earlier|ago|today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\d{4})$/.test(
      tokens[comma - 1]?.lower ?? '',
    ) &&
    commaBeforeSubject(comma)
  )
    return skipLight(tokens, comma + 1, verbFrom);
  return first;
}

/** "and *within three years* had sung": nothing but when or where stands from `from` to the verb. */
export const isPlaced = (tokens: readonly Token[], from: number, verbFrom: number): boolean =>
  tokens[from]?.tag === 'ADP' &&
  nounPhraseStart(tokens, verbFrom, from + 1) === from + 1 &&
  tokens.slice(from, verbFrom).every(({ tag }) => tag !== 'PROPN' && tag !== 'PRON') &&
  (!STANDING.test(tokens[verbFrom]?.lower ?? '') ||
    /^(?:year|month|week|day|decade|time|while)s?$/.test(tokens[verbFrom - 1]?.lower ?? ''));

const STANDING =
  /^(?:lies|lie|lay|stands|stand|stood|sits|sit|sat|is|are|was|were|comes|come|came|hangs|hung|runs|ran)$/;

/** "At its foot lies a lake": a place stands before the verb, and the subject behind it. */
export function standsBehind(
  tokens: readonly Token[],
  from: number,
  verb: { readonly from: number; readonly to: number },
): boolean {
  const place = tokens[from]?.tag === 'ADP' && nounPhraseStart(tokens, verb.from, from + 1) === from + 1;
  return place && STANDING.test(tokens[verb.from]?.lower ?? '') && /^(?:DET|NUM)$/.test(tokens[verb.to]?.tag ?? '');
}

/** "arrested *after* the daughter of a victim, a woman of 91, | noticed": the word whose clause has not had its verb, where a thing is set off behind its subject; null where none waits. */
export function waitingOpener(tokens: readonly Token[], from: number, comma: number): number | null {
  const mark = lastIndexIn(tokens, from + 1, comma, ({ lower }) => lower === ',');
  if (mark < 0 || !/^(?:DET|NUM)$/.test(tokens[mark + 1]?.tag ?? '')) return null;
  const opener = lastIndexIn(tokens, from, mark, ({ lower }) =>
    /^(?:after|before|when|because|although|though|while|until|since)$/.test(lower),
  );
  if (opener < 0 || !/^(?:DET|PROPN|NOUN|NUM)$/.test(tokens[opener + 1]?.tag ?? '')) return null;
  const inside = tokens.slice(opener + 1, comma);
  const isBusy = inside.some(({ tag, lower }) => tag === 'VERB' || tag === 'AUX' || tag === 'CCONJ' || lower === ':');
  return isBusy || inside.some(({ marks }) => marks.has('time')) ? null : opener;
}

/** "questioned | the student": a thing right behind the verb. */
export const hasObject = (tokens: readonly Token[], at: number): boolean =>
  /^(?:DET|NOUN|PROPN|ADJ|NUM|PRON)$/.test(tokens[at]?.tag ?? '');

const TIME_WORD =
  /^(?:p\.m\.?|a\.m\.?|pm|am|noon|midnight|dawn|dusk|\d{1,2}[:.]\d{2}|the|last|next|this|end|start|beginning|middle|early|late|mid|of|january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|month|year|day|decade|christmas|easter|ramadan|thanksgiving|century|spring|summer|autumn|fall|winter|night|morning|\d{1,2}(?:st|nd|rd|th)?|\d{4}s?)$/;

/** "before January in case …", "since the end of 2019 because …": nothing but a time, and no verb behind it. */
export function endsWithTime(tokens: readonly Token[], from: number): boolean {
  let at = from;
  while (TIME_WORD.test(tokens[at]?.lower ?? '')) at += 1;
  const next = tokens[at];
  // "since late 2023 to avoid attacks"
  if (at > from && next?.lower === 'to') return true;
  return at > from && (next === undefined || !/^(?:VERB|AUX|NOUN|PROPN|ADJ|ADV|PART|PRON|DET)$/.test(next.tag));
}

/** "After that accident | the government promised": two things in a row, and the second one acts. */
export function isFollowedBySubject(tokens: readonly Token[], from: number): boolean {
  if (tokens[from]?.tag !== 'DET') return false;
  let i = from + 1;
  while (tokens[i]?.tag === 'ADJ') i += 1;
  const next = tokens[i + 1];
  return tokens[i]?.tag === 'NOUN' && (next?.tag === 'DET' || /^(?:he|she|it|they|we)$/.test(next?.lower ?? ''));
}

/** "will focus on news and information, *exist* on phones": what "and" joins has ended at the comma, and is not the subject. */
export function endsBeforeVerb(tokens: readonly Token[], at: number, verb: number): boolean {
  const commas = tokens.slice(at, verb).filter((token) => token.lower === ',').length;
  return commas === 1 && tokens[skipBack(tokens, verb)]?.lower === ',';
}

/** Whether a comma and an "and" stand in a range: another clause begins there. */
export const joinsNext = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ tag }, i, all) => tag === 'CCONJ' && all[i - 1]?.text === ',');

/** "The samples, which weigh little,": the subject without what is set off from it, where a comma ends that. */
export function bareSubject(
  tokens: readonly Token[],
  [from, to]: readonly [number, number],
): readonly [number, number] {
  const comma = tokens.findIndex(
    ({ text }, i) => i > from && i < to && text === ',' && /^(?:who|which|whose)$/.test(tokens[i + 1]?.lower ?? ''),
  );
  return comma > 0 && tokens[to - 1]?.text === ',' ? [from, comma] : [from, to];
}

/** "voted in *favor of* the bill", "in *breach of* an order": a noun without an article between two prepositions is no thing that a clause can hang on; the index of the phrase behind it, else `from`. */
export function behindFixedPhrase(tokens: readonly Token[], from: number, to: number): number {
  const [before, noun, of] = [tokens[from - 1], tokens[from], tokens[from + 1]];
  const isFixed = before?.tag === 'ADP' && noun?.tag === 'NOUN' && of?.lower === 'of' && FIXED.test(noun.lower);
  return isFixed && from + 2 < to ? from + 2 : from;
}

const FIXED =
  /^(?:favou?r|support|breach|violation|contravention|defiance|front|charge|terms|light|view|spite|need|search|honou?r|pursuit|memory|place|lieu|behalf|anticipation|celebration|recognition|possession|control|care|command)$/;

/** "rescued *over* 700 people", "*at least* 30 homes": where the words that measure a figure begin, else `at`. */
export function measuredFrom(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.tag !== 'NUM') return at;
  if (MEASURING.has(tokens[at - 1]?.lower ?? '')) return at - 1;
  const pair = `${tokens[at - 2]?.lower} ${tokens[at - 1]?.lower}`;
  return /^(?:more than|less than|fewer than|at least|at most|up to)$/.test(pair) ? at - 2 : at;
}

/** "but *that* flu infections dropped", "and *that* training had cost": before a plural or a doing it is no determiner. */
export function startsWithThat(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.lower !== 'that') return false;
  // "says it has grown, and that traffic has fallen", "said that it rained and that snow fell"
  if (tokens[at - 2]?.lower === ',' || tokens.slice(0, at - 1).some(({ lower }) => lower === 'that')) return true;
  let end = at + 1;
  while (/^(?:ADJ|NOUN)$/.test(tokens[end]?.tag ?? '')) end += 1;
  return tokens[at]?.tag !== 'DET' || (end > at + 1 && /(?:[^s]s|ing)$/.test(tokens[end - 1]?.lower ?? ''));
}
