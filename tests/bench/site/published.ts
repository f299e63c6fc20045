import { actorFor } from '#lib/cli/input.ts';
import { connect } from '#lib/platform/db.ts';
import { publishReport } from '#lib/publishing/mutations.ts';
import { setPublishing } from '#tests/db/trust/publishing.ts';
import type { SeededStet } from '#tests/e2e/stet.ts';

/** Publishes the report of the samples' finished article; gives where it stands, under the server's own address. */
export async function publishSample({
  databaseUrl,
  accounts,
}: SeededStet): Promise<{ path: string; reportId: string }> {
  const db = connect(databaseUrl, 2);
  try {
    await setPublishing(db, true);
    const editor = accounts.find(({ role }) => role === 'editor');
    const { id } = await db.report.findFirstOrThrow({ orderBy: { createdAt: 'asc' }, select: { id: true } });
    const { slug } = await publishReport(db, await actorFor(db, editor?.email ?? ''), { reportId: id, publicAt: null });
    return { path: `/published/${slug}`, reportId: id };
  } finally {
    await db.$disconnect();
  }
}
