import { holdActor, openArticle } from '#lib/access/policy-articles.ts';
import { confidence } from '#lib/access/policy-confidential.ts';
import { isNamedTo } from '#lib/access/rules-confidential.ts';
import type { Actor } from '#lib/access/types.ts';
import { appendEvent, appendEvents } from '#lib/history/mutations.ts';
import { DESK_CHAIN } from '#lib/history/rules.ts';
import type { Change } from '#lib/history/types.ts';
import { dateOf, dayOf } from '#lib/platform/days.ts';
import { type Db, Prisma, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { knownSource, newSource } from '#lib/sources/mutations.ts';
import { claimStates, seesStances } from '#lib/standing/data.ts';
import { patchOf } from '#lib/standing/data-claims.ts';
import { noteCitingEditor, settle } from '#lib/standing/mutations.ts';
import type { WorkbenchPatch } from '#lib/standing/types.ts';
import { findQuote, foundStill } from './data-quotes.ts';
import { holdClaimFor, openNumber, placeColumns, quotedBy, writeEvidence } from './mutations-write.ts';
import type {
  AttachEvidenceInput,
  AttachToManyInput,
  EditEvidenceInput,
  RestoreEvidenceInput,
  WithdrawEvidenceInput,
  WithdrawManyInput,
} from './schema.ts';
import type { AttachedPatch, PassagePatch } from './types.ts';

/**
 * Attaches a source's words to a claim under the claim's next number, and looks for them in the source's newest capture. Answers with
 * the source too: a new one, or the one asked for.
 */
export function attachEvidence(db: Db, actor: Actor, input: AttachEvidenceInput): Promise<AttachedPatch> {
  const { claimId, ...attached } = input;
  return attachToMany(db, actor, { ...attached, claims: [claimId] });
}

/**
 * The same for several claims of one article, in one change, with an event for each. Where one of them is not worked on any more, none gets it.
 *
 * @throws AppError `not-found` for a claim that is not there or not theirs to see, or of another article; `conflict` for one that has ended.
 */
export async function attachToMany(db: Db, actor: Actor, input: AttachToManyInput): Promise<PassagePatch> {
  const { claims, source: chosen, ...words } = input;
  const [first, ...others] = claims;
  if (first === undefined) refuse('not-found', 'no-claim');
  const at = { sourceId: chosen.id ?? '', captureId: null };
  const found = chosen.id === undefined ? null : await foundBy(db, actor, first, words, at);
  return transact(
    db,
    async (tx) => {
      const held = await holdClaimFor(tx, actor, first);
      const { article } = held;
      await assertOfArticle(tx, article.id, others);
      const source = await sourceOf(tx, actor, chosen);
      const still = await foundStill(tx, found);
      const made: string[] = [];
      for (const claimId of claims) {
        const of = claimId === first ? held : { article, number: await openNumber(tx, claimId) };
        made.push(await writeEvidence(tx, actor, of, claimId, source, words, still));
      }
      if (source.isNew) await tellNew(tx, actor, article.id, source, chosen.confidential ?? null);
      await settle(tx, article.id, claims);
      const patch = await patchOf(tx, actor, claims);
      const { id, title, isConfidential } = source;
      return { ...patch, source: { id, title, isConfidential }, made };
    },
    60_000,
  );
}

/** One of another article among them tells nobody that it is there. */
async function assertOfArticle(tx: Tx, articleId: string, claims: readonly string[]): Promise<void> {
  if (claims.length === 0) return;
  const count = await tx.claim.count({ where: { id: { in: [...claims] }, articleId } });
  if (count !== claims.length) refuse('not-found', 'no-claim');
}

/** Looks for a quotation once the gate has let the actor through. */
async function foundBy(
  db: Db,
  actor: Actor,
  claimId: string,
  words: { readonly quote: string | null; readonly locator: string | null },
  at: { readonly sourceId: string; readonly captureId: string | null },
) {
  const claim = await db.claim.findUnique({ where: { id: claimId }, select: { articleId: true } });
  if (!claim) refuse('not-found', 'no-claim');
  await openArticle(db, actor, 'evidence.edit', claim.articleId);
  return findQuote(db, actor, words, at);
}

/** That a source is new, and that it is named to nobody else, where it is. */
async function tellNew(tx: Tx, actor: Actor, articleId: string, source: { id: string }, reason: string | null) {
  const subject = { type: 'source', id: source.id };
  const added = { chain: DESK_CHAIN, action: 'source.added', subject, detail: {} } as const;
  if (reason === null || actor.id === null) return appendEvents(tx, actor, [added]);
  const marked = { action: 'source.markedConfidential', subject } as const;
  const whole = { version: 1, reason, to: [actor.id], handler: actor.id };
  return appendEvents(tx, actor, [
    { ...marked, chain: articleId, detail: { version: 1 } },
    added,
    { ...marked, chain: DESK_CHAIN, detail: whole },
  ]);
}

/** The source chosen, or the one just told of. */
async function sourceOf(tx: Tx, actor: Actor, { id, fields, confidential }: AttachEvidenceInput['source']) {
  if (id) return knownSource(tx, actor, id);
  if (confidential !== undefined) await holdActor(tx, actor, 'source.confide');
  if (fields) return newSource(tx, actor, fields, confidential ?? null);
  return refuse('invalid', 'choose-source', { field: 'source' });
}

async function holdEvidence(tx: Tx, actor: Actor, id: string, version: number) {
  const found = await tx.evidence.findUnique({ where: { id }, select: { claimId: true } });
  if (!found) refuse('not-found', 'no-evidence');
  const held = await holdClaimFor(tx, actor, found.claimId);
  const evidence = await tx.evidence.findUniqueOrThrow({
    where: { id },
    include: { source: { select: { title: true, ...confidence } } },
  });
  if (evidence.version !== version) {
    refuse('stale-version', 'evidence-changed');
  }
  return { ...held, evidence };
}

/** What is hidden from somebody is not theirs to overwrite: and the change, before and after, would show it to them. */
async function assertSeesStance(tx: Tx, actor: Actor, evidence: { claimId: string; createdById: string | null }) {
  if (evidence.createdById === actor.id) return;
  const [state] = await claimStates(tx, [evidence.claimId]);
  if (state && !seesStances(state, actor.id)) {
    refuse('conflict', 'stances-hidden');
  }
}

/** Words that nobody has looked for. */
const NO_PLACE = {
  captureId: null,
  captureStart: null,
  captureEnd: null,
  quoteCheck: null,
  quoteDifference: Prisma.DbNull,
  standsAt: null,
  working: Prisma.DbNull,
};

/** Sets evidence right. Words that have changed, or are said to stand elsewhere, are looked for again. */
export async function editEvidence(db: Db, actor: Actor, input: EditEvidenceInput): Promise<WorkbenchPatch> {
  const asked = await db.evidence.findUnique({
    where: { id: input.id },
    select: { claimId: true, sourceId: true, captureId: true, quote: true, locator: true, working: true },
  });
  if (!asked) refuse('not-found', 'no-evidence');
  const isReworded = asked.quote !== input.quote;
  // Another place is another question, but of a working: its figures have places of their own.
  const isLookedFor = isReworded || (asked.locator !== input.locator && asked.working === null);
  const looked = isLookedFor ? await foundBy(db, actor, asked.claimId, input, asked) : null;
  return transact(db, async (tx) => {
    const { article, number, evidence } = await holdEvidence(tx, actor, input.id, input.version);
    if (evidence.withdrawnAt) refuse('conflict', 'evidence-withdrawn');
    const found = await foundStill(tx, looked);
    // What they cannot see they would overwrite.
    if (!isNamedTo(evidence.source, actor.id)) refuse('conflict', 'evidence-confidential');
    await assertSeesStance(tx, actor, evidence);
    const before = { ...evidence, consultedOn: dayOf(evidence.consultedOn) };
    const changes: Record<string, Change> = {};
    for (const key of ['stance', 'aspect', 'quote', 'locator', 'note', 'means', 'consultedOn'] as const) {
      if (before[key] !== input[key]) changes[key] = { before: before[key], after: input[key] };
    }
    if (Object.keys(changes).length > 0) {
      await tx.evidence.update({
        where: { id: evidence.id },
        data: {
          stance: input.stance,
          aspect: input.aspect,
          quote: input.quote,
          locator: input.locator,
          note: input.note,
          means: input.means,
          consultedOn: dateOf(input.consultedOn),
          ...(isLookedFor ? { ...NO_PLACE, ...placeColumns(found) } : {}),
          version: { increment: 1 },
        },
      });
      await noteCitingEditor(tx, actor, [evidence.id]);
      await appendEvent(tx, actor, {
        chain: article.id,
        action: 'evidence.edited',
        subject: { type: 'evidence', id: evidence.id },
        detail: {
          number: evidence.number,
          claim: number,
          changes,
          ...(isLookedFor
            ? { quoted: found ? quotedBy(found) : { captureId: null, start: null, end: null, check: null } }
            : {}),
        },
      });
      await settle(tx, article.id, [evidence.claimId]);
    }
    return patchOf(tx, actor, [evidence.claimId]);
  });
}

/** Takes evidence off a claim. Its number stays its own. */
export function withdrawEvidence(db: Db, actor: Actor, input: WithdrawEvidenceInput): Promise<WorkbenchPatch> {
  return transact(db, async (tx) => {
    const { article, number, evidence } = await holdEvidence(tx, actor, input.id, input.version);
    if (evidence.withdrawnAt) return patchOf(tx, actor, [evidence.claimId]);
    await takeOff(tx, actor, { article, number, evidence }, input.reason);
    await settle(tx, article.id, [evidence.claimId]);
    return patchOf(tx, actor, [evidence.claimId]);
  });
}

async function takeOff(
  tx: Tx,
  actor: Actor,
  { article, number, evidence }: Awaited<ReturnType<typeof holdEvidence>>,
  reason: string,
): Promise<void> {
  await tx.evidence.update({
    where: { id: evidence.id },
    data: { withdrawnAt: new Date(), withdrawnById: actor.id, withdrawnReason: reason, version: { increment: 1 } },
  });
  await noteCitingEditor(tx, actor, [evidence.id]);
  await appendEvent(tx, actor, {
    chain: article.id,
    action: 'evidence.withdrawn',
    subject: { type: 'evidence', id: evidence.id },
    detail: { number: evidence.number, claim: number, reason },
  });
}

/** Takes pieces of one article off together, as they were attached: one change, with an event for each. */
export function withdrawMany(db: Db, actor: Actor, input: WithdrawManyInput): Promise<WorkbenchPatch> {
  return transact(
    db,
    async (tx) => {
      const claims: string[] = [];
      let articleId: string | null = null;
      for (const { id, version } of input.pieces) {
        const { article, number, evidence } = await holdEvidence(tx, actor, id, version);
        if (article.id !== (articleId ?? article.id)) refuse('not-found', 'no-evidence');
        articleId = article.id;
        claims.push(evidence.claimId);
        if (evidence.withdrawnAt === null) await takeOff(tx, actor, { article, number, evidence }, input.reason);
      }
      if (articleId !== null) await settle(tx, articleId, claims);
      return patchOf(tx, actor, claims);
    },
    60_000,
  );
}

/** Puts withdrawn evidence back. */
export function restoreEvidence(db: Db, actor: Actor, input: RestoreEvidenceInput): Promise<WorkbenchPatch> {
  return transact(db, async (tx) => {
    const { article, number, evidence } = await holdEvidence(tx, actor, input.id, input.version);
    if (!evidence.withdrawnAt) return patchOf(tx, actor, [evidence.claimId]);
    await tx.evidence.update({
      where: { id: evidence.id },
      data: { withdrawnAt: null, withdrawnById: null, withdrawnReason: null, version: { increment: 1 } },
    });
    await noteCitingEditor(tx, actor, [evidence.id]);
    await appendEvent(tx, actor, {
      chain: article.id,
      action: 'evidence.restored',
      subject: { type: 'evidence', id: evidence.id },
      detail: { number: evidence.number, claim: number },
    });
    await settle(tx, article.id, [evidence.claimId]);
    return patchOf(tx, actor, [evidence.claimId]);
  });
}
