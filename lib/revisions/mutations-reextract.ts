import { assertNotArchived, type HeldArticle, holdArticle, openArticle } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { keptText } from '#lib/articles/data.ts';
import { suggestLinks } from '#lib/claims/mutations-links.ts';
import { bestLike } from '#lib/claims/rules-wording.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { addJob } from '#lib/jobs/mutations.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { settle } from '#lib/standing/mutations.ts';
import { anchorOf } from '#lib/standing/rules-anchor.ts';
import {
  addMachineClaims,
  claimantIds,
  type ProposedClaim,
  type ReadText,
  readArticle,
  rereadRow,
} from './mutations-extract.ts';
import { keepReading, type MarksPlaced, placeMarks } from './mutations-reading.ts';
import { type Touched, wouldRestate } from './rules.ts';
import { isReadAtOnce } from './rules-arrival.ts';

export type Reextracted = {
  readonly engine: string;
  readonly added: number;
  readonly withdrawn: number;
  readonly kept: number;
} & MarksPlaced;

/**
 * Has the engine read the present text again, as after a new version of it. What it makes of it is the text's present reading
 * from then on. What a person has touched stays as it is, and is not proposed again, nor is what a person excluded, withdrew,
 * divided or merged; marks on sentences follow their words; an untouched claim that is found again takes the new reading, and
 * one that is not is withdrawn, not deleted. `finish` is done inside the change, as its last step.
 */
export async function reextract(
  db: Db,
  actor: Actor,
  articleId: string,
  finish: (tx: Tx, made: Reextracted) => Promise<void> = async () => {},
): Promise<Reextracted> {
  const article = await openArticle(db, actor, 'article.revise', articleId);
  assertNotArchived(article);
  const { revisionId, publishedOn, outlet } = article;
  const revision = await db.revision.findUniqueOrThrow({ where: { id: revisionId }, select: { text: true } });
  const read = await readArticle(keptText(revision), publishedOn, outlet);
  return transact(
    db,
    async (tx) => {
      const held = await holdArticle(tx, actor, 'article.revise', articleId);
      assertNotArchived(held);
      if (held.revisionId !== revisionId) refuse('stale-version', 'revision-new-try-again');
      const made = await takeReading(tx, actor, held, read);
      await finish(tx, made);
      return made;
    },
    120_000,
  );
}

/** The same for a page, which waits for a short text alone: of a long one it gets the job that reads it. */
export async function askReextract(
  db: Db,
  actor: Actor,
  articleId: string,
): Promise<{ readonly made: Reextracted } | { readonly jobId: string }> {
  const article = await openArticle(db, actor, 'article.revise', articleId);
  assertNotArchived(article);
  const where = { id: article.revisionId };
  const { text } = await db.revision.findUniqueOrThrow({ where, select: { text: true } });
  if (isReadAtOnce(text)) return { made: await reextract(db, actor, articleId) };
  const job = { kind: 'reread', articleId, input: {}, onlyKey: `reread ${articleId}` } as const;
  return { jobId: await transact(db, (tx) => addJob(tx, actor, job)) };
}

async function takeReading(tx: Tx, actor: Actor, article: HeldArticle, read: ReadText): Promise<Reextracted> {
  const kept = await keepReading(tx, article.revisionId, read);
  const marks = await placeMarks(tx, article.id, article.revisionId, read);
  const old = await presentClaims(tx, article);
  const free = old.filter((claim) => claim.isFree);
  const { found, added } = readAgain(old, read.claims);
  const claimants = await claimantIds(tx, [...found.values()]);
  for (const [id, claim] of found) await takeClaim(tx, article.revisionId, read, id, claim, claimants);
  const gone = free.filter((claim) => !found.has(claim.id) && !claim.isWithdrawn).map((claim) => claim.id);
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
  const counts = { added: made.length, withdrawn: gone.length, kept: old.length - gone.length, ...marks };
  await appendEvent(tx, actor, {
    chain: article.id,
    action: 'article.extracted',
    subject: { type: 'article', id: article.id },
    detail: { engine: read.engine, ...kept, ...counts },
  });
  await settle(tx, article.id, [...found.keys(), ...gone, ...made]);
  return { engine: read.engine, ...counts };
}

type OldClaim = Touched & { readonly id: string; readonly isFree: boolean; readonly isWithdrawn: boolean };

/**
 * Which of the claims that are found again takes which reading, each one, and which are new. What says a claim again
 * that a person has touched is neither.
 */
function readAgain(old: readonly OldClaim[], read: readonly ProposedClaim[]) {
  const free = new Map(old.flatMap(({ id, isFree, span }) => (isFree && span ? [[id, { id, ...span }]] : [])));
  const restates = wouldRestate(old.filter(({ isFree }) => !isFree));
  const found = new Map<string, ProposedClaim>();
  const added: ProposedClaim[] = [];
  for (const claim of read) {
    if (restates(claim)) continue;
    const same = bestLike(claim, [...free.values()]);
    if (!same) {
      added.push(claim);
      continue;
    }
    free.delete(same.id);
    found.set(same.id, claim);
  }
  return { found, added };
}

/** Every claim the article has had, where it stands in the present revision, and whether a machine may still change it. */
async function presentClaims(tx: Tx, article: HeldArticle): Promise<OldClaim[]> {
  const rows = await tx.claim.findMany({
    where: { articleId: article.id },
    select: {
      id: true,
      statement: true,
      origin: true,
      touchedAt: true,
      replacedAt: true,
      withdrawnAt: true,
      withdrawnById: true,
      // Ids of revisions ascend with time: where it stands, or stood last.
      anchors: {
        orderBy: { revisionId: 'desc' },
        take: 1,
        select: { revisionId: true, start: true, end: true, exact: true },
      },
    },
  });
  return rows.map(
    ({ id, statement, origin, touchedAt, replacedAt, withdrawnAt, withdrawnById, anchors: [anchor] }) => ({
      id,
      statement,
      exact: anchor?.exact ?? '',
      isFree: origin === 'machine' && touchedAt === null && replacedAt === null && withdrawnById === null,
      isWithdrawn: withdrawnAt !== null,
      span: anchor?.revisionId === article.revisionId ? spanOf(anchor) : null,
    }),
  );
}

const spanOf = ({ start, end }: { start: number | null; end: number | null }) =>
  start !== null && end !== null ? { start, end } : null;

async function takeClaim(
  tx: Tx,
  revisionId: string,
  read: ReadText,
  id: string,
  claim: ProposedClaim,
  claimants: ReadonlyMap<string, string>,
): Promise<void> {
  await tx.claim.update({
    where: { id },
    data: {
      ...rereadRow(claim, read.engine, claimants),
      withdrawnAt: null,
      withdrawnReason: null,
    },
  });
  const anchor = anchorOf(read, revisionId, claim);
  await tx.anchor.update({ where: { claimId_revisionId: { claimId: id, revisionId } }, data: anchor });
}
