/**
 * The one sentence that everything after the tokens reads: its words with their places, tags and marks, and what the earlier stages found in it.
 */
import type { Attribution, BlockRole, ClaimKind, Mark, NamedEntity, Quantity, Span, Time, Token } from '../types.ts';
import { holds } from './spans.ts';
import { firstFrom } from './stretches.ts';
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

export type Form = 'whole' | 'relative' | 'headless' | 'counted' | 'source' | 'frame' | 'was so much' | 'is so much';

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
  /** Whether it has its subject and verb; `relative` where "who" or "which" stands for the subject, `headless` where it has none, `counted` where it only counts what is there, `source` where it only names what is quoted, `frame` where it only tells who says it. Read off the words where it is missing. */
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

/** Sets of marks are few and shared, each at the sum of its marks' bits: a sentence costs no more memory for them. */
const shared: ReadonlySet<Mark>[] = [NO_MARKS];
const MARKS: readonly Mark[] = ['figure', 'time', 'quoted', 'place', 'person', 'organization', 'other'];
const BIT = Object.fromEntries(MARKS.map((mark, i) => [mark, 1 << i])) as Readonly<Record<Mark, number>>;
const NAMED = BIT.place | BIT.person | BIT.organization | BIT.other;

function setOf(bits: number): ReadonlySet<Mark> {
  shared[bits] ??= new Set(MARKS.filter((mark) => (bits & BIT[mark]) !== 0));
  return shared[bits];
}

/** Sets a mark's bit at every token that a span holds. Spans may lie in one another: no token is marked twice. Changes `bits`. */
function setBit(bits: Uint8Array, tokens: readonly Token[], spans: readonly Span[], bit: number): void {
  let done = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    let at = Math.max(done, firstFrom(tokens, start));
    for (; (tokens[at]?.end ?? end + 1) <= end; at += 1) bits[at] = (bits[at] ?? 0) | bit;
    done = Math.max(done, at);
  }
}

/** For each token the marks of what covers it, as the sum of their bits. Linear in the tokens and in what stands among them. */
function marksOf({ tokens, quantities, times, mentions, attributions }: Found): Uint8Array {
  const bits = new Uint8Array(tokens.length);
  setBit(bits, tokens, quantities, BIT.figure);
  setBit(bits, tokens, times, BIT.time);
  const quoted = attributions.filter((one) => one.quoted).map(({ content }) => content);
  setBit(bits, tokens, quoted, BIT.quoted);
  // of two names over one token the first is its name
  for (const { span, entity } of [...mentions].reverse())
    for (let at = firstFrom(tokens, span.start); (tokens[at]?.end ?? span.end + 1) <= span.end; at += 1)
      bits[at] = ((bits[at] ?? 0) & ~NAMED) | BIT[entity.type];
  return bits;
}

/** A sentence out of what the stages found in it, its tokens marked once for all that reads them. */
export function readSentence(found: Found): ReadSentence {
  const bits = marksOf(found);
  const tokens = found.tokens.map((token, at) => {
    const marks = setOf(bits[at] ?? 0);
    // "its president, Grant Hollis": part of a name, whatever the tagger makes of it
    const isName =
      (token.tag === 'VERB' || token.tag === 'AUX') &&
      at > 0 &&
      ((bits[at] ?? 0) & NAMED) !== 0 &&
      /^\p{Lu}\p{Ll}/u.test(token.text);
    // "the Securities and Exchange Commission": no joint
    const isInName =
      token.tag === 'CCONJ' && ((bits[at] ?? 0) & (bits[at - 1] ?? 0) & (bits[at + 1] ?? 0) & NAMED) !== 0;
    if (isName || isInName) return { ...token, marks, tag: 'PROPN' as const };
    return marks === token.marks ? token : { ...token, marks };
  });
  return { ...found, tokens };
}
