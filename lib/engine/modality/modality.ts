/** Whether a claim says that something is so or that it is not, and how sure it puts that. */
import { rangeOf } from '../claims/detach.ts';
import { hitsOf } from '../rules/rows.ts';
import type { Draft, ReadSentence } from '../sentence/sentence.ts';
import type { ClaimKind, Factuality, Polarity, Token } from '../types.ts';
import { STATED } from './rows.ts';

/** A word behind one of these is about something inside the claim, not about the claim. */
const INSIDE: ReadonlySet<string> = new Set(
  'who which whose whom that where because although while when after before since whether if unless'.split(' '),
);

/** Token index up to which the words speak of the claim as a whole: the first clause that hangs on its own verb. */
function reachOf(tokens: readonly Token[], from: number, to: number): number {
  const verb = tokens.findIndex(({ tag }, i) => i >= from && i < to && (tag === 'VERB' || tag === 'AUX'));
  const start = verb < 0 ? from : verb + 1;
  const inner = tokens.findIndex(({ lower, tag }, i) => i >= start && i < to && INSIDE.has(lower) && tag !== 'DET');
  return inner < 0 ? to : inner;
}

/** Of two ways of putting it, the one that says more against its being so. */
const ORDER: readonly Factuality[] = ['denied', 'conditional', 'planned', 'expected', 'possible', 'asserted'];

const BY_KIND: Readonly<Partial<Record<ClaimKind, Factuality>>> = { plan: 'planned', prediction: 'expected' };

/**
 * @param kind as it was judged in the end
 * @returns what the claim's own words, its kind and whoever says it make of it
 */
export function statedAs(
  { tokens }: ReadSentence,
  draft: Draft,
  kind: ClaimKind,
): { polarity: Polarity; factuality: Factuality } {
  const range = rangeOf(tokens, draft);
  // that something was denied is asserted
  if (range === null || draft.layer === 'saying') return { polarity: 'positive', factuality: 'asserted' };
  const [from, to] = range;
  const own = tokens.slice(from, to);
  const reach = reachOf(own, 0, own.length);
  // a condition is one wherever it stands; all else speaks of the claim only before what hangs on its verb
  const hits = hitsOf(STATED, own).filter(
    ({ rule, captures }) => rule.gives.factuality === 'conditional' || (captures.get('it')?.[0] ?? own.length) < reach,
  );
  const negatives = new Set(
    hits.flatMap(({ rule, captures }) => (rule.gives.isNegative ? [captures.get('it')?.[0]] : [])),
  );
  const ways = hits.flatMap(({ rule }) => rule.gives.factuality ?? []);
  const denied = draft.attribution?.cueClass === 'deny' && draft.layer === 'clause' ? (['denied'] as const) : [];
  const byKind = BY_KIND[kind];
  const possible = ways.includes('possible') && kind === 'prediction';
  const all: Factuality[] = [...ways, ...denied, ...(byKind === undefined || possible ? [] : [byKind])];
  // a supposed clause holds only where its condition is part of the claim
  const factuality = ORDER.find((way) => all.includes(way)) ?? 'asserted';
  return { polarity: negatives.size % 2 === 1 ? 'negative' : 'positive', factuality };
}
