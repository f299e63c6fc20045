import type { Permission } from '#lib/access/policy.ts';
import { holdActor } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import type { Tx } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { knownSources } from './policy.ts';

/** The articles that cite these sources, held in the order of their ids. */
async function holdCiting(tx: Tx, sourceIds: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from articles where id in (
      select c.article_id from evidence e join claims c on c.id = e.claim_id where e.source_id = any(${[...sourceIds]}::uuid[]))
    order by id for update`;
  return rows.map(({ id }) => id);
}

/**
 * The gate of every change of sources: the actor, whether they may know of them, and the articles that cite them and then
 * the sources themselves, held, each in the order of its ids.
 *
 * @throws AppError `forbidden`, or `not-found` where one of them is not there or not theirs to know of.
 */
export async function holdSources(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
  permission: Permission = 'evidence.edit',
) {
  await holdActor(tx, actor, permission);
  const known = await tx.source.count({ where: { AND: [{ id: { in: [...ids] } }, knownSources(actor)] } });
  if (known !== new Set(ids).size) refuse('not-found', 'no-source');
  await holdCiting(tx, ids);
  await tx.$queryRaw`select 1 from sources where id = any(${[...ids]}::uuid[]) order by id for update`;
  // Nobody can cite a source that is held: whoever did so while it was waited for is found now. Waiting for their article
  // here is against the order, and a deadlock that comes of it is tried again.
  const articles = await holdCiting(tx, ids);
  return { articles, sources: await tx.source.findMany({ where: { id: { in: [...ids] } } }) };
}

/** The same of one source, in the version that the actor has seen: else refused as `stale-version`. */
export async function holdSource(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  permission: Permission = 'evidence.edit',
) {
  const { articles, sources } = await holdSources(tx, actor, [id], permission);
  return { articles, source: inVersion(sources, { id, version }) };
}

/** The one of the sources that was asked for, in the version that was seen: else refused as `stale-version`. */
export function inVersion<S extends { readonly id: string; readonly version: number }>(
  sources: readonly S[],
  { id, version }: { readonly id: string; readonly version: number },
): S {
  const source = sources.find((row) => row.id === id);
  if (source?.version !== version) refuse('stale-version', 'source-changed');
  return source;
}
