/**
 * Stage 9c: a sentence in layers. What somebody says is read apart from the words that say who said it:
 * in `“Prices rose,” she said` the quotation is one unit, `X, she said` the other, where X stands in for the quotation.
 */

import { firstFrom, firstPast, stretch } from '../sentence/stretches.ts';
import { NO_MARKS } from '../sentence/tokens.ts';
import type { Attribution, Span, Token } from '../types.ts';
import { type Clause, findClauses } from './clauses.ts';
import { STAND_IN } from './state.ts';

export type Unit = {
  readonly tokens: readonly Token[];
  /** Whose words these are; null for the author's. */
  readonly attribution: Attribution | null;
  /** The units that stand-ins in `tokens` take the place of. */
  readonly children: readonly Unit[];
  readonly span: Span;
  readonly clauses: readonly Clause[];
};

/** The stop in "£5m." is the sentence's, whatever the tagger makes of it. */
const wordEnd = ({ text, end }: Token): number => (text.length > 1 && text.endsWith('.') ? end - 1 : end);

/** The tokens inside a span, and the word there whose stop stands behind it. */
function within(tokens: readonly Token[], { start, end }: Span): readonly Token[] {
  const past = firstPast(tokens, end);
  const last = tokens[past];
  return stretch(tokens, firstFrom(tokens, start), last !== undefined && wordEnd(last) <= end ? past + 1 : past);
}

const size = (span: Span): number => span.end - span.start;

const CLAUSE_WORDS = 4;

/** A stretch with a clause in it can be read alone; "very, very bad" cannot, and stays inside its sentence. */
function standsAlone(tokens: readonly Token[], span: Span): boolean {
  const inside = within(tokens, span);
  // behind "that" and a colon stands a clause, whatever the tagger makes of its verb
  if (
    inside.length >= CLAUSE_WORDS &&
    inside[0]?.tag !== 'AUX' &&
    /^(?:that|:|\):)$/.test(tokens.findLast(({ end }) => end <= span.start)?.lower ?? '')
  )
    return true;
  const first = inside.find((token) => token.tag !== 'PUNCT');
  // "Of the 45 who died, 20 …" begins with the whole of its figure
  const part = first?.lower === 'of' && !inside.slice(1, 3).some(({ tag }) => tag === 'NUM');
  // "had it come an hour later, …"
  const supposed =
    /^(?:had|were|should)$/.test(first?.lower ?? '') && /^(?:PRON|DET|PROPN)$/.test(inside[1]?.tag ?? '');
  if (supposed && inside.length > 5) return true;
  if (
    first === undefined ||
    first.tag === 'AUX' ||
    first.lower === 'which' ||
    inside.length < 3 ||
    // "To help trade, reforms are needed, Lund said": what a sentence opens with may say what for
    (first.lower === 'to' && (first !== tokens[0] || !inside.some(({ text }) => text === ','))) ||
    part
  )
    return false;
  // "as unsafe as any this court has seen"
  if (first.lower === 'as' && inside.slice(2, 5).some(({ lower }) => lower === 'as')) return false;
  return findClauses(inside).some(
    (clause) =>
      clause.subject !== null &&
      clause.subject[1] > clause.subject[0] &&
      clause.link !== 'restrictive' &&
      clause.link !== 'relative' &&
      !isWaitedFor(inside, clause),
  );
}

/** "expect the krone to rise *before the bank meets*": the only finite verb tells when, and the words before it are no clause. */
const isWaitedFor = (tokens: readonly Token[], { link, opener }: Clause): boolean =>
  opener !== null &&
  opener > 2 &&
  /^(?:adverbial|bound)$/.test(link) &&
  /^(?:before|until|after|once|when)$/.test(tokens[opener]?.lower ?? '');

/** Between the words and who says them. */
const TO_CUE = 60;

/** "“One in six left the valley,” said Moss": what a sentence opens with in quotation marks, and who said it behind, is nobody else's, though no verb be seen in it. */
function opensSentence(tokens: readonly Token[], sentence: Span, { quoted, content, cue }: Attribution): boolean {
  if (!quoted || cue === null || content.start > sentence.start + 1) return false;
  const gap = cue.start - content.end;
  // "“Four hundred jobs,” she added, “are at risk”": it opens what is said behind
  const goesOn = tokens.some(
    ({ text, start }, i) => text === '"' && start > cue.end && /^\p{Ll}/u.test(tokens[i + 1]?.text ?? ''),
  );
  return gap >= 0 && gap < TO_CUE && !goesOn && within(tokens, content).length >= CLAUSE_WORDS;
}

/** No "who said it" set between two commas is longer. */
const FRAME_WORDS = 12;

/** What somebody says without "…, the report shows, …" in its midst, which says who says it. The first of its commas stays. */
function withoutFrame(tokens: readonly Token[], attribution: Attribution | null): readonly Token[] {
  const { cue, claimant, content } = attribution ?? {};
  if (!cue || claimant === undefined || content === undefined || claimant.start === null || claimant.end === null)
    return tokens;
  const [start, end] = [Math.min(cue.start, claimant.start), Math.max(cue.end, claimant.end)];
  if (start <= content.start || end >= content.end) return tokens;
  const from = tokens.findLastIndex((token) => token.end <= start && token.lower === ',');
  const to = tokens.findIndex((token) => token.start >= end && token.lower === ',');
  return from < 0 || to < 0 || to - from > FRAME_WORDS ? tokens : tokens.toSpliced(from + 1, to - from);
}

function build(
  tokens: readonly Token[],
  span: Span,
  attribution: Attribution | null,
  inner: readonly Attribution[],
): Unit {
  const children: Unit[] = [];
  let own = withoutFrame(within(tokens, span), attribution);
  let rest = [...inner].sort((a, b) => size(b.content) - size(a.content));
  while (rest.length > 0) {
    const [outermost, ...others] = rest;
    if (outermost === undefined) break;
    const { content } = outermost;
    const nested = others.filter(
      (other) =>
        other.content.start >= content.start && other.content.end <= content.end && size(other.content) < size(content),
    );
    rest = others.filter((other) => other.content.end <= content.start || other.content.start >= content.end);
    const child = build(tokens, content, outermost, nested);
    if (child.tokens.length === 0) continue;
    children.push(child);
    const standIn: Token = {
      start: content.start,
      end: content.end,
      text: STAND_IN,
      lower: STAND_IN,
      tag: 'X',
      marks: NO_MARKS,
    };
    const at = own.findIndex((token) => token.start >= content.start);
    const left = own.filter((token) => token.end <= content.start || token.start >= content.end);
    own = left.toSpliced(at < 0 ? left.length : at, 0, standIn);
  }
  return { tokens: own, attribution, children, span, clauses: findClauses(own) };
}

/** "Until then, he said, “everyone will pay”": what is quoted is all that was said, whatever the commas around the cue enclose. */
function saidInFull(tokens: readonly Token[], around: Attribution, quoted: Attribution): boolean {
  const { cue, content } = around;
  return (
    quoted.quoted &&
    !around.quoted &&
    cue !== null &&
    quoted.cue?.start === cue.start &&
    cue.start > content.start &&
    quoted.content.start > cue.end &&
    quoted.content.end <= content.end &&
    standsAlone(tokens, quoted.content)
  );
}

/**
 * Splits a sentence into the author's unit and the units of those who speak in it.
 *
 * @param attributions those that touch the sentence, in any order
 * @returns the outermost unit; a quotation that fills the whole sentence is its own outermost unit
 */
export function unitsOf(tokens: readonly Token[], sentence: Span, attributions: readonly Attribution[]): Unit {
  const clipped = attributions
    .map((attribution) => ({
      ...attribution,
      content: {
        start: Math.max(attribution.content.start, sentence.start),
        end: Math.min(attribution.content.end, sentence.end),
      },
    }))
    .filter(({ content }) => content.start < content.end)
    .filter((one, _, all) => !all.some((other) => saidInFull(tokens, one, other)));
  const whole = clipped.find(
    ({ content, cue }) =>
      cue === null &&
      within(tokens, content).filter((token) => token.tag !== 'PUNCT').length >=
        tokens.filter((token) => token.tag !== 'PUNCT').length,
  );
  const inner = clipped.filter(
    (attribution) =>
      attribution !== whole &&
      (standsAlone(tokens, attribution.content) || opensSentence(tokens, sentence, attribution)),
  );
  return build(tokens, sentence, whole ?? null, inner);
}
