import { z } from 'zod';
import { CLAIM_KINDS, CLAIMANT_TYPES, FACTUALITIES, POLARITIES, TIERS } from '#lib/engine/types.ts';
import { unmetList } from '#lib/exports/model.ts';
import { entitiesSchema, figuresSchema, timesSchema } from '#lib/standing/schema-columns.ts';
import { count, day, id, idOrNull, instant, instantOrNull, mode, place, words } from './schema-parts.ts';

/* A claim, and what hangs on it, as an article's file has them. */

const unmet = unmetList.nullable();
const ended = z.strictObject({ at: instant, by: idOrNull, reason: words }).nullable();

const anchor = z.strictObject({
  revision: count,
  start: place,
  end: place,
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  sentence: z.string(),
  state: z.string(),
});

export const claim = z.strictObject({
  id,
  number: count,
  statement: z.string(),
  kind: z.enum(CLAIM_KINDS),
  polarity: z.enum(POLARITIES),
  factuality: z.enum(FACTUALITIES),
  claimant: z.strictObject({ name: z.string(), kind: z.enum(CLAIMANT_TYPES) }),
  via: words,
  saidOn: day,
  saidWhere: words,
  figures: figuresSchema,
  times: timesSchema,
  entities: entitiesSchema,
  checkworthiness: z.number(),
  tier: z.enum(TIERS),
  reasons: z.array(z.string()),
  misdeed: z.boolean(),
  origin: z.enum(['machine', 'person']),
  engineVersion: words,
  createdAt: instant,
  createdBy: idOrNull,
  assignee: idOrNull,
  touchedAt: instantOrNull,
  acceptedBy: idOrNull,
  excluded: ended,
  withdrawn: ended,
  replacedAt: instantOrNull,
  progress: z.enum(['open', 'in_review', 'awaiting_second_reader', 'disputed', 'settled']),
  settledBy: z.enum(['one', 'two', 'third']).nullable(),
  settledVerdict: idOrNull,
  stale: z.boolean(),
  held: z.boolean(),
  anchors: z.array(anchor),
});

export const lineage = z.strictObject({ id, kind: z.string(), from: id, to: id, by: idOrNull, at: instant });

export const evidence = z.strictObject({
  id,
  claim: id,
  source: id,
  number: count,
  stance: z.enum(['supports', 'refutes', 'context']),
  aspect: z.string(),
  quote: words,
  locator: words,
  note: words,
  means: words,
  consultedOn: day,
  createdAt: instant,
  createdBy: idOrNull,
  carriedFrom: idOrNull,
  withdrawn: ended,
  capture: idOrNull,
  captureStart: place,
  captureEnd: place,
  quoteCheck: words,
  quoteDifference: z.json(),
  standsAt: words,
  working: z.json(),
});

const signOff = z.strictObject({
  id,
  by: id,
  at: instant,
  basisDigest: z.string(),
  unmet,
  withdrawn: z.strictObject({ at: instant, reason: words }).nullable(),
});

const fix = z.strictObject({
  id,
  replacement: z.string(),
  state: z.enum(['proposed', 'accepted', 'refused', 'applied']),
  reason: words,
  decidedBy: idOrNull,
  decidedAt: instantOrNull,
  appliedIn: count.nullable(),
});

export const verdict = z.strictObject({
  id,
  claim: id,
  by: id,
  seat: z.number().int(),
  rating: id,
  attributionFinding: words,
  rationale: z.string(),
  revision: count,
  basis: z.string(),
  basisDigest: z.string(),
  mode,
  supersedes: idOrNull,
  confirms: idOrNull,
  override: z.strictObject({ reason: words, by: idOrNull }).nullable(),
  unmet,
  at: instant,
  revealedAt: instant,
  supersededAt: instantOrNull,
  withdrawn: ended,
  /** Pieces of evidence by their ids, each as it was when it was cited. */
  cites: z.array(z.strictObject({ evidence: id, version: count })),
  authors: z.array(z.strictObject({ id, part: z.string() })),
  signOffs: z.array(signOff),
  fix: fix.nullable(),
});

export const comment = z.strictObject({
  id,
  claim: idOrNull,
  thread: idOrNull,
  verdict: idOrNull,
  kind: z.enum(['note', 'query']),
  body: z.string(),
  mentions: z.array(id),
  addressee: words,
  askedWhom: words,
  askedHow: words,
  dueAt: instantOrNull,
  holds: words,
  outcome: words,
  answer: words,
  /** Null of a guest, who has answered by a link. */
  by: idOrNull,
  // From here on files of before do not say.
  guestLink: idOrNull.default(null),
  guest: words.default(null),
  /** What it is about beside its claim: a piece of evidence, or words of the text. */
  evidence: idOrNull.default(null),
  quote: words.default(null),
  cameFrom: words.default(null),
  answerFrom: words.default(null),
  at: instant,
  editedAt: instantOrNull,
  resolvedAt: instantOrNull,
  resolvedBy: idOrNull,
  withdrawnAt: instantOrNull,
});
