/**
 * The one sentence that everything after the tokens reads: its words with their places, tags and marks, and what the earlier stages found in it.
 */
import type { Attribution, BlockRole, ClaimKind, Mark, NamedEntity, Quantity, Span, Time, Token } from '../types.ts';
import { holds } from './spans.ts';
import { NO_MARKS } from './tokens.ts';

/** One place where somebody or something is named. */
export type Mention = { readonly entity: NamedEntity; readonly span: Span };

/** One sentence with everything the earlier stages found in it. `text` is a folded view of the same length as the raw text. */
export type ReadSentence = {
  readonly text: string;
  readonly span: Span;
  readonly tokens: readonly Token[];
  readonly attributions: readonly Attribution[];
  readonly quantities: readonly Quantity[];
  readonly times: readonly Time[];
  readonly mentions: readonly Mention[];
  readonly role: BlockRole;
  /** What the article says about who a person is, by full name. */
  readonly roles: ReadonlyMap<string, string>;
};

export type Form = 'whole' | 'relative' | 'headless' | 'counted';

/** A claim before it gets its wording and its score. */
export type Draft = Span & {
  readonly kind: ClaimKind;
  readonly reason: string;
  readonly negated: boolean;
  readonly hedged: boolean;
  readonly attribution: Attribution | null;
  /** Where the claim comes from in the sentence: a clause, the saying itself, an event named in passing, who somebody is. */
  readonly layer: 'clause' | 'saying' | 'event' | 'identity';
  /** What the statement has to put before it: its subject, or the claim it is a part of. */
  readonly lead: readonly Span[];
  /** Whether it has its subject and verb; `relative` where "who" or "which" stands for the subject, `headless` where it has none, `counted` where it only counts what is there. Read off the words where it is missing. */
  readonly form?: Form;
  /** The kind it has if it can be checked after all. */
  readonly ifFact?: ClaimKind;
};

export const inside = <T extends Span>(span: Span, items: readonly T[]): T[] =>
  items.filter((item) => holds(span, item));

/** The span from one token to another, both included; null where either is missing. */
export function tokenSpan(tokens: readonly Token[], from: number, to: number): Span | null {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first === undefined || last === undefined || from >= to ? null : { start: first.start, end: last.end };
}

/** A sentence before its tokens are marked. */
export type Found = ReadSentence;

/** Sets of marks are few and shared, each at the sum of its marks' bits: a sentence costs no more memory for them. */
const shared: ReadonlySet<Mark>[] = [NO_MARKS];
const MARKS: readonly Mark[] = ['figure', 'time', 'quoted', 'place', 'person', 'organization', 'other'];
const BIT = Object.fromEntries(MARKS.map((mark, i) => [mark, 1 << i])) as Readonly<Record<Mark, number>>;

function setOf(bits: number): ReadonlySet<Mark> {
  shared[bits] ??= new Set(MARKS.filter((mark) => (bits & BIT[mark]) !== 0));
  return shared[bits];
}

/** The marks of what covers a token. Linear in what the sentence holds, which is little. */
function marksOf(token: Token, { quantities, times, mentions, attributions }: Found): ReadonlySet<Mark> {
  const covers = (span: Span): boolean => span.start <= token.start && token.end <= span.end;
  let bits = 0;
  if (quantities.some(covers)) bits |= BIT.figure;
  if (times.some(covers)) bits |= BIT.time;
  if (attributions.some(({ quoted, content }) => quoted && covers(content))) bits |= BIT.quoted;
  const named = mentions.find(({ span }) => covers(span));
  if (named !== undefined) bits |= BIT[named.entity.type];
  return setOf(bits);
}

/** A sentence out of what the stages found in it, its tokens marked once for all that reads them. */
export const readSentence = (found: Found): ReadSentence => ({
  ...found,
  tokens: found.tokens.map((token) => {
    const marks = marksOf(token, found);
    return marks === token.marks ? token : { ...token, marks };
  }),
});
