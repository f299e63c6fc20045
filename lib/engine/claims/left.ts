/**
 * Stage 9: figures that no clause holds. A checker looks every figure up, so one that stands outside all claims of its sentence goes into the
 * claim right before it where it is a short tail of that ("…, with three abstentions"), and else makes a claim of the words around it.
 */
import { type Draft, inside, type ReadSentence } from '../sentence/sentence.ts';
import { holds, overlapOf, spanOf } from '../sentence/spans.ts';
import { isSentence } from '../statement/clause.ts';
import type { Quantity, Span, Token } from '../types.ts';

/** A shorter stretch says nothing without what stands before it. */
const OWN_WORDS = 4;

const isBound = (token: Token | undefined): boolean => token === undefined || /^[,;:—()"“”]$/.test(token.text);

/** The words around a figure up to the marks on both sides, and not into any draft. */
function stretch(facts: ReadSentence, drafts: readonly Draft[], figure: Quantity): [number, number] | null {
  const { tokens } = facts;
  const at = tokens.findIndex((token) => token.end > figure.start);
  if (at < 0) return null;
  const taken = (token: Token | undefined): boolean =>
    token !== undefined && drafts.some((draft) => overlapOf(draft, token) > 0);
  let from = at;
  while (from > 0 && !isBound(tokens[from - 1]) && !taken(tokens[from - 1])) from -= 1;
  let to = at + 1;
  while (to < tokens.length && (!isBound(tokens[to]) || (tokens[to]?.start ?? 0) < figure.end) && !taken(tokens[to]))
    to += 1;
  if (tokens[from]?.tag === 'CCONJ' && to - from > 2) from += 1;
  // "A union with 600 members | said"
  if (to > at + 2 && figure.unit !== 'percent' && /^(?:said|says|say)$/.test(tokens[to - 1]?.lower ?? '')) to -= 1;
  return [from, to];
}

/** The draft whose end the stretch follows with nothing but a mark between. */
function justBefore(facts: ReadSentence, drafts: readonly Draft[], start: number): Draft | undefined {
  return drafts.findLast(
    ({ end, layer }) => layer === 'clause' && end <= start && /^[,\s]*$/.test(facts.text.slice(end, start)),
  );
}

/** The whole clause that the stretch stands in front of, with nothing but a comma between. */
function justBehind(facts: ReadSentence, drafts: readonly Draft[], { start: from, end }: Span): Draft | undefined {
  return drafts.find(
    ({ start, layer, form, attribution }) =>
      layer === 'clause' &&
      form === 'whole' &&
      start >= end &&
      // nobody is given what stands outside his words
      (attribution === null || attribution.content.start <= from) &&
      /^,\s$/.test(facts.text.slice(end, start)),
  );
}

/**
 * Puts the figures of a sentence that no draft holds into one.
 *
 * @param judged makes a draft of a stretch, with its kind
 * @returns all drafts, the given ones and the new
 */
export function withLeftFigures(
  facts: ReadSentence,
  drafts: readonly Draft[],
  judged: (span: Span, lead: readonly Span[]) => Draft,
): Draft[] {
  let all = [...drafts];
  for (const figure of facts.quantities) {
    if (figure.rank || all.some((draft) => holds(draft, figure)) || isSpeaker(facts, figure) || isMember(facts, figure))
      continue;
    const range = stretch(facts, all, figure);
    const span = range === null ? null : spanOf(facts.tokens, ...range);
    if (range === null || span === null || !holds(span, figure)) continue;
    // "according to a study of 4,000 nurses published in May": what is there, without what it is told for
    const source = sourceOf(facts, range, span);
    if (source !== null) {
      if (holds(source, figure)) all.push({ ...judged(source, []), form: 'source' });
      continue;
    }
    // "He argued during the three-week trial that …": the frame around what is said
    if (facts.tokens[range[1] - 1]?.lower === 'that') continue;
    if (isFrame(facts, span) || isBegun(facts, range, span)) {
      all.push({ ...judged(span, []), form: 'frame' });
      continue;
    }
    // "In tests at minus 5C, | none went further": where and when, in front of what is said
    const opens = openingOf(facts, range[0]);
    const next = opens !== null ? justBehind(facts, all, span) : undefined;
    if (next !== undefined) {
      all = all.map((draft) => (draft === next ? { ...draft, start: opens ?? span.start } : draft));
      continue;
    }
    const before = justBefore(facts, all, span.start);
    const words = facts.tokens.filter((token) => holds(span, token)).length;
    if (words >= OWN_WORDS) all.push(judged(span, leadOf(facts, range[0], before, isSentence(facts, [span]))));
    else if (before !== undefined) all = all.map((draft) => (draft === before ? { ...draft, end: span.end } : draft));
  }
  return all;
}

/** "In Hull, | with 40 boats, the catch rose": where the sentence begins with where or when, and nothing else stands before `from`; else null. */
function openingOf({ tokens }: ReadSentence, from: number): number | null {
  const ahead = tokens.slice(0, from);
  const isPlace = ahead.length === 0 || (ahead.length <= 6 && ahead[0]?.tag === 'ADP' && ahead.at(-1)?.text === ',');
  const isFree = ahead.every(({ tag }) => tag !== 'VERB' && tag !== 'AUX');
  return isPlace && isFree && tokens[from]?.tag === 'ADP' ? (tokens[0]?.start ?? null) : null;
}

/** What stands behind "according to"; null where a stretch begins with something else. */
function sourceOf({ tokens }: ReadSentence, [from]: readonly [number, number], { end }: Span): Span | null {
  const [according, to, first] = [tokens[from], tokens[from + 1], tokens[from + 2]];
  if (according?.lower !== 'according' || to?.lower !== 'to' || first === undefined || first.start >= end) return null;
  return { start: first.start, end };
}

/** "after the firm that feeds 61 schools | said …": begun, and without its verb. */
const isBegun = (facts: ReadSentence, [from]: readonly [number, number], span: Span): boolean =>
  /^(?:after|because|since|while|when|although|though|before)$/.test(facts.tokens[from]?.lower ?? '') &&
  !isSentence(facts, [{ start: facts.tokens[from + 1]?.start ?? span.start, end: span.end }]);

/** "the mayors of 14 towns announced": nothing but who says what stands outside it. */
const isFrame = ({ attributions }: ReadSentence, span: Span): boolean =>
  attributions.some(
    ({ cue, claimant, content }) =>
      cue !== null &&
      claimant.start !== null &&
      holds(span, cue) &&
      claimant.start >= span.start &&
      overlapOf(content, span) === 0,
  );

/** "one Western diplomat said": who speaks, and no figure. */
const isSpeaker = (facts: ReadSentence, { start, text }: Quantity): boolean =>
  /^one\b/i.test(text) && facts.attributions.some(({ claimant }) => claimant.start === start);

/** "one of the stars of the play": counts nothing, and says what somebody is only right behind his full name. */
const isMember = ({ text, mentions }: ReadSentence, { start }: Quantity): boolean =>
  /^one of\b/i.test(text.slice(start, start + 7)) &&
  !mentions.some(
    ({ entity, span }) => entity.name === text.slice(span.start, span.end) && /^,\s$/.test(text.slice(span.end, start)),
  );

/** What goes before the stretch: the person a "who" means, or the claim it hangs on. */
function leadOf(facts: ReadSentence, from: number, before: Draft | undefined, isWhole: boolean): readonly Span[] {
  const first = facts.tokens[from];
  const person = facts.mentions.findLast(
    ({ entity, span }) => entity.type === 'person' && span.end <= (first?.start ?? 0),
  );
  if (first?.lower === 'who' && person !== undefined) return [person.span];
  // "is the oldest mill, with 40 looms, | 6% of the market": what stands before the first figure stands before the second too
  const opens = before === undefined ? undefined : facts.tokens.find(({ start }) => start === before.start);
  const isFigure = facts.quantities.some(({ start }) => start === first?.start);
  if (before !== undefined && before.lead.length > 0 && opens?.tag === 'ADP' && isFigure)
    return [...before.lead, { start: opens.start, end: opens.end }];
  return before === undefined || isWhole ? [] : [before];
}

/** Whether a stretch holds a figure that is no rank. */
export const hasFigure = (facts: ReadSentence, span: Span): boolean =>
  inside(span, facts.quantities).some(({ rank }) => !rank);
