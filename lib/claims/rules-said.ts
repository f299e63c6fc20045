import type { ClaimantType, EngineClaim } from '#lib/engine/types.ts';
import type { Said } from '#lib/standing/types.ts';

/** Of whom the article's own claims are. */
const THE_ARTICLE = 'The article';

/** A claimant as the desk keeps them: of the article's own claims there is one. */
export const claimantKept = (kind: ClaimantType, name: string): Said['claimant'] => ({
  kind,
  name: kind === 'author' ? THE_ARTICLE : name,
});

/** Who makes a claim of the engine's, as the desk keeps them. */
export const claimantRead = ({ claimant }: EngineClaim): Said['claimant'] =>
  claimantKept(claimant.type, claimant.name.trim() || 'Somebody unnamed');

export const claimantLine = ({ kind, name }: Said['claimant']): string => `${kind}: ${name}`;

/** Of a claim that nothing is known of. */
export const PLAIN = { polarity: 'positive', factuality: 'asserted' } as const;

/** What the reading of a text says of a stretch of it; of how it is said only what is certain. */
export type Read<C extends EngineClaim = EngineClaim> = { readonly claim: C | null; readonly said: Partial<Said> };

export const saysAlike = (a: Said, b: Said): boolean =>
  a.polarity === b.polarity &&
  a.factuality === b.factuality &&
  a.via === b.via &&
  claimantLine(a.claimant) === claimantLine(b.claimant);

/**
 * How a claim is said once it stands elsewhere: what was as read in the old place is as read in the new one, and what
 * somebody has set stays. Of what nothing was read, the plain was nobody's word.
 */
export function saidAfterMove(was: Said, before: Partial<Said>, now: Partial<Said>): Said {
  const read = { ...PLAIN, ...before };
  return {
    polarity: was.polarity === read.polarity ? (now.polarity ?? was.polarity) : was.polarity,
    factuality: was.factuality === read.factuality ? (now.factuality ?? was.factuality) : was.factuality,
    ...(read.claimant && claimantLine(read.claimant) === claimantLine(was.claimant) && read.via === was.via
      ? { claimant: now.claimant ?? was.claimant, via: now.via === undefined ? was.via : now.via }
      : { claimant: was.claimant, via: was.via }),
  };
}
