import { suggestLinks } from '#lib/claims/mutations-links.ts';
import type { EngineClaim } from '#lib/engine/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { lookUpKeys } from '#lib/match/index.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { settle } from '#lib/verdicts/mutations-settle.ts';
import {
  addMachineClaims,
  anchorOf,
  claimantIds,
  claimantOf,
  plain,
  type ReadText,
  readArticle,
} from './mutations-extract.ts';
import { assertNotArchived, type HeldArticle, holdArticle } from './policy.ts';
import { isLike } from './rules-revision.ts';

export type Reextracted = {
  readonly engine: string;
  readonly added: number;
  readonly withdrawn: number;
  readonly kept: number;
};

/**
 * Has the engine read the present text again, as after a new version of it. What a person has touched stays as it is;
 * a claim that a person excluded, withdrew, divided or merged is not proposed again; an untouched claim that is found
 * again takes the new reading, and one that is not is withdrawn, not deleted.
 */
export async function reextract(db: Db, actor: Actor, articleId: string): Promise<Reextracted> {
  const article = await db.article.findUnique({
    where: { id: articleId },
    include: { revision: { select: { text: true } } },
  });
  if (!article?.revision) refuse('not-found', 'There is no such article here.');
  const { revisionId, publishedOn, outlet } = article;
  const read = readArticle(article.revision.text, publishedOn?.toISOString().slice(0, 10) ?? null, outlet);
  return transact(
    db,
    async (tx) => {
      const held = await holdArticle(tx, actor, 'article.revise', articleId);
      assertNotArchived(held);
      if (held.revisionId !== revisionId) refuse('stale-version', 'A new revision has come in meanwhile. Try again.');
      return takeReading(tx, actor, held, read);
    },
    120_000,
  );
}

async function takeReading(tx: Tx, actor: Actor, article: HeldArticle, read: ReadText): Promise<Reextracted> {
  const old = await presentClaims(tx, article);
  const free = new Set(old.filter((claim) => claim.isFree));
  const found = new Map<string, EngineClaim>();
  const added = read.claims.filter((claim) => {
    const same = old.find((item) => item.span && isLike(item.span, claim));
    if (same && free.has(same)) found.set(same.id, claim);
    return !same;
  });
  const claimants = await claimantIds(tx, [...found.values()]);
  for (const [id, claim] of found)
    await takeClaim(tx, article.revisionId, read, id, claim, claimantOf(claimants, claim));
  const gone = [...free].filter((claim) => !found.has(claim.id) && !claim.isWithdrawn).map((claim) => claim.id);
  await tx.claim.updateMany({
    where: { id: { in: gone } },
    data: {
      withdrawnAt: new Date(),
      withdrawnReason: `No longer proposed by engine ${read.engine}.`,
      version: { increment: 1 },
    },
  });
  const made = await addMachineClaims(tx, article.id, article.revisionId, read, added);
  await suggestLinks(tx, article.id, read.engine);
  const counts = { added: made.length, withdrawn: gone.length, kept: old.length - gone.length };
  await appendEvent(tx, actor, {
    chain: article.id,
    action: 'article.extracted',
    subject: { type: 'article', id: article.id },
    detail: { engine: read.engine, ...counts },
  });
  await settle(tx, article.id, [...found.keys(), ...gone, ...made]);
  return { engine: read.engine, ...counts };
}

/** Every claim that ever stood in the present revision, and whether a machine may still change it. */
async function presentClaims(tx: Tx, article: HeldArticle) {
  const rows = await tx.claim.findMany({
    where: { articleId: article.id },
    select: {
      id: true,
      origin: true,
      touchedAt: true,
      replacedAt: true,
      withdrawnAt: true,
      withdrawnById: true,
      anchors: { where: { revisionId: article.revisionId }, select: { start: true, end: true } },
    },
  });
  return rows.map(({ id, origin, touchedAt, replacedAt, withdrawnAt, withdrawnById, anchors: [anchor] }) => ({
    id,
    isFree: origin === 'machine' && touchedAt === null && replacedAt === null && withdrawnById === null,
    isWithdrawn: withdrawnAt !== null,
    span: anchor && anchor.start !== null && anchor.end !== null ? { start: anchor.start, end: anchor.end } : null,
  }));
}

async function takeClaim(
  tx: Tx,
  revisionId: string,
  read: ReadText,
  id: string,
  claim: EngineClaim,
  claimantId: string,
): Promise<void> {
  await tx.claim.update({
    where: { id },
    data: {
      statement: claim.statement,
      kind: claim.kind,
      polarity: claim.polarity,
      factuality: claim.factuality,
      claimantId,
      via: claim.claimant.via,
      figures: plain(claim.quantities),
      times: plain(claim.times),
      entities: plain(claim.entities),
      checkworthiness: claim.checkworthiness,
      tier: claim.tier,
      reasons: [...claim.reasons],
      lookUpKeys: lookUpKeys(claim),
      engineVersion: read.engine,
      withdrawnAt: null,
      withdrawnReason: null,
    },
  });
  const anchor = anchorOf(read, revisionId, claim);
  await tx.anchor.update({ where: { claimId_revisionId: { claimId: id, revisionId } }, data: anchor });
}
