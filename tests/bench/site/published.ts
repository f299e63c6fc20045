import { actorFor } from '#lib/cli/input.ts';
import type { Db } from '#lib/platform/db.ts';
import { publishReport } from '#lib/publishing/mutations.ts';
import { setPublishing } from '#tests/db/trust/publishing.ts';
import type { Account } from '#tests/e2e/samples.ts';

/** Publishes the report of the samples' finished article; gives under which name. */
export async function publishSample(
  db: Db,
  accounts: readonly Account[],
): Promise<{ readonly slug: string; readonly reportId: string }> {
  await setPublishing(db, true);
  const editor = accounts.find(({ role }) => role === 'editor');
  const { id } = await db.report.findFirstOrThrow({ orderBy: { createdAt: 'asc' }, select: { id: true } });
  const { slug } = await publishReport(db, await actorFor(db, editor?.email ?? ''), { reportId: id, publicAt: null });
  return { slug, reportId: id };
}
