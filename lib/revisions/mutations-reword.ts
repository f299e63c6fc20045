import { z } from 'zod';
import { wordingOf } from '#lib/claims/mutations-said.ts';
import type { Read } from '#lib/claims/rules-said.ts';
import { proposalAround, proposalFor, readAt } from '#lib/claims/rules-wording.ts';
import { Prisma, type Tx } from '#lib/platform/db.ts';
import { proposalColumn } from '#lib/standing/schema-columns.ts';
import { claimantIds, type ProposedClaim, type ReadText, rereadRow } from './mutations-extract.ts';
import type { Placed } from './rules.ts';

/**
 * Sees to the wording of claims whose words a revision has changed: "90 percent" must not go on standing over a text that
 * says 92; or that it has `around`, whose words are as they were in another sentence: "It is not true that" turns them. A
 * claim that nobody has touched takes the engine's reading of the new words; to one that somebody has, it is proposed, and
 * a person decides. Where the engine finds no claim in the words, that is what the proposal says.
 */
export async function rewordChanged(
  tx: Tx,
  read: ReadText,
  revisionId: string,
  changed: readonly Placed[],
  around: readonly Placed[],
): Promise<void> {
  const places = [...changed, ...around];
  const rows = await tx.claim.findMany({ where: { id: { in: places.map(({ id }) => id) } }, select: wordingSelect });
  const readings = new Map(places.map(({ id, span }) => [id, readAt(span, read.claims)]));
  const claimants = await claimantIds(
    tx,
    [...readings.values()].flatMap(({ claim }) => (claim ? [claim] : [])),
  );
  const isAround = new Set(around.map(({ id }) => id));
  const settled: string[] = [];
  for (const row of rows) {
    const now = readings.get(row.id) ?? NOT_READ;
    const was = wordingOf(row);
    const open = row.proposal === null ? null : proposalColumn.read(row.proposal);
    const hasItsWords = isAround.has(row.id) && (open === null || open.around === true);
    const asked = (hasItsWords ? proposalAround : proposalFor)(revisionId, was, now);
    const isFree = row.origin === 'machine' && row.touchedAt === null && !(hasItsWords && asked === null);
    if (isFree && now.claim) {
      await tx.claim.update({ where: { id: row.id }, data: rereadRow(now.claim, read.engine, claimants) });
      continue;
    }
    if (isFree && hasItsWords) {
      const { polarity, factuality } = { ...was.said, ...now.said };
      await tx.claim.update({ where: { id: row.id }, data: { polarity, factuality, version: { increment: 1 } } });
      continue;
    }
    if (asked === null) {
      settled.push(row.id);
      continue;
    }
    const proposal = proposalColumn.write(asked);
    await tx.claim.update({ where: { id: row.id }, data: { proposal, version: { increment: 1 } } });
  }
  await dropProposals(tx, settled);
}

const NOT_READ: Read<ProposedClaim> = { claim: null, said: {} };
const wordingSelect = {
  id: true,
  origin: true,
  touchedAt: true,
  statement: true,
  figures: true,
  times: true,
  polarity: true,
  factuality: true,
  via: true,
  claimant: { select: { kind: true, name: true } },
  proposal: true,
} satisfies Prisma.ClaimSelect;

/** What a person does that gives a claim the wording it has, or the words that it follows. */
const WORDING = ['claim.edited', 'claim.wordingKept', 'claim.rescoped', 'claim.reattached'];
/** And what takes such a decision back. */
const REOPENED = 'claim.wordingReopened';

/** Whether an act decided on the wording. Who sets a figure or a period right has not; nor is it known of a detail that was erased. */
function decides(action: string, detail: string | null | undefined): boolean {
  if (action !== 'claim.edited') return true;
  const { changes, proposal } = edited.parse(JSON.parse(detail ?? '{}'));
  return proposal === 'taken' || changes.statement !== undefined;
}
const edited = z.object({ changes: z.record(z.string(), z.unknown()).default({}), proposal: z.string().optional() });

/**
 * Of claims that go back to the words of an earlier revision, by the number of the last with that text, those whose
 * wording is still the one they had there, and was not waiting for a decision there; and of these, `around`, those to ask
 * how they are said, as what stands around them had changed there since. What the engine alone has worded may have followed
 * the words elsewhere meanwhile; it is read again.
 */
export async function wordedFor(
  tx: Tx,
  articleId: string,
  back: ReadonlyMap<string, { readonly number: number }>,
): Promise<{ readonly worded: ReadonlySet<string>; readonly around: ReadonlySet<string> }> {
  if (back.size === 0) return { worded: new Set(), around: new Set() };
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
    select: { subjectId: true, sequence: true, action: true, detail: { select: { detail: true } } },
  });
  // Of each claim the last.
  const last = new Map(acts.map(({ subjectId, ...act }) => [subjectId, act]));
  const decisions = acts.filter(({ action, detail }) => decides(action, detail?.detail));
  const decided = new Map(decisions.map(({ subjectId, sequence }) => [subjectId, sequence]));
  const rows = await tx.claim.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      origin: true,
      anchors: {
        where: { state: { in: ['changed', 'context_changed'] } },
        select: { state: true, revision: { select: { number: true } } },
      },
    },
  });
  const worded = new Set<string>();
  const around = new Set<string>();
  for (const { id, origin, anchors } of rows) {
    const number = back.get(id)?.number ?? 0;
    const act = last.get(id);
    const at = decided.get(id) ?? (origin === 'person' ? 0 : null);
    if (at === null || act?.action === REOPENED || (act?.sequence ?? 0) > cameIn(number + 1)) continue;
    const since = anchors.filter(({ revision }) => revision.number <= number && cameIn(revision.number) > at);
    if (since.some(({ state }) => state === 'changed')) continue;
    worded.add(id);
    if (since.length > 0) around.add(id);
  }
  return { worded, around };
}

/** Claims whose wording is that of their words ask for no other any more. */
export async function dropProposals(tx: Tx, claimIds: readonly string[]): Promise<void> {
  await tx.claim.updateMany({
    where: { id: { in: [...claimIds] }, proposal: { not: Prisma.DbNull } },
    data: { proposal: Prisma.DbNull, version: { increment: 1 } },
  });
}
