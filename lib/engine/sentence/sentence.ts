/**
 * The one sentence that everything after the tokens reads: its words with their places, tags and marks, and what the earlier stages found in it.
 */
import type { Attribution, BlockRole, ClaimKind, Mark, NamedEntity, Quantity, Span, Time, Token } from '../types.ts';
import { holds } from './spans.ts';

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
  /** What was cut off its end and says which are meant: its statement tells it again. */
  readonly rest?: Span;
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

/** Sets of marks are few and shared: a sentence costs no more memory for them. */
const shared = new Map<string, ReadonlySet<Mark>>();

function setOf(marks: readonly Mark[]): ReadonlySet<Mark> {
  const key = marks.join(' ');
  const known = shared.get(key) ?? new Set(marks);
  shared.set(key, known);
  return known;
}

/** Hands each token the marks of what covers it. Linear in the tokens: `items` are few in a sentence. */
function marksOf(token: Token, { quantities, times, mentions, attributions }: Found): ReadonlySet<Mark> {
  const covers = (span: Span): boolean => span.start <= token.start && token.end <= span.end;
  const marks: Mark[] = [];
  if (quantities.some(covers)) marks.push('figure');
  if (times.some(covers)) marks.push('time');
  if (attributions.some(({ quoted, content }) => quoted && covers(content))) marks.push('quoted');
  const named = mentions.find(({ span }) => covers(span));
  if (named !== undefined) marks.push(named.entity.type);
  return setOf(marks);
}

/** A sentence out of what the stages found in it, its tokens marked once for all that reads them. */
export const readSentence = (found: Found): ReadSentence => ({
  ...found,
  tokens: found.tokens.map((token) => ({ ...token, marks: marksOf(token, found) })),
});
