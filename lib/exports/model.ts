import { z } from 'zod';
import { BLOCK_ROLES, CLAIM_KINDS, CLAIMANT_TYPES, TIERS } from '#lib/engine/types.ts';

/**
 * The frozen report, `report/1`: everything that any format shows. It is kept as canonical JSON with its SHA-256, and
 * every format renders from it alone, so that a report says the same for ever.
 */

const person = z.object({ name: z.string() });
const instant = z.string();
const date = z.string().nullable();

const rating = z.object({
  key: z.string(),
  label: z.string(),
  description: z.string(),
  value: z.number().nullable(),
  stands: z.boolean(),
});

const verdict = z.object({
  seat: z.number(),
  by: person,
  at: instant,
  mode: z.enum(['one', 'open', 'blind']),
  rating,
  attributionFinding: z.string().nullable(),
  rationale: z.string(),
  cites: z.array(z.number()),
  fix: z.object({ replacement: z.string(), state: z.string(), reason: z.string().nullable() }).nullable(),
  override: z.object({ reason: z.string(), by: person }).nullable(),
  signedOff: z.object({ by: person, at: instant }).nullable(),
  ended: z.object({ how: z.enum(['superseded', 'withdrawn']), at: instant, reason: z.string().nullable() }).nullable(),
});
export type ReportVerdict = z.infer<typeof verdict>;

const evidence = z.object({
  number: z.number(),
  source: z.object({
    title: z.string(),
    kind: z.string(),
    tier: z.string(),
    publisher: z.string().nullable(),
    author: z.string().nullable(),
    link: z.string().nullable(),
    publishedOn: date,
  }),
  /** Null where a blind verdict was pending when the report was frozen. */
  stance: z.string().nullable(),
  aspect: z.string(),
  quote: z.string().nullable(),
  locator: z.string().nullable(),
  note: z.string().nullable(),
  means: z.string().nullable(),
  consultedOn: date,
  withdrawn: z.boolean(),
});
export type ReportEvidence = z.infer<typeof evidence>;

const claim = z.object({
  id: z.string(),
  number: z.number(),
  statement: z.string(),
  quote: z.string(),
  /** UTF-16 code units in the article's text; null where the words are no longer in it. */
  start: z.number().nullable(),
  end: z.number().nullable(),
  kind: z.enum(CLAIM_KINDS),
  tier: z.enum(TIERS),
  claimant: z.object({ name: z.string(), kind: z.enum(CLAIMANT_TYPES), via: z.string().nullable() }),
  saidOn: date,
  progress: z.enum(['open', 'in_review', 'awaiting_second_reader', 'disputed', 'settled']),
  settledBy: z.enum(['one', 'two', 'third']).nullable(),
  mark: z.enum(['open', 'review', 'await', 'disputed', 'stands', 'wrong', 'stale', 'excluded']),
  stale: z.boolean(),
  excluded: z.object({ reason: z.string(), by: person }).nullable(),
  proposedByMachine: z.boolean(),
  evidence: z.array(evidence),
  /** In force first, by seat; then what was ended, oldest first. */
  verdicts: z.array(verdict),
  /** Claims that this one came of, by number. */
  cameOf: z.array(z.object({ kind: z.string(), number: z.number() })),
});
export type ReportClaim = z.infer<typeof claim>;

export const reportModel = z.object({
  format: z.literal('report/1'),
  desk: z.string(),
  number: z.number(),
  frozenAt: instant,
  frozenBy: person,
  article: z.object({
    id: z.string(),
    headline: z.string(),
    outlet: z.string().nullable(),
    byline: z.string().nullable(),
    link: z.string().nullable(),
    publishedOn: date,
    language: z.string(),
    revision: z.number(),
    sha256: z.string(),
    text: z.string(),
    blocks: z.array(z.object({ start: z.number(), end: z.number(), role: z.enum(BLOCK_ROLES) })),
    mode: z.enum(['one', 'open', 'blind']),
  }),
  coverage: z.object({ read: z.number(), total: z.number() }),
  scale: z.array(rating),
  claims: z.array(claim),
  /** Ends of the histories that the report saw: a later check holds the database against them. */
  heads: z.array(z.object({ chain: z.string(), sequence: z.number(), hash: z.string() })),
  correction: z.string().nullable(),
});
export type ReportModel = z.infer<typeof reportModel>;

/** The verdict that a claim's standing rests on, or null while there is none. */
export const verdictInForce = (item: ReportClaim): ReportVerdict | null =>
  item.progress === 'settled'
    ? (item.verdicts.filter((one) => one.ended === null).sort((a, b) => bySettling(item, a, b))[0] ?? null)
    : null;

/** A third reader's verdict settles; otherwise the lowest seat's does. */
const bySettling = (item: ReportClaim, a: ReportVerdict, b: ReportVerdict): number =>
  item.settledBy === 'third' ? b.seat - a.seat : a.seat - b.seat;

/** The rating of a settled claim, or the plain word for what it is instead: what is unchecked is said to be unchecked. */
export function outcomeOf(item: ReportClaim): string {
  if (item.excluded) return 'Excluded';
  const settled = verdictInForce(item);
  if (settled) return item.stale ? `${settled.rating.label} (asks for a fresh look)` : settled.rating.label;
  if (item.progress === 'disputed') return 'Disputed';
  if (item.progress === 'awaiting_second_reader') return 'Awaiting a second reader';
  return 'Unchecked';
}
