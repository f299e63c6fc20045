import { connect } from '#lib/platform/db.ts';
import { cast } from '#tests/db/desk.ts';
import { cloneTemplate, makeTemplate, startTestServer } from '#tests/db/server.ts';
import { type Watched, watch } from './live.ts';

/** `watch` on a database of its own, with six browsers. */
export async function soakLive(changes: number, random: () => number): Promise<Watched> {
  const server = await startTestServer();
  const clone = await cloneTemplate(server.url, await makeTemplate(server.url));
  const db = connect(clone.url, 2);
  try {
    const { editor, first, second, third, viewer, admin } = await cast(db);
    return await watch(
      clone.url,
      { editor, writer: first, readers: [second, third, viewer, admin, second, third] },
      changes,
      random,
    );
  } finally {
    await db.$disconnect();
    await clone.drop();
    await server.stop();
  }
}
