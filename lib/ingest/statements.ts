import { extractClaims } from '#lib/engine/index.ts';
import type { EngineClaim } from '#lib/engine/types.ts';
import { lookUpKeys, type MatchClaim } from '#lib/match/index.ts';

/** A claim as an archive has it: its words alone, and when they were said (YYYY-MM-DD). */
export type Statement = { readonly text: string; readonly on: string | null };

export type ReadStatement = { readonly match: MatchClaim; readonly keys: readonly string[] };

/** What each statement is compared and looked up by: as the engine reads the most of it, or by its words alone where it finds no claim. */
export function readStatements(statements: readonly Statement[]): ReadStatement[] {
  return statements.map(({ text, on }) => {
    const { claims } = extractClaims(text, on === null ? {} : { publishedOn: on });
    const most = claims.reduce<EngineClaim | null>(
      (best, claim) => (lengthOf(claim) > lengthOf(best) ? claim : best),
      null,
    );
    const match = most === null ? plainly(text) : { ...fieldsOf(most), statement: text };
    return { match, keys: lookUpKeys(match) };
  });
}

const lengthOf = (claim: EngineClaim | null): number => (claim === null ? 0 : claim.end - claim.start);

const fieldsOf = ({ quote, kind, polarity, factuality, claimant, quantities, times, entities }: EngineClaim) => ({
  quote,
  kind,
  polarity,
  factuality,
  claimant,
  quantities,
  times,
  entities,
});

const plainly = (text: string): MatchClaim => ({
  quote: text,
  statement: text,
  kind: 'event',
  polarity: 'positive',
  factuality: 'asserted',
  claimant: { name: '', type: 'unnamed', start: null, end: null, via: null },
  quantities: [],
  times: [],
  entities: [],
});
