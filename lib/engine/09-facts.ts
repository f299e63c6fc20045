/**
 * Stage 9: what goes into the reading of one sentence, and what comes out of it.
 */
import { holds } from './09-spans.ts';
import type { Attribution, BlockRole, ClaimKind, NamedEntity, Quantity, Span, Time, Token } from './types.ts';

/** One place where somebody or something is named. */
export type Mention = { readonly entity: NamedEntity; readonly span: Span };

/** One sentence with everything the earlier stages found in it. `text` is a folded view of the same length as the raw text. */
export type SentenceFacts = {
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
};

export const inside = <T extends Span>(span: Span, items: readonly T[]): T[] =>
  items.filter((item) => holds(span, item));

/** The span from one token to another, both included; null where either is missing. */
export function tokenSpan(tokens: readonly Token[], from: number, to: number): Span | null {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first === undefined || last === undefined || from >= to ? null : { start: first.start, end: last.end };
}
