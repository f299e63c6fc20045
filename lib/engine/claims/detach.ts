/**
 * Cuts off the end of a claim what is a fact of its own. Rows find the places (`joints.ts`); whether to cut there is a learned judgement, from the row that
 * found it and from what stands on both sides.
 */
import { findClauses } from '../clauses/clauses.ts';
import { probability } from '../judgement/model.ts';
import { type Hit, hitsOf } from '../rules/rows.ts';
import { type Draft, inside, type ReadSentence, tokenSpan } from '../sentence/sentence.ts';
import { overlapOf, spanOf } from '../sentence/spans.ts';
import type { Span, Token } from '../types.ts';
import { DETACH } from '../weights/judgements.ts';
import { JOINTS, type Joint } from './joints.ts';

/** A place where a draft may be cut: token ranges of the sentence, half-open. */
export type Cut = {
  readonly name: string;
  /** Where the claim before it ends. */
  readonly hostEnd: number;
  readonly tail: readonly [number, number];
  /** Where the claim of the tail starts: with the words it hangs on, or with its own. */
  readonly from: number;
  readonly untilComma: boolean;
};

/** Surer than this, and what hangs on a claim is one itself. */
const SURE = 0.65;

function cutOf({ rule, captures }: Hit<Joint>, tokens: readonly Token[], end: number): Cut | null {
  const tail = captures.get('tail');
  if (tail === undefined) return null;
  const head = captures.get('head');
  const first = tail[0] + (rule.gives.joins ? 1 : 0);
  const comma = rule.gives.until === 'comma' ? tokens.findIndex((token, i) => i > first && token.lower === ',') : -1;
  const to = comma < 0 || comma > end ? end : comma;
  if (to - first < 2) return null;
  return {
    name: rule.name,
    hostEnd: head === undefined ? tail[0] : head[1],
    tail: [first, to],
    from: rule.gives.withHead && head !== undefined ? head[0] : first,
    untilComma: comma >= 0 && to < end,
  };
}

/** Token range of a span; null where it holds no token. */
export function rangeOf(tokens: readonly Token[], { start, end }: Span): [number, number] | null {
  const from = tokens.findIndex((token) => token.end > start);
  const to = tokens.findLastIndex((token) => token.start < end) + 1;
  return from < 0 || to <= from ? null : [from, to];
}

/** Where the finite verbs of a sentence stand. */
const finiteVerbs = (tokens: readonly Token[]): ReadonlySet<number> =>
  new Set(findClauses(tokens).map(({ verb }) => verb.from));

/** What is left before the cut has a verb of its own, and what is cut off is not that verb. */
function saysSomething(verbs: ReadonlySet<number>, from: number, { hostEnd, tail, from: head }: Cut): boolean {
  const own = [...verbs].some((verb) => verb >= from && verb < Math.min(hostEnd, head === tail[0] ? hostEnd : head));
  return own && !verbs.has(tail[0]);
}

/** The places where a draft may be cut, in the order of their tails; of several rows at one place the first. */
export function cutsOf(sentence: ReadSentence, draft: Span): Cut[] {
  const { tokens } = sentence;
  const verbs = finiteVerbs(tokens);
  const hits = hitsOf(JOINTS, tokens);
  const range = rangeOf(tokens, draft);
  if (range === null) return [];
  const [from, to] = range;
  const seen = new Set<number>();
  const cuts: Cut[] = [];
  for (const hit of hits) {
    const cut = cutOf(hit, tokens, to);
    if (cut === null || cut.hostEnd - from < 2 || cut.tail[1] > to || cut.tail[0] <= from || seen.has(cut.tail[0]))
      continue;
    if (cut.from < from || !saysSomething(verbs, from, cut)) continue;
    seen.add(cut.tail[0]);
    cuts.push(cut);
  }
  return cuts.sort((a, b) => a.tail[0] - b.tail[0]);
}

const SUPERLATIVE = /^(?:most|least|first|only|last|[a-z]{3,}est)$/;
const FINITE = /^(?:is|are|was|were|has|have|had|did|does|do|will|would|could|may|might|must|should)$/;

/** What speaks for and against a cut, in words. */
export function detachFeatures(sentence: ReadSentence, draft: Draft, cut: Cut): string[] {
  const { tokens } = sentence;
  const [first, end] = cut.tail;
  const tail = tokens.slice(first, end);
  const span = tokenSpan(tokens, first, end) ?? draft;
  const range = rangeOf(tokens, draft) ?? [first, first];
  const hostWords = cut.hostEnd - range[0];
  const has = (name: string, is: boolean): string[] => (is ? [name] : []);
  const figures = inside(span, sentence.quantities).filter(({ rank }) => !rank).length > 0;
  const verb = tail.some(({ tag }) => tag === 'VERB' || tag === 'AUX');
  return [
    `row: ${cut.name}`,
    ...has('a figure in the tail', figures),
    ...has('a time in the tail', inside(span, sentence.times).length > 0),
    ...has(
      'a name in the tail',
      sentence.mentions.some((mention) => overlapOf(mention.span, span) > 0),
    ),
    ...has(
      'a superlative in the tail',
      tail.some(({ lower }) => SUPERLATIVE.test(lower)),
    ),
    ...has('a verb in the tail', verb),
    ...has(
      'a finite verb in the tail',
      tail.some(({ lower }) => FINITE.test(lower)),
    ),
    ...has('a tail of under five words', tail.length < 5),
    ...has('a tail of over twelve words', tail.length > 12),
    ...has('a host of under five words', hostWords < 5),
    ...has('a host of over fifteen words', hostWords > 15),
    ...has('behind a comma', tokens[first - 1]?.lower === ','),
    ...has('somebody said it', draft.attribution !== null),
    ...has('quoted', draft.attribution?.quoted === true),
    ...has('not checkable', draft.kind === 'opinion' || draft.kind === 'prediction'),
    ...has(
      'a modal in the tail',
      tail.some(({ lower, tag }) => tag === 'AUX' && /^(?:will|would|could|may|might|should|must|can)$/.test(lower)),
    ),
    ...has(
      'a condition',
      tokens.slice(range[0], range[1]).some(({ lower }) => lower === 'if' || lower === 'unless'),
    ),
  ];
}

export type Judge = (span: Span, host: Draft) => Draft;

/**
 * The draft without its tails, and its tails.
 *
 * @param judged makes a draft of a stretch of the sentence, in the mouth of whoever says the host
 */
export function detached(sentence: ReadSentence, draft: Draft, judged: Judge): Draft[] {
  if (draft.layer !== 'clause') return [draft];
  const { tokens } = sentence;
  const cuts = cutsOf(sentence, draft).filter(
    (cut) => probability(DETACH, detachFeatures(sentence, draft, cut)) > SURE,
  );
  const [first] = cuts;
  if (first === undefined) return [draft];
  const range = rangeOf(tokens, draft);
  if (range === null) return [draft];
  const pieces: Draft[] = [];
  const host = first.untilComma ? draft : { ...draft, ...(spanOf(tokens, range[0], first.hostEnd) ?? draft) };
  pieces.push(host);
  cuts.forEach((cut, i) => {
    const next = cuts[i + 1];
    const end =
      next !== undefined && next.hostEnd > cut.tail[0] && next.hostEnd < cut.tail[1] ? next.hostEnd : cut.tail[1];
    const span = spanOf(tokens, cut.from, end);
    if (span !== null && span.end <= draft.end) pieces.push(judged(span, host));
  });
  return pieces;
}
