import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireActor } from '#lib/access/gate-session.ts';
import { markFor } from '#lib/live/data-mark.ts';
import { database } from '#lib/platform/db.ts';
import { isId } from '#lib/platform/fields.ts';
import { readArrival } from '#lib/revisions/data-arrival.ts';
import type { ArrivalDTO } from '#lib/revisions/types.ts';
import { workbench } from './data.ts';
import { claimDetail, withReceipt } from './data-detail.ts';
import type { ClaimDetailDTO, WorkbenchDTO } from './types.ts';

/** Once a request: the page and its title ask for the same. */
const bench = cache(async (articleId: string, revision: number | undefined) => {
  const actor = await requireActor('article.read');
  if (!isId(articleId)) notFound();
  const mark = await markFor(database(), actor);
  const read = await workbench(database(), actor, articleId, revision);
  return read === null ? null : { mark, workbench: read };
});

const arrival = cache(async (articleId: string): Promise<ArrivalDTO> => {
  const actor = await requireActor('article.read');
  return (await readArrival(database(), actor, articleId, true)) ?? notFound();
});

export type LoadedWorkbench = {
  readonly workbench: WorkbenchDTO;
  readonly selectedId: string | null;
  readonly detail: ClaimDetailDTO | null;
  /** Where the page stands among all that moves. */
  readonly mark: string;
};

/**
 * The workbench of an article and, where a claim's number is given, that claim in full; with a revision's number, that text
 * to be read. 404 where it is not there, or not the reader's to see.
 */
export async function loadWorkbench(
  articleId: string,
  claimNumber: string | undefined,
  revision?: number,
): Promise<LoadedWorkbench> {
  const actor = await requireActor('article.read');
  const { mark, workbench: loaded } = (await bench(articleId, revision)) ?? notFound();
  const claim = claimNumber ? loaded.claims.find((item) => item.number === Number(claimNumber)) : undefined;
  const detail = claim ? await claimDetail(database(), actor, claim.id) : null;
  return {
    workbench: loaded,
    mark,
    selectedId: claim?.id ?? null,
    detail: detail && withReceipt(detail),
  };
}

/** The same, or how far its first text is where that is still to come. */
export async function loadArticle(
  articleId: string,
  claimNumber: string | undefined,
): Promise<{ readonly bench: LoadedWorkbench; readonly arrival: null } | { readonly arrival: ArrivalDTO }> {
  await requireActor('article.read');
  if (await bench(articleId, undefined)) return { bench: await loadWorkbench(articleId, claimNumber), arrival: null };
  return { arrival: await arrival(articleId) };
}
