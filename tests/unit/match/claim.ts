/** Claims in a short form, for tests: words, and what the engine would have read in them. */
import type { ClaimKind, EntityType, Modifier } from '#lib/engine/types.ts';
import type { MatchClaim } from '#lib/match/index.ts';

export type Short = {
  readonly kind?: ClaimKind;
  readonly by?: string;
  readonly not?: true;
  /** text, value, unit, and what else there is to say of it */
  readonly figures?: readonly (readonly [
    string,
    number,
    string | null,
    { modifier?: Modifier; change?: 'up' | 'down'; rank?: true; per?: string; range?: readonly [number, number] }?,
  ])[];
  /** first and last day; one day where the second is missing */
  readonly when?: readonly (readonly [string, string, string?])[];
  /** "p:" person, "o:" organization, else place; "text=name" where the claim uses a short form */
  readonly names?: readonly string[];
};

const TYPES: Readonly<Record<string, EntityType>> = { p: 'person', o: 'organization' };

export function claim(quote: string, short: Short = {}): MatchClaim {
  const nowhere = { start: 0, end: quote.length };
  return {
    quote,
    statement: quote,
    kind: short.kind ?? 'event',
    polarity: short.not ? 'negative' : 'positive',
    factuality: 'asserted',
    claimant: {
      name: short.by ?? 'author',
      type: short.by === undefined ? 'author' : 'person',
      start: null,
      end: null,
      via: null,
    },
    quantities: (short.figures ?? []).map(([text, value, unit, more = {}]) => ({
      ...nowhere,
      text,
      value,
      unit,
      modifier: more.modifier ?? null,
      range: more.range ?? null,
      tally: null,
      per: more.per ?? null,
      of: null,
      change: more.change ?? null,
      rank: more.rank ?? false,
    })),
    times: (short.when ?? []).map(([text, from, to]) => ({ ...nowhere, text, from, to: to ?? from, basis: 'stated' })),
    entities: (short.names ?? []).map((entry) => {
      const [, tag = '', rest = ''] = /^(?:(\w):)?(.*)$/.exec(entry) ?? [];
      const [text = '', name = text] = rest.split('=');
      return { ...nowhere, text, name, type: TYPES[tag] ?? 'place' };
    }),
  };
}
