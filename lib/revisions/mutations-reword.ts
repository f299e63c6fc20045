import type { EngineClaim } from '#lib/engine/types.ts';
import { Prisma, type Tx } from '#lib/platform/db.ts';
import { figureLine, timeLine } from '#lib/standing/rules-basis.ts';
import { figuresColumn, proposalColumn, timesColumn } from '#lib/standing/schema-columns.ts';
import type { Proposal } from '#lib/standing/types.ts';
import { claimantIds, claimRow, type ReadText } from './mutations-extract.ts';
import { bestLike, type Placed } from './rules.ts';

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
    where: { id: { in: changed.map(({ id }) => id) }, excludedAt: null },
    select: { id: true, origin: true, touchedAt: true, statement: true, figures: true, times: true },
  });
  const readings = new Map(changed.map(({ id, span }) => [id, bestLike(span, read.claims)]));
  const claimants = await claimantIds(
    tx,
    [...readings.values()].filter((claim) => claim !== null),
  );
  for (const row of rows) {
    const claim = readings.get(row.id) ?? null;
    if (claim && row.origin === 'machine' && row.touchedAt === null) {
      await tx.claim.update({ where: { id: row.id }, data: claimRow(claim, read.engine, claimants) });
      continue;
    }
    const saysSame =
      claim !== null &&
      claim.statement === row.statement &&
      lines(claim.quantities, claim.times) === lines(figuresColumn.read(row.figures), timesColumn.read(row.times));
    if (saysSame) continue;
    const proposal = proposalColumn.write(proposalOf(revisionId, claim));
    await tx.claim.update({ where: { id: row.id }, data: { proposal, version: { increment: 1 } } });
  }
}

/** Claims whose words are back as they were ask for no other wording any more. */
export async function dropProposals(tx: Tx, claimIds: readonly string[]): Promise<void> {
  await tx.claim.updateMany({
    where: { id: { in: [...claimIds] }, proposal: { not: Prisma.DbNull } },
    data: { proposal: Prisma.DbNull, version: { increment: 1 } },
  });
}

const lines = (figures: Proposal['figures'], times: Proposal['times']): string =>
  [...figures.map(figureLine), ...times.map(timeLine)].join('\n');

const proposalOf = (revisionId: string, claim: EngineClaim | null): Proposal => ({
  revisionId,
  statement: claim?.statement ?? null,
  figures: claim?.quantities ?? [],
  times: claim?.times ?? [],
});
