/** Who was named or spoke before, for pronouns and for "the spokesman", "the company". */
import { PARTIES } from '../lexicon/organizations.ts';
import type { ClaimantType, EngineClaimant, NamedEntity } from '../types.ts';
import { isNominal } from './nominal.ts';
import type { Phrase } from './phrase.ts';
import type { Item, Unit } from './units.ts';
import { isMark } from './words.ts';

/** Who was named or spoke lately, latest last; for pronouns and for "the spokesman". */
export type Memory = {
  readonly recent: Recent[];
  /** What the unit before was about. */
  subject: (Resolved & { readonly unit: number }) | null;
  /** The last unit that spoke of several people. */
  groupUnit: number;
  /** The last two people whom a sentence was about together, and in which unit. */
  pair: { readonly claimant: EngineClaimant; readonly unit: number } | null;
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

const SECOND = /^(?:deputy|vice|shadow|assistant|associate)$/;

/** Whether "the prime minister" may be somebody of this office: no deputy, and no other minister. */
function isOffice(role: string, noun: string, told: readonly string[]): boolean {
  const words = role.toLowerCase().split(/[^\p{L}]+/u);
  const at = words.indexOf(noun);
  const isSecond = words.slice(0, at).some((word) => SECOND.test(word) && !told.includes(word));
  return at >= 0 && !isSecond && told.every((word) => words.includes(word));
}

/**
 * Whoever holds the office that a noun names, by what the article has called him.
 * @param told what stands before the noun: "prime" of "the prime minister"
 */
export function byRole(memory: Memory, noun: string, told: readonly string[] = []): NamedEntity | null {
  for (let at = memory.recent.length - 1; at >= 0 && at > memory.recent.length - 60; at--) {
    const entity = memory.recent[at]?.entity ?? null;
    if (
      entity?.type === 'person' &&
      entity.role !== null &&
      entity.role.toLowerCase().includes(noun) &&
      isOffice(entity.role, noun, told)
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

/** "the party": the one that has been named of late; null where none or several have. */
function partyOf({ recent }: Memory, last: number): NamedEntity | null {
  const named = new Set(
    recent.flatMap(({ entity, unit }) =>
      entity !== null &&
      last - unit < FIRM_WITHIN &&
      (PARTIES.has(entity.name.toLowerCase()) || / party$/i.test(entity.name))
        ? [entity]
        : [],
    ),
  );
  const [only] = named;
  return named.size === 1 ? (only ?? null) : null;
}

/** "the council" is the body whose name says so; "the company" the only one that has been named of late. */
export function byHead(memory: Memory, noun: string): NamedEntity | null {
  const near = new Set<NamedEntity>();
  const spoke = new Set<NamedEntity>();
  const last = memory.recent.at(-1)?.unit ?? 0;
  const party = noun === 'party' ? partyOf(memory, last) : null;
  if (party !== null) return party;
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

/** No more words stand between the names of two who are named together. */
const TOGETHER = 5;

/** "Nils Lund and deputy Ida Moss": two people in the place of one; `from` is where they begin. Null elsewhere. */
export function pairOf(items: readonly Item[], from: number): EngineClaimant | null {
  const and = items.findIndex(
    ({ lower, kind }, i) => i > from && i < from + TOGETHER && kind === 'word' && lower === 'and',
  );
  const left = items[and - 1];
  if (and < 0 || left?.entity?.type !== 'person' || left.possessive) return null;
  const at = items.findIndex(({ kind }, i) => i > and && kind === 'name');
  const right = items[at];
  const between = items.slice(and + 1, at);
  const isBoth =
    right?.entity?.type === 'person' &&
    right.entity !== left.entity &&
    !right.possessive &&
    at <= and + TOGETHER &&
    between.every((item) => item.kind === 'word' && isNominal(item)) &&
    items.slice(from, and).every(({ kind }) => kind !== 'mark' && kind !== 'quote') &&
    items[at + 1]?.lower !== 'and' &&
    !isMark(items[at + 1], ',');
  if (!isBoth || right?.entity == null) return null;
  const name = `${left.entity.name} and ${right.entity.name}`;
  return { name, type: 'person', start: left.start, end: right.end, via: null };
}

/** Words before an office that tell of nothing but when or how. */
const PLAIN_BEFORE = /^(?:the|his|her|this|that|new|current|outgoing|incoming|veteran|senior|young|old|same)$/;

/** What an office is told apart by: "prime" of "the prime minister", nothing of "the Norwegian minister". */
export const toldOf = ({ items }: Unit, { from, head }: Phrase): string[] =>
  items.slice(from, head).flatMap(({ kind, lower }) => (kind === 'word' && !PLAIN_BEFORE.test(lower) ? [lower] : []));

/** "The 28-year-old sailor said": the person whom the sentence before is about, since his age has been told; null where another may be meant. */
export function ofAge(
  { items }: Unit,
  { from, to }: Phrase,
  { subject, recent }: Memory,
  index: number,
): NamedEntity | null {
  if (!items.slice(from, to).some(({ lower }) => lower === 'year-old')) return null;
  if (subject?.unit !== index - 1 || subject.entity?.type !== 'person') return null;
  const about = subject.entity;
  // "Coach Ott trained Falk. The 28-year-old": Falk, of whom the article tells
  const isMain = recent.every(
    ({ entity, unit }) =>
      unit < index - 2 ||
      entity?.type !== 'person' ||
      entity === about ||
      entity.mentions.length < about.mentions.length,
  );
  return isMain ? about : null;
}

/** "The regulator looks into the broker Norlux's books, *the firm* said": the only firm that the words before name; null where none or several do. */
export function firmBefore({ items }: Unit, { from }: Phrase, noun: string): NamedEntity | null {
  if (!/^(?:company|firm|group)$/.test(noun)) return null;
  const named = new Set(
    items.slice(0, from).flatMap(({ entity }) => (entity !== null && entity.type !== 'place' ? [entity] : [])),
  );
  const [only] = named;
  return named.size === 1 && only !== undefined && only.type === 'organization' && mayBeFirm(only) ? only : null;
}

/** Who is called by his rank as others are by their first name. */
const PEERS = /^(?:lord|lady|baroness|viscount|earl|prince|princess|king|queen|pope)$/i;

/** Whoever a name of the article stands for, where it stands at these places. */
export function named(entity: NamedEntity, start: number, end: number): Resolved {
  const type: ClaimantType = entity.type === 'person' || entity.type === 'other' ? 'person' : 'organization';
  const isPeer = !entity.name.includes(' ') && PEERS.test(entity.role ?? '');
  const name = isPeer ? `${entity.role} ${entity.name}` : entity.name;
  return { claimant: { name, type, start, end, via: null }, entity, sure: 1 };
}
