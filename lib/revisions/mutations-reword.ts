import { bestLike, proposalFor } from '#lib/claims/rules-wording.ts';
import { Prisma, type Tx } from '#lib/platform/db.ts';
import { figuresColumn, proposalColumn, timesColumn } from '#lib/standing/schema-columns.ts';
import { claimantIds, type ReadText, rereadRow } from './mutations-extract.ts';
import type { Placed } from './rules.ts';

/**
 * Sees to the wording of claims whose words a revision has changed: "90 percent" must not go on standing over a text that
 * says 92. A claim that nobody has touched takes the engine's reading of the new words; to one that somebody has, it is
 * proposed, and a person decides. Where the engine finds no claim in the words, that is what the proposal says.
 */
export async function rewordChanged(
  tx: Tx,
  read: ReadText,
  revisionId: string,
  changed: readonly Placed[],
): Promise<void> {
  const rows = await tx.claim.findMany({
    where: { id: { in: changed.map(({ id }) => id) } },
    select: { id: true, origin: true, touchedAt: true, statement: true, figures: true, times: true },
  });
  const readings = new Map(changed.map(({ id, span }) => [id, bestLike(span, read.claims)]));
  const claimants = await claimantIds(
    tx,
    [...readings.values()].filter((claim) => claim !== null),
  );
  const settled: string[] = [];
  for (const row of rows) {
    const claim = readings.get(row.id) ?? null;
    if (claim && row.origin === 'machine' && row.touchedAt === null) {
      await tx.claim.update({ where: { id: row.id }, data: rereadRow(claim, read.engine, claimants) });
      continue;
    }
    const was = {
      statement: row.statement,
      figures: figuresColumn.read(row.figures),
      times: timesColumn.read(row.times),
    };
    const asked = proposalFor(revisionId, was, claim);
    if (asked === null) {
      settled.push(row.id);
      continue;
    }
    const proposal = proposalColumn.write(asked);
    await tx.claim.update({ where: { id: row.id }, data: { proposal, version: { increment: 1 } } });
  }
  await dropProposals(tx, settled);
}

/** What a person does that gives a claim the wording it has, or the words that it follows. */
const WORDING = ['claim.edited', 'claim.wordingKept', 'claim.rescoped', 'claim.reattached'];
/** And what takes such a decision back. */
const REOPENED = 'claim.wordingReopened';

/**
 * Of claims that go back to the words of an earlier revision, by the number of the last with that text, those whose
 * wording is still the one they had there, and was not waiting for a decision there. What the engine alone has worded may
 * have followed the words elsewhere meanwhile; it is read again.
 */
export async function wordedFor(
  tx: Tx,
  articleId: string,
  back: ReadonlyMap<string, { readonly number: number }>,
): Promise<Set<string>> {
  if (back.size === 0) return new Set();
  const ids = [...back.keys()];
  const revised = await tx.event.findMany({
    where: { chainId: articleId, action: 'article.revised' },
    orderBy: { sequence: 'asc' },
    select: { sequence: true },
  });
  // The article began with its first revision; each later one has its event.
  const cameIn = (number: number): number => revised[number - 2]?.sequence ?? 0;
  const acts = await tx.event.findMany({
    where: { chainId: articleId, subjectType: 'claim', subjectId: { in: ids }, action: { in: [...WORDING, REOPENED] } },
    orderBy: { sequence: 'asc' },
    select: { subjectId: true, sequence: true, action: true },
  });
  // Of each claim the last.
  const worded = new Map(acts.map(({ subjectId, ...act }) => [subjectId, act]));
  const rows = await tx.claim.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      origin: true,
      anchors: { where: { state: 'changed' }, select: { revision: { select: { number: true } } } },
    },
  });
  const isWorded = ({ id, origin, anchors }: (typeof rows)[number]): boolean => {
    const number = back.get(id)?.number ?? 0;
    const act = worded.get(id);
    const at = act?.sequence ?? (origin === 'person' ? 0 : null);
    if (at === null || act?.action === REOPENED || at > cameIn(number + 1)) return false;
    return !anchors.some(({ revision }) => revision.number <= number && cameIn(revision.number) > at);
  };
  return new Set(rows.filter(isWorded).map(({ id }) => id));
}

/** Claims whose wording is that of their words ask for no other any more. */
export async function dropProposals(tx: Tx, claimIds: readonly string[]): Promise<void> {
  await tx.claim.updateMany({
    where: { id: { in: [...claimIds] }, proposal: { not: Prisma.DbNull } },
    data: { proposal: Prisma.DbNull, version: { increment: 1 } },
  });
}
