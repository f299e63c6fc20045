/** Hand-annotated claims in the engine's shape, so that comparing them can be judged apart from finding them. */
import type { EngineClaim, EntityType } from '#lib/engine/types.ts';
import type { MatchClaim } from '#lib/match/index.ts';

type GoldQuantity = {
  readonly value: number | null;
  readonly unit: string | null;
  readonly modifier: string | null;
  readonly text?: string;
  readonly low?: number;
  readonly high?: number;
};
type GoldTime = { readonly text: string; readonly resolved: string | null };
export type GoldClaim = {
  readonly id: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly layer: string;
  readonly checkable: boolean;
  readonly negated: boolean;
  readonly speaker: { readonly name: string; readonly kind: string };
  readonly quantities: readonly GoldQuantity[];
  readonly times: readonly GoldTime[];
  readonly entities: readonly { readonly name: string; readonly type: string }[];
};
export type GoldPair = {
  readonly a: string;
  readonly b: string;
  readonly relation: string;
  readonly merge: boolean | 'either';
};
export type PairGold = {
  readonly documents: readonly {
    readonly file: string;
    readonly published: string;
    readonly claims: readonly GoldClaim[];
  }[];
  readonly crossPairs: readonly GoldPair[];
};

const UNITS: Readonly<Record<string, string>> = { '%': 'percent', $: 'USD', '£': 'GBP', '€': 'EUR' };
const TYPES: Readonly<Record<string, EntityType>> = {
  PERSON: 'person',
  GPE: 'place',
  LOC: 'place',
  ORG: 'organization',
};

/** A day, month, quarter, year, week or range of the gold as first and last day; nulls where it is not a plain date. */
function daysOf(resolved: string | null): { from: string | null; to: string | null } {
  const open = { from: null, to: null };
  if (resolved === null) return open;
  if (resolved.includes('/')) {
    const [first = '', last = ''] = resolved.split('/');
    return { from: daysOf(first).from, to: daysOf(last).to };
  }
  if (/^\d{4}-\d\d-\d\d$/.test(resolved)) return { from: resolved, to: resolved };
  if (/^\d{4}-\d\d$/.test(resolved)) return { from: `${resolved}-01`, to: `${resolved}-31` };
  if (/^\d{4}$/.test(resolved)) return { from: `${resolved}-01-01`, to: `${resolved}-12-31` };
  const quarter = /^(\d{4})-Q([1-4])$/.exec(resolved);
  if (quarter === null) return open;
  const first = Number(quarter[2]) * 3 - 2;
  const month = (m: number) => String(m).padStart(2, '0');
  return { from: `${quarter[1]}-${month(first)}-01`, to: `${quarter[1]}-${month(first + 2)}-31` };
}

/** Gold in the engine's shape: units and modifiers by the engine's names, the claim's words as its statement. */
export function asMatchClaim(gold: GoldClaim): MatchClaim {
  const nowhere = { start: gold.start, end: gold.end };
  const vague = (q: GoldQuantity) => q.modifier === 'order-of-magnitude';
  const kind = (): EngineClaim['kind'] => {
    if (gold.layer === 'attribution') return 'attribution';
    if (gold.type === 'identity/title') return 'identity';
    return gold.type === 'quantity' ||
      gold.type === 'causal' ||
      gold.type === 'trend' ||
      gold.type === 'comparison' ||
      gold.type === 'position'
      ? gold.type
      : 'event';
  };
  return {
    quote: gold.quote,
    statement: gold.quote,
    kind: kind(),
    polarity: gold.negated ? 'negative' : 'positive',
    factuality: 'asserted',
    claimant: {
      name: gold.speaker.name,
      type: gold.speaker.kind === 'author' ? 'author' : 'person',
      start: null,
      end: null,
      via: null,
    },
    quantities: gold.quantities
      .filter((q) => q.modifier !== 'article')
      .map((q) => ({
        ...nowhere,
        text: q.text ?? '',
        value: q.value ?? 1000,
        unit: UNITS[q.unit ?? ''] ?? q.unit,
        modifier: vague(q) ? 'at least' : q.modifier === 'almost' ? 'approximately' : null,
        range: q.low !== undefined && q.high !== undefined ? [q.low, q.high] : null,
        tally: null,
        per: null,
        of: null,
        change: null,
        rank: q.modifier === 'ordinal',
      })),
    times: gold.times.map((t) => ({ ...nowhere, text: t.text, ...daysOf(t.resolved), basis: 'publication date' })),
    entities: gold.entities.map((e) => ({ ...nowhere, text: e.name, name: e.name, type: TYPES[e.type] ?? 'other' })),
  };
}
