import type { Actor } from '#lib/access/types.ts';
import { appendEvents } from '#lib/history/mutations.ts';
import { DESK_CHAIN } from '#lib/history/rules.ts';
import type { Change, EventInput } from '#lib/history/types.ts';
import { dayOf } from '#lib/platform/days.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { noteCitingEditor, settle } from '#lib/standing/mutations.ts';
import { sourceDifferences } from '#lib/standing/rules-basis.ts';
import type { SourceRow } from './data.ts';
import type { Versioned } from './mutations.ts';
import { assertDecides } from './mutations-confidential.ts';
import { holdSources, inVersion } from './mutations-hold.ts';
import type { MergeSourcesInput } from './schema.ts';

/**
 * What the kept source takes over where it says nothing itself: nothing that a verdict's basis speaks of, and no note, which
 * those who know the one source alone may not have been meant to read.
 */
const FILLED = ['doi', 'isbn', 'archiveLink', 'updatedOn', 'accessedOn', 'origin'] as const;

type Held = SourceRow & { readonly linkKey: string | null; readonly mergedIntoId: string | null };

/**
 * Makes one source of two. What cites `gone` cites `keep` from now on, whose details stay; verdicts that cited it ask for a
 * fresh look only where the two are not the same in substance. The record of `gone` stays, archived, and leads to the other.
 *
 * @throws AppError `forbidden` where they are confidential and the actor does not decide on both, `not-found`, `stale-version`, `conflict`.
 */
export function mergeSources(db: Db, actor: Actor, input: MergeSourcesInput): Promise<Versioned> {
  const { keep, gone } = input;
  if (keep.id === gone.id) refuse('invalid', 'merge-with-itself', { field: 'gone' });
  return transact(db, async (tx) => {
    const { sources, articles } = await holdSources(tx, actor, [keep.id, gone.id]);
    const [kept, merged] = [inVersion(sources, keep), inVersion(sources, gone)];
    if (kept.mergedIntoId !== null || merged.mergedIntoId !== null) refuse('conflict', 'source-merged');
    if (kept.archivedAt !== null) refuse('conflict', 'source-archived');
    // One record would name the other.
    if ((kept.confidentialAt === null) !== (merged.confidentialAt === null))
      refuse('conflict', 'merge-confidential', { field: 'gone' });
    // The one's handler and the people named to it become the other's.
    if (kept.confidentialAt !== null) for (const source of [kept, merged]) await assertDecides(tx, actor, source);
    const moved = await moveEvidence(tx, gone.id, keep.id);
    const changes = filledIn(kept, merged);
    const version = kept.version + 1;
    await tx.source.update({ where: { id: keep.id }, data: { ...filling(kept, merged), version } });
    const { handlerId, confidentialTo } = kept;
    const named = { handlerId, confidentialTo: { set: confidentialTo } };
    await tx.source.updateMany({
      where: { mergedIntoId: gone.id },
      data: { mergedIntoId: keep.id, ...named, version: { increment: 1 } },
    });
    await tx.source.update({
      where: { id: gone.id },
      data: { mergedIntoId: keep.id, archivedAt: merged.archivedAt ?? new Date(), ...named, version: { increment: 1 } },
    });
    if (sourceDifferences(cited(kept), cited(merged)).length > 0)
      await noteCitingEditor(
        tx,
        actor,
        moved.map(({ id }) => id),
      );
    const subject = { type: 'source', id: keep.id };
    const both = { into: keep.id, from: gone.id, version };
    const events = articles.flatMap((chain): EventInput[] => {
      const evidence = moved
        .filter(({ articleId }) => articleId === chain)
        .map(({ id, number, claim }) => ({ id, number, claim }));
      if (evidence.length > 0) {
        const detail = { ...both, source: kept.title, merged: merged.title, evidence, changes };
        return [{ chain, action: 'source.merged', subject, detail }];
      }
      // Whoever reads an article that cited the kept one alone may not know that there was another.
      if (Object.keys(changes).length === 0) return [];
      return [{ chain, action: 'source.edited', subject, detail: { source: kept.title, changes, version } }];
    });
    for (const articleId of articles) {
      const claims = moved.filter((item) => item.articleId === articleId).map(({ claimId }) => claimId);
      if (claims.length > 0) await settle(tx, articleId, [...new Set(claims)]);
    }
    const onDesk = { ...both, source: null, merged: null, evidence: [], changes: {} };
    await appendEvents(tx, actor, [...events, { chain: DESK_CHAIN, action: 'source.merged', subject, detail: onDesk }]);
    return { version };
  });
}

type Moved = {
  readonly id: string;
  readonly number: number;
  readonly claimId: string;
  readonly claim: number;
  readonly articleId: string;
};

async function moveEvidence(tx: Tx, from: string, to: string): Promise<Moved[]> {
  const found = await tx.evidence.findMany({
    where: { sourceId: from },
    select: { id: true, number: true, claimId: true, claim: { select: { number: true, articleId: true } } },
    orderBy: { id: 'asc' },
  });
  await tx.evidence.updateMany({ where: { sourceId: from }, data: { sourceId: to } });
  return found.map(({ claim, ...item }) => ({ ...item, claim: claim.number, articleId: claim.articleId }));
}

const cited = (source: Held) => ({ ...source, publishedOn: dayOf(source.publishedOn) });

/** What the kept source takes over, as columns. */
const filling = (kept: Held, merged: Held) =>
  Object.fromEntries(FILLED.flatMap((key) => (kept[key] === null && merged[key] !== null ? [[key, merged[key]]] : [])));

/** The same in words. */
function filledIn(kept: Held, merged: Held): Record<string, Change> {
  const said = (value: string | Date | null) => (value instanceof Date ? dayOf(value) : value);
  return Object.fromEntries(
    Object.keys(filling(kept, merged)).map((key) => [
      key,
      { before: null, after: said(merged[key as (typeof FILLED)[number]]) },
    ]),
  );
}
