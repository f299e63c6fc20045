import { holdActor } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { fold } from '#lib/anchor/fold.ts';
import { appendEvents } from '#lib/history/mutations.ts';
import { DESK_CHAIN } from '#lib/history/rules.ts';
import type { EventInput } from '#lib/history/types.ts';
import type { ReadDocument } from '#lib/ingest/read/types.ts';
import { addJob } from '#lib/jobs/mutations.ts';
import { sha256 } from '#lib/platform/canonical.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { settle } from '#lib/standing/mutations.ts';
import { type Taken, writeCapture } from './mutations-captures.ts';
import { withMerged } from './policy.ts';
import { checkColumn } from './schema-columns.ts';
import type { CheckOutcome, StretchCheck } from './types-captures.ts';

/** What a source says now, beside a capture of it; `stretches` is empty where nothing was compared. */
export type Found =
  | { readonly outcome: 'gone' }
  | { readonly outcome: 'same' }
  | {
      readonly outcome: 'changed';
      readonly taken: Taken;
      readonly read: ReadDocument | null;
      readonly stretches: readonly StretchCheck[];
    };

/** The articles whose evidence quotes a capture, held in the order of their ids. */
const holdQuoting = (tx: Tx, captureId: string) =>
  tx.$queryRaw<{ id: string }[]>`
    select id from articles where id in (
      select c.article_id from evidence e join claims c on c.id = e.claim_id where e.capture_id = ${captureId}::uuid)
    order by id for update`;

/**
 * Writes down what a re-check has found: the check, a new capture where the source says something else, and on each piece of
 * evidence whether its words have changed. Verdicts that cite words which have changed ask for a fresh look; those that cite
 * others of the same page do not.
 */
export async function writeCheck(
  tx: Tx,
  actor: Actor,
  captureId: string,
  found: Found,
): Promise<{ checkId: string; captureId: string; outcome: CheckOutcome }> {
  await holdActor(tx, actor, 'evidence.edit');
  const capture = await tx.capture.findFirst({
    where: { id: captureId, source: withMerged(actor) },
    select: { sourceId: true, source: { select: { title: true } } },
  });
  if (!capture) refuse('not-found', 'no-capture');
  await holdQuoting(tx, captureId);
  await tx.$queryRaw`select 1 as held from sources where id = ${capture.sourceId}::uuid for update`;
  // Whoever has quoted it while the source was waited for is found now; a deadlock that comes of it is tried again.
  await holdQuoting(tx, captureId);
  const held = await tx.capture.findUniqueOrThrow({ where: { id: captureId }, select: { erasedAt: true } });
  if (held.erasedAt) refuse('conflict', 'capture-erased');
  const next = found.outcome === 'changed' ? await nextCapture(tx, actor, capture.sourceId, found) : null;
  const stretches = found.outcome === 'changed' ? found.stretches : [];
  const { id: checkId } = await tx.captureCheck.create({
    data: {
      captureId,
      at: new Date(),
      byId: actor.id,
      outcome: found.outcome,
      nextCaptureId: next?.id ?? null,
      detail: checkColumn.write({ stretches }),
    },
    select: { id: true },
  });
  const changed =
    found.outcome === 'gone'
      ? null
      : await markEvidence(tx, captureId, checkId, {
          stretches,
          text: found.outcome === 'changed' ? (found.read?.text ?? null) : null,
        });
  const subject = { type: 'capture', id: captureId };
  const detail = { outcome: found.outcome, check: checkId };
  const events: EventInput[] = [...(changed ?? [])].map(([chain, evidence]) => ({
    chain,
    action: 'capture.checked',
    subject,
    detail: { ...detail, source: capture.source.title, evidence },
  }));
  const ofDesk: EventInput[] = [{ chain: DESK_CHAIN, action: 'capture.checked', subject, detail }];
  await appendEvents(tx, actor, [...events, ...(next?.event ? [next.event] : []), ...ofDesk]);
  for (const chain of changed?.keys() ?? []) await settleQuoting(tx, chain, captureId);
  return { checkId, captureId: next?.id ?? captureId, outcome: found.outcome };
}

/** The capture that holds what the source says now: one that is there already where its bytes are the same. */
async function nextCapture(
  tx: Tx,
  actor: Actor,
  sourceId: string,
  { taken, read }: Extract<Found, { outcome: 'changed' }>,
): Promise<{ id: string; event?: EventInput }> {
  const there = await tx.capture.findFirst({
    where: { sourceId, sha256: sha256(taken.bytes), erasedAt: null },
    select: { id: true },
    orderBy: { number: 'desc' },
  });
  return there ?? writeCapture(tx, actor, sourceId, taken, read);
}

type Touched = { readonly id: string; readonly claim: number; readonly number: number; readonly changed: boolean };

/**
 * Says on each piece of evidence that quotes the capture whether its words have changed, and takes it back where they are there
 * again: withdrawn ones too, which may come back. Words that have changed once more, since somebody has looked, are said to have
 * changed anew. Returns, by article in the order of their ids, the pieces of which it was not said before.
 */
async function markEvidence(
  tx: Tx,
  captureId: string,
  checkId: string,
  { stretches, text }: Compared,
): Promise<Map<string, Touched[]>> {
  const tellings = tellingsOf(stretches, text);
  const evidence = await tx.evidence.findMany({
    // One without a place there was compared with nothing.
    where: { captureId, captureStart: { not: null } },
    select: {
      id: true,
      number: true,
      changedCheckId: true,
      claim: { select: { articleId: true, number: true } },
    },
    orderBy: { id: 'asc' },
  });
  const before = await tellingsBefore(tx, captureId, evidence);
  const touched = new Map<string, Touched[]>();
  for (const { id, number, changedCheckId, claim } of evidence) {
    const telling = tellings.get(id);
    const changed = telling !== undefined;
    if (changed ? before.get(id) === telling : changedCheckId === null || !before.has(id)) continue;
    await tx.evidence.update({ where: { id }, data: { changedCheckId: changed ? checkId : null } });
    const rows = touched.get(claim.articleId) ?? [];
    touched.set(claim.articleId, [...rows, { id, claim: claim.number, number, changed }]);
  }
  return new Map([...touched].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a check has compared, and the text that it found. */
type Compared = { readonly stretches: readonly StretchCheck[]; readonly text: string | null };

/** Of each piece whose words have changed, what stands in their place. */
const tellingsOf = (stretches: readonly StretchCheck[], text: string | null): Map<string, string> =>
  new Map(
    stretches
      .filter(({ outcome }) => outcome !== 'same')
      .map(({ evidenceId, outcome, after }) => [
        evidenceId,
        `${outcome} ${after === null || text === null ? '' : fold(text.slice(after.start, after.end))}`,
      ]),
  );

/** The same as the check has told it that is said of each piece; of none whose check was of another capture. */
async function tellingsBefore(
  tx: Tx,
  captureId: string,
  evidence: readonly { readonly id: string; readonly changedCheckId: string | null }[],
): Promise<Map<string, string>> {
  const ids = new Set(evidence.map(({ changedCheckId }) => changedCheckId).filter((id) => id !== null));
  const checks = await tx.captureCheck.findMany({
    where: { id: { in: [...ids] }, captureId },
    select: {
      id: true,
      detail: true,
      nextCapture: { select: { readings: { select: { text: true }, orderBy: { number: 'desc' }, take: 1 } } },
    },
  });
  const told = new Map(
    checks.map(({ id, detail, nextCapture }) => [
      id,
      tellingsOf(checkColumn.read(detail).stretches, nextCapture?.readings[0]?.text ?? null),
    ]),
  );
  return new Map(
    evidence.flatMap(({ id, changedCheckId }) => {
      const tellings = changedCheckId === null ? undefined : told.get(changedCheckId);
      return tellings ? [[id, tellings.get(id) ?? '']] : [];
    }),
  );
}

/** Puts in the desk's own look for captures that are to be checked again, where it wants that. */
export async function putInDueChecks(db: Db): Promise<void> {
  const desk = await db.setting.findFirst({ select: { recheckDays: true } });
  if (desk?.recheckDays == null) return;
  await transact(db, (tx) => addJob(tx, null, { kind: 'recheck-due', input: {}, onlyKey: 'recheck-due' }));
}

async function settleQuoting(tx: Tx, articleId: string, captureId: string): Promise<void> {
  const rows = await tx.evidence.findMany({
    where: { captureId, claim: { articleId } },
    select: { claimId: true },
    orderBy: { claimId: 'asc' },
  });
  await settle(tx, articleId, [...new Set(rows.map(({ claimId }) => claimId))]);
}
