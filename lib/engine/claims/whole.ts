/**
 * No claim loses what its truth hangs on by the cut of its span: a "never" or "not until" in front, a condition. What a condition only supposes is no claim.
 */
import { findClauses } from '../clauses/clauses.ts';
import type { Draft, ReadSentence } from '../sentence/sentence.ts';
import type { Token } from '../types.ts';
import { rangeOf } from './detach.ts';
import { withNegatives } from './turned-round.ts';

const NEGATORS: ReadonlySet<string> = new Set(
  "never no not rarely seldom hardly scarcely barely neither nor nowhere nobody nothing n't".split(' '),
);
const BOUND = /^[,;:—()"“”.]$/;
const CONDITIONS: ReadonlySet<string> = new Set(['if', 'unless']);
const MODALS: ReadonlySet<string> = new Set(['would', 'could', 'will', 'may', 'might', 'should', 'can', "'ll", "'d"]);

/** Token index of a negation that opens the clause a claim was cut from, with no verb between; null where there is none. */
function negationBefore(tokens: readonly Token[], from: number): number | null {
  for (let i = from - 1; i >= 0 && from - i < 8; i -= 1) {
    const token = tokens[i];
    if (token === undefined || BOUND.test(token.text) || token.tag === 'VERB' || token.tag === 'AUX') return null;
    if (!NEGATORS.has(token.lower)) continue;
    // "In no year since …": with the word that leads it
    const led = tokens[i - 1]?.tag === 'ADP' ? i - 1 : i;
    const opens = led === 0 || BOUND.test(tokens[led - 1]?.text ?? ',') || tokens[led - 1]?.tag === 'CCONJ';
    return opens ? led : null;
  }
  return null;
}

/** Token range of a condition with all that belongs to it, up to the comma before what would follow. */
function conditionOf(tokens: readonly Token[]): readonly [number, number] | null {
  // "Had it come an hour earlier or later, …"
  const isInverted = /^(?:had|were|should)$/.test(tokens.find(({ tag }) => tag !== 'PUNCT')?.lower ?? '');
  const from = tokens.findIndex(
    ({ lower }, i) =>
      (CONDITIONS.has(lower) || (isInverted && i < 2 && /^(?:had|were|should)$/.test(lower))) &&
      (i === 0 || BOUND.test(tokens[i - 1]?.text ?? '') || tokens[i - 1]?.tag === 'CCONJ'),
  );
  if (from < 0) return null;
  const modal = tokens.findIndex(
    ({ lower }, i) => i > from + 3 && MODALS.has(lower) && tokens.slice(from, i).some(({ text }) => text === ','),
  );
  if (modal < 0) return null;
  const comma = tokens.findLastIndex(({ text }, i) => i < modal && i > from && text === ',');
  return comma < 0 ? null : [from, comma];
}

/** "If the board agrees to the sale it will close": a condition in front without a comma, up to the last word before the subject of what would follow. */
function uncommaedCondition(tokens: readonly Token[]): readonly [number, number] | null {
  const from = tokens.findIndex(({ tag }) => tag !== 'PUNCT' && tag !== 'CCONJ');
  if (!CONDITIONS.has(tokens[from]?.lower ?? '')) return null;
  const clauses = findClauses(tokens);
  const own = clauses.find(({ opener }) => opener === from);
  const main = clauses.find(
    ({ link, subject }) => link === 'main' && (subject?.[0] ?? 0) >= (own?.to ?? tokens.length),
  );
  const first = main?.subject?.[0] ?? 0;
  return first > from && tokens[first - 1]?.text !== ',' ? [from, first - 1] : null;
}

const LEFT_OVER: ReadonlySet<string> = new Set(
  'which who whom whose that when where because and or but such the a an'.split(' '),
);

/** "in six weeks after | her job had gone": what opens the words behind the cut. */
const isOpening = (tokens: readonly Token[], at: number): boolean =>
  /^(?:after|before|since|until|while|although|though|if|unless)$/.test(tokens[at]?.lower ?? '') &&
  /^(?:PRON|DET|NOUN|PROPN|NUM|ADJ)$/.test(tokens[at + 1]?.tag ?? '');

/** "fewer than two-thirds of that", "they have to mend that.": it leads on to nothing. */
const isThing = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.tag === 'ADP' || /^[.;!?"]$/.test(tokens[at + 1]?.text ?? '.');

/** "turned boats away, which |": small words that would lead on to what is cut off. */
function withoutLeftOvers(tokens: readonly Token[], draft: Draft): Draft {
  const range = draft.layer === 'clause' ? rangeOf(tokens, draft) : null;
  if (range === null) return draft;
  const [from, to] = range;
  let end = to;
  // "but also", "and then"
  const leadsOn = (at: number): boolean =>
    isOpening(tokens, at) ||
    (LEFT_OVER.has(tokens[at]?.lower ?? '') && !(tokens[at]?.lower === 'that' && isThing(tokens, at))) ||
    (tokens[at]?.lower === 'also' && tokens[at - 1]?.lower === 'but');
  while (end > from + 2 && (leadsOn(end - 1) || (end < to && tokens[end - 1]?.text === ','))) end -= 1;
  const last = tokens[end - 1];
  return end === to || last === undefined ? draft : { ...draft, end: last.end };
}

/** A condition that is a draft itself, up to the end of what is said; none where another draft tells what would follow. */
function withRest({ tokens, span }: ReadSentence, drafts: readonly Draft[], draft: Draft): Draft[] {
  const end = Math.min(span.end, draft.attribution?.content.end ?? span.end);
  const last = tokens.findLast((token) => token.end <= end && token.tag !== 'PUNCT');
  const isTold = drafts.some((other) => other.start > draft.end || other.end > draft.end + 1);
  return last === undefined || isTold ? [] : [{ ...draft, end: last.end }];
}

/** What opens a sentence and is not put forward as so by itself: "Even if", "As long as", "Instead of". */
const OPENINGS: readonly (readonly string[])[] = [
  ['even', 'if'],
  ['only', 'if'],
  ['as', 'long', 'as'],
  ['so', 'long', 'as'],
  ['whether'],
  ['assuming'],
  ['provided'],
  ['providing'],
  ['supposing'],
  ['instead', 'of'],
  ['rather', 'than'],
  ['far', 'from'],
];

/** "When prices rise, and they often do, the board sells": what only says whenever, or if, up to the comma before the clause it belongs to; null where nothing of the kind stands at `from`. */
function supposedEnd({ tokens, times, quantities }: ReadSentence, from: number): number | null {
  const first = tokens[from]?.lower ?? '';
  if (!/^(?:when|whenever|where|wherever|once|if|unless)$/.test(first)) return null;
  const clauses = findClauses(tokens.slice(from));
  const own = clauses.find(({ opener }) => opener === 0);
  const main = clauses.find(({ link, verb }) => link === 'main' && own !== undefined && verb.from > own.verb.from);
  if (own === undefined || main?.subject == null) return null;
  const behind = from + main.subject[0];
  const comma = tokens[behind - 1]?.text === ',' ? behind - 1 : behind;
  // "When it rained, the roof leaked": only when; with a date of its own it is news
  const who = own.subject === null ? undefined : tokens[from + own.subject[0]];
  const end = tokens[comma]?.start ?? 0;
  const isParted = comma < behind || own.to === main.subject[0];
  const isNews = [...times, ...quantities].some((one) => one.start >= (tokens[from]?.start ?? 0) && one.end <= end);
  const isOnce = /^(?:when|once)$/.test(first) && own.verb.form !== 'present' && (who?.tag !== 'PRON' || isNews);
  return isOnce || !isParted ? null : comma;
}

/** Token range of such an opening, up to its comma; null where the sentence does not begin so. */
function openingOf(sentence: ReadSentence): readonly [number, number] | null {
  const { tokens, span } = sentence;
  const from = tokens.findIndex((token) => token.start >= span.start && token.tag !== 'PUNCT' && token.tag !== 'CCONJ');
  const supposed = supposedEnd(sentence, from);
  if (supposed !== null) return [from, supposed];
  const opens = OPENINGS.some((words) => words.every((word, i) => tokens[from + i]?.lower === word));
  const comma = opens ? tokens.findIndex(({ text }, i) => i > from && text === ',') : -1;
  return comma < 0 ? null : [from, comma];
}

/** "When prices rise, the board releases …": where no verb has been seen for what the clause in front belongs to, all of it is told in one. */
function asOne(tokens: readonly Token[], drafts: readonly Draft[]): readonly Draft[] {
  const [first] = tokens;
  if (first === undefined || !/^(?:when|whenever|if|unless|although|though|because)$/.test(first.lower)) return drafts;
  const clauses = findClauses(tokens);
  if (clauses.some(({ link }) => link === 'main' || link === 'coordinate')) return drafts;
  const [host, ...rest] = drafts.filter(({ layer, attribution }) => layer === 'clause' && attribution === null);
  if (host === undefined) return drafts;
  const end = Math.max(host.end, ...rest.map((draft) => draft.end));
  return drafts.flatMap((draft) =>
    draft === host ? [{ ...host, start: first.start, end }] : rest.includes(draft) ? [] : [draft],
  );
}

/** What stands in an opening is no claim without what follows it, and that none without its opening. */
function withOpening(sentence: ReadSentence, drafts: readonly Draft[]): readonly Draft[] {
  const { tokens } = sentence;
  const opening = openingOf(sentence);
  if (opening === null) return asOne(tokens, drafts);
  const [from, comma] = opening;
  const [start, end] = [tokens[from]?.start ?? 0, tokens[comma]?.start ?? 0];
  const isInside = (draft: Draft): boolean => draft.layer === 'clause' && draft.start >= start && draft.end <= end;
  const main = drafts.find((draft) => draft.layer === 'clause' && draft.start >= end);
  const isNext =
    main !== undefined &&
    /^[,"' ]*$/.test(
      tokens
        .filter((token) => token.start >= end && token.end <= main.start)
        .map(({ text }) => text)
        .join(' '),
    );
  if (main === undefined || !isNext) return drafts;
  const isOwn = main.attribution === null || main.attribution.content.start <= start;
  return drafts
    .filter((draft) => !isInside(draft))
    .map((draft) => (draft === main && isOwn ? { ...draft, start } : draft));
}

const JOINTS: ReadonlySet<string> = new Set(['and', 'or', 'nor']);

/** Whether a condition begins inside a stretch, behind what would follow. */
const endsInCondition = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from + 2, to).some(({ lower }) => CONDITIONS.has(lower)) && !CONDITIONS.has(tokens[from]?.lower ?? '');

/** "unless the council loses *and the state withdraws*", "neither charged *nor fined*": the second part stands under the same condition or denial as the first. */
function withSecondParts({ tokens }: ReadSentence, drafts: readonly Draft[]): readonly Draft[] {
  const whole: Draft[] = [];
  for (const draft of drafts) {
    const range = draft.layer === 'clause' ? rangeOf(tokens, draft) : null;
    const joint = range === null ? undefined : tokens[range[0] - 1];
    const host = whole.findLast(({ layer, end }) => layer === 'clause' && joint !== undefined && end <= joint.start);
    const own = host === undefined ? null : rangeOf(tokens, host);
    if (
      joint === undefined ||
      !JOINTS.has(joint.lower) ||
      own === null ||
      range === null ||
      own[1] !== range[0] - 1 ||
      host === undefined
    )
      whole.push(draft);
    else if (joint.lower === 'nor' || endsInCondition(tokens, ...own))
      whole[whole.indexOf(host)] = { ...host, end: draft.end };
    else whole.push(draft);
  }
  return whole;
}

/** The drafts with what they must not lose, and without those that a condition only supposes. */
export function kept(sentence: ReadSentence, found: readonly Draft[]): Draft[] {
  const { tokens } = sentence;
  const drafts = withSecondParts(sentence, withOpening(sentence, withNegatives(sentence, found)));
  const condition = conditionOf(tokens) ?? uncommaedCondition(tokens);
  let isGiven = false;
  return drafts.flatMap((draft): Draft[] => {
    const range = draft.layer === 'clause' ? rangeOf(tokens, draft) : null;
    if (range === null) return [draft];
    const [from, to] = range;
    // "Instead | of being taken to a clinic": the rest of a preposition
    if (tokens[from]?.lower === 'of' && from > 0 && !BOUND.test(tokens[from - 1]?.text ?? ',')) return [];
    if (condition !== null && from > condition[0] && to <= condition[1] + 1) return [];
    // "Had it come earlier, it would have …": what is supposed is told with what would follow
    if (condition !== null && from === condition[0] && to <= condition[1] + 1) return withRest(sentence, drafts, draft);
    // what begins within a condition and goes on behind it needs the whole of it
    if (condition !== null && from > condition[0] && from <= condition[1])
      return [{ ...draft, start: tokens[condition[0]]?.start ?? draft.start }];
    if (condition !== null && !isGiven && from > condition[1] && from <= condition[1] + 2) {
      isGiven = true;
      const start = tokens[condition[0]]?.start ?? draft.start;
      const own = draft.attribution?.content.start ?? 0;
      return [{ ...draft, start: Math.max(start, own) }];
    }
    // "that | once the board finds that it is so it will pay": two verbs, and the first only under the word before
    const opener = tokens[from - 1];
    const isSupposed = opener !== undefined && /^(?:once|when|whenever|if|unless)$/.test(opener.lower);
    if (isSupposed && findClauses(tokens).filter(({ verb }) => verb.from >= from && verb.from < to).length > 1)
      return [{ ...draft, start: opener.start }];
    const negation = negationBefore(tokens, from);
    const whole = withoutLeftOvers(tokens, draft);
    return [negation === null ? whole : { ...whole, start: tokens[negation]?.start ?? whole.start }];
  });
}
