import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '#lib/access/types.ts';
import type { Tx } from '#lib/platform/db.ts';
import { type ClaimState, claimStates, standingOf } from './data.ts';
import { coverageNow } from './data-coverage.ts';

/**
 * Brings the stored standing of claims, and the coverage of their article, in line with the records. The only writer
 * of progress, flags and counts; called at the end of every change inside its transaction.
 */
export async function settle(tx: Tx, articleId: string, claimIds: readonly string[]): Promise<void> {
  await settleStates(tx, await claimStates(tx, claimIds));
  await refreshCoverage(tx, articleId);
}

async function settleStates(tx: Tx, states: readonly ClaimState[]): Promise<void> {
  for (const state of states) {
    const { record } = state;
    const next = standingOf(state);
    const same =
      next.progress === record.progress &&
      next.settledBy === record.settledBy &&
      next.settledVerdictId === record.settledVerdictId &&
      next.stale === record.stale &&
      next.held === record.held;
    if (!same) await tx.claim.update({ where: { id: record.id }, data: next });
  }
}

const AT_ONCE = 500;

/** The same for every claim of an article: after a change of the rules that it goes by. */
export async function settleArticle(tx: Tx, articleId: string): Promise<void> {
  const claims = await tx.claim.findMany({ where: { articleId }, select: { id: true }, orderBy: { id: 'asc' } });
  for (let from = 0; from < claims.length; from += AT_ONCE)
    await settleStates(
      tx,
      await claimStates(
        tx,
        claims.slice(from, from + AT_ONCE).map(({ id }) => id),
      ),
    );
  await refreshCoverage(tx, articleId);
}

/** Counts an article's sentences anew by where their reading stands, on its present revision. */
export async function refreshCoverage(tx: Tx, articleId: string): Promise<void> {
  const { kept, now } = await coverageNow(tx, articleId);
  if (isDeepStrictEqual(kept, now)) return;
  await tx.article.update({ where: { id: articleId }, data: now });
}

/** Whoever edits what verdicts in force rest on becomes an author of them, and so may not sign them off. */
export async function noteBasisEditor(tx: Tx, actor: Actor, claimIds: readonly string[]): Promise<void> {
  if (actor.id === null || claimIds.length === 0) return;
  await tx.$executeRaw`
    insert into verdict_authors (verdict_id, user_id, part)
    select v.id, ${actor.id}::uuid, 'edited_basis' from verdicts v
    where v.claim_id = any(${[...claimIds]}::uuid[]) and v.superseded_at is null and v.withdrawn_at is null
    on conflict do nothing`;
}

/**
 * Verdicts in force that cite a piece of evidence get its editor as an author. Of a hidden verdict nobody may learn what
 * it cites, so whoever edits any evidence that it could cite is its author.
 */
export async function noteCitingEditor(tx: Tx, actor: Actor, evidenceIds: readonly string[]): Promise<void> {
  if (actor.id === null) return;
  await tx.$executeRaw`
    insert into verdict_authors (verdict_id, user_id, part)
    select distinct v.id, ${actor.id}::uuid, 'edited_basis'::author_part from verdicts v
    join evidence e on e.id = any(${[...evidenceIds]}::uuid[]) and e.claim_id = v.claim_id
    where v.superseded_at is null and v.withdrawn_at is null and (
      exists (select 1 from verdict_evidence ve where ve.verdict_id = v.id and ve.evidence_id = e.id)
      or (v.revealed_at is null and e.created_at <= v.created_at))
    on conflict do nothing`;
}
