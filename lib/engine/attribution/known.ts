/** Who was named or spoke before, for pronouns and for "the spokesman", "the company". */
import type { EngineClaimant, NamedEntity } from '../types.ts';

/** Who was named or spoke lately, latest last; for pronouns and for "the spokesman". */
export type Memory = {
  readonly recent: Recent[];
  /** What the unit before was about. */
  subject: (Resolved & { readonly unit: number }) | null;
  /** The last unit that spoke of several people. */
  groupUnit: number;
};
export type Recent = {
  readonly entity: NamedEntity | null;
  readonly claimant: EngineClaimant | null;
  readonly weight: number;
  readonly unit: number;
};

/** So many units further back nobody is meant any more. */
export const REACH = 14;
export type Resolved = {
  readonly claimant: EngineClaimant;
  readonly entity: NamedEntity | null;
  readonly sure: number;
};

/** "spokesman" of "spokesman for Fresh Plate". */
export const headOf = (name: string): string =>
  name
    .toLowerCase()
    .split(/ (?:for|of|at|in|from|with|to|who) /)[0]
    ?.split(' ')
    .at(-1) ?? '';

/** "A Baltic trade official said …. *The official* added": who was described with the same noun, where that was one alone; null elsewhere. */
export function byDescription(memory: Memory, noun: string, index: number): EngineClaimant | null {
  const names = new Map<string, EngineClaimant>();
  for (let at = memory.recent.length - 1; at >= 0; at--) {
    const { claimant, entity, unit } = memory.recent[at] ?? {};
    if (unit === undefined || index - unit > REACH) break;
    if (claimant == null || entity !== null || headOf(claimant.name) !== noun || claimant.name.toLowerCase() === noun)
      continue;
    names.set(claimant.name, claimant);
  }
  const [only] = names.values();
  return names.size === 1 ? (only ?? null) : null;
}

export function byRole(memory: Memory, noun: string): NamedEntity | null {
  for (let at = memory.recent.length - 1; at >= 0 && at > memory.recent.length - 60; at--) {
    const entity = memory.recent[at]?.entity ?? null;
    if (
      entity?.type === 'person' &&
      entity.role !== null &&
      // a word of it, and not only a part of one
      entity.role.toLowerCase().includes(noun) &&
      entity.role
        .toLowerCase()
        .split(/[^\p{L}]+/u)
        .includes(noun)
    )
      return entity;
  }
  return null;
}

const AIRLINES = /air|jet|fly|lines|aviation|klm|sas/i;
const BANKS = /bank|banc|savings|trust|credit|financial/i;

export const FIRMS = new Set(
  'bank company group firm manufacturer maker retailer airline chain operator supplier developer carmaker business'.split(
    ' ',
  ),
);

/** In so many sentences "the company" goes back to the one that has been named. */
const FIRM_WITHIN = 4;

export const NO_FIRM =
  /tv\b|\.(?:com|org|fr|net)\b|\b(?:union(?= of|$)|party|senate|house|congress|parliament|ministry|department|council|committee|commission|court|police|agency|university|college|school|hospital|church|army|navy|office|reuters|tv|radio|television|press|times|post|news|bbc|ap|afp|un|u\.n|eu|e\.u)\b/i;

/** What can be a company: no agency, party, union or office, and not many of something ("Democrats"). */
const mayBeFirm = ({ name, type }: NamedEntity): boolean =>
  type !== 'place' && !NO_FIRM.test(name) && !/^\p{Lu}\p{Ll}+(?:ans|ats|ists|ers|ives|ons)$/u.test(name);

/** "the council" is the body whose name says so; "the company" the only one that has been named of late. */
export function byHead(memory: Memory, noun: string): NamedEntity | null {
  const near = new Set<NamedEntity>();
  const spoke = new Set<NamedEntity>();
  const last = memory.recent.at(-1)?.unit ?? 0;
  for (let at = memory.recent.length - 1; at >= 0 && at > memory.recent.length - 120; at--) {
    const entity = memory.recent[at]?.entity ?? null;
    if (entity === null || entity.type === 'person' || entity.type === 'place') continue;
    // "Halden Group" is no more "the group" than another firm near it
    if (
      !FIRMS.has(noun) &&
      entity.name
        .toLowerCase()
        .split(/[^\p{L}]+/u)
        .includes(noun)
    )
      return entity;
    // "the grid operator" is no name that happens to stand near
    const isSure = entity.type === 'organization' || /^(?:company|firm|group|business)$/.test(noun);
    if (!isSure || last - (memory.recent[at]?.unit ?? 0) >= FIRM_WITHIN || !mayBeFirm(entity)) continue;
    if ((noun === 'bank' && !BANKS.test(entity.name)) || (noun === 'airline' && !AIRLINES.test(entity.name))) continue;
    near.add(entity);
    if (memory.recent[at]?.claimant != null) spoke.add(entity);
  }
  // of several firms near it, the one that has spoken
  const [only] = spoke.size === 1 ? spoke : near;
  return FIRMS.has(noun) && (near.size === 1 || spoke.size === 1) && only !== undefined ? only : null;
}
