import { z } from 'zod';
import { CLAIM_KINDS, CLAIMANT_TYPES, FACTUALITIES, MODIFIERS, POLARITIES } from '#lib/engine/types.ts';
import { id, optionalDate, optionalText, span, text, version } from '#lib/platform/fields.ts';
import { says } from '#lib/platform/issues.ts';
import { MANY_DEEDS } from './rules-many.ts';

const statement = text(2000);

export const claimantInput = z.object({ name: text(300), kind: z.enum(CLAIMANT_TYPES) });

export const addClaimInput = z.object({
  articleId: id,
  revisionId: id,
  span,
  /** Left out, the words themselves are the statement. */
  statement: statement.optional(),
  kind: z.enum(CLAIM_KINDS).default('event'),
});

/** `accepted` false takes one's acceptance back. */
export const acceptClaimInput = z.object({ id, version, accepted: z.boolean().default(true) });

const figure = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  text: text(300),
  value: z.number().nullable(),
  unit: optionalText(100),
  modifier: z.enum(MODIFIERS).nullable(),
  range: z.tuple([z.number().nullable(), z.number().nullable()]).nullable(),
  tally: z.tuple([z.number(), z.number()]).nullable().default(null),
  per: optionalText(100),
  of: optionalText(300),
  change: z.enum(['up', 'down']).nullable(),
  rank: z.boolean(),
});
const time = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  text: text(300),
  from: optionalDate,
  to: optionalDate,
  basis: z.enum(['stated', 'publication date', 'earlier date', 'unresolved']),
});

/** How the article says it. */
const said = {
  polarity: z.enum(POLARITIES).optional(),
  factuality: z.enum(FACTUALITIES).optional(),
  claimant: claimantInput.optional(),
  via: optionalText(300).optional(),
};

/** Everything about a claim that a person may set right but its words and its place. */
export const editClaimInput = z.object({
  id,
  version,
  statement: statement.optional(),
  kind: z.enum(CLAIM_KINDS).optional(),
  ...said,
  saidOn: optionalDate.optional(),
  saidWhere: optionalText(300).optional(),
  figures: z.array(figure).max(50).optional(),
  times: z.array(time).max(50).optional(),
  /** It says that somebody living has done wrong. */
  misdeed: z.boolean().optional(),
});
export type EditClaimInput = z.infer<typeof editClaimInput>;

/** `open` takes such a decision back, and the claim says again what it `was`. */
export const decideProposalInput = z.object({
  id,
  version,
  take: z.enum(['proposed', 'own', 'open']),
  was: z.object({ statement, figures: z.array(figure).max(50), times: z.array(time).max(50), ...said }).optional(),
});
export type DecideProposalInput = z.infer<typeof decideProposalInput>;

export const rescopeInput = z.object({ id, version, revisionId: id, span });
/** Claims at the versions that their editor saw. */
const MANY = 5000;
export const excludeInput = z.object({
  /** A reason of its own is one that comes back with what was undone. */
  claims: z
    .array(z.object({ id, version, reason: text(500).optional() }))
    .min(1)
    .max(MANY),
  reason: text(500),
});
export const restoreInput = z.object({
  claims: z.array(z.object({ id, version })).min(1).max(MANY),
});
export const assignInput = z.object({
  /** Whom one of them is given to that goes to another than the rest: as it was before. */
  claims: z
    .array(z.object({ id, version, assigneeId: id.nullable().optional() }))
    .min(1)
    .max(MANY),
  assigneeId: id.nullable(),
});
/** Whom an article's unassigned claims are shared out among; with nobody, who there is to choose from. */
export const planShareInput = z.object({ articleId: id, personIds: z.array(id).max(200) });
export type PlanShareInput = z.infer<typeof planShareInput>;
/** Shares as they were shown: who gets which claims, at which versions. */
export const shareOutInput = z.object({
  shares: z
    .array(z.object({ personId: id, claims: z.array(z.object({ id, version })).max(5000) }))
    .min(1)
    .max(200),
});
export type ShareOutInput = z.infer<typeof shareOutInput>;
export const flagInput = z.object({
  claims: z.array(z.object({ id, version })).min(1).max(MANY),
  misdeed: z.boolean(),
});
/** What would come of a deed on these. */
export const previewManyInput = z.object({
  articleId: id,
  claims: z.array(id).min(1).max(MANY),
  deed: z.enum(MANY_DEEDS),
  assigneeId: id.nullable().default(null),
  misdeed: z.boolean().default(true),
});
export type PreviewManyInput = z.infer<typeof previewManyInput>;
export const withdrawClaimInput = z.object({ id, version, reason: text(500) });

export const splitInput = z.object({
  id,
  version,
  revisionId: id,
  parts: z
    .array(z.object({ span, statement: statement.optional() }))
    .min(2, says('split-two'))
    .max(12),
  /** Which parts each piece of evidence goes with, by its id: indexes into `parts`. Evidence not named stays behind. */
  evidence: z
    .array(z.object({ id, parts: z.array(z.number().int().nonnegative()) }))
    .max(500)
    .default([]),
});
export type SplitInput = z.infer<typeof splitInput>;

export const mergeInput = z.object({
  claims: z.array(z.object({ id, version })).min(2, says('merge-two')).max(12),
  revisionId: id,
  /** Left out, from the first word of the first to the last word of the last, within one paragraph. */
  span: span.optional(),
  statement,
  /** Ids of the evidence to carry over, in the order of its new numbers. */
  evidence: z.array(id).max(500).default([]),
});
export type MergeInput = z.infer<typeof mergeInput>;

/** Takes back a split or a merge while nothing has been done to what came of it. */
export const undoLineageInput = z.object({
  kind: z.enum(['split', 'merge']),
  from: z.array(id).min(1).max(12),
  to: z.array(z.object({ id, version })).min(1).max(12),
});

export const markSentencesInput = z.object({
  articleId: id,
  revisionId: id,
  sentences: z.array(span).min(1).max(10_000),
  reason: text(300),
  /** They are taken for sentences that no claim keeps unread: where one does, none is marked. */
  plain: z.boolean().default(false),
});
export const unmarkSentencesInput = z.object({ articleId: id, marks: z.array(id).min(1).max(10_000) });

export type AddClaimInput = z.infer<typeof addClaimInput>;
export type AcceptClaimInput = z.infer<typeof acceptClaimInput>;
export type RescopeInput = z.infer<typeof rescopeInput>;
export type ExcludeInput = z.infer<typeof excludeInput>;
export type RestoreInput = z.infer<typeof restoreInput>;
export type AssignInput = z.infer<typeof assignInput>;
export type FlagInput = z.infer<typeof flagInput>;
export type WithdrawClaimInput = z.infer<typeof withdrawClaimInput>;
export type MarkSentencesInput = z.input<typeof markSentencesInput>;
export type UnmarkSentencesInput = z.infer<typeof unmarkSentencesInput>;
export type UndoLineageInput = z.infer<typeof undoLineageInput>;

export const decideLinkInput = z.object({ id, accepted: z.boolean() });
export type DecideLinkInput = z.infer<typeof decideLinkInput>;
