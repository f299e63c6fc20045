import { sampleActor } from '#lib/access/gate-command.ts';
import { connect, type Db } from '#lib/platform/db.ts';
import { workbench } from '#lib/workbench/data.ts';
import { freshArticle } from '#tests/e2e/articles.ts';
import { openSite, type Site, textOf } from './site/site.ts';

/**
 * The workbench at 30, 300 and 3,000 claims: reading what it opens with, and the whole page from request to last byte,
 * each against the same claims fetched by one bare statement.
 */
export async function run(): Promise<void> {
  const site = await openSite();
  const db = connect(site.stet.databaseUrl, 4);
  try {
    const editor = await db.user.findFirstOrThrow({ where: { role: 'editor' } });
    for (const claims of [30, 300, 3000]) await compare(site, db, sampleActor(editor), claims);
  } finally {
    await db.$disconnect();
    await site.close();
  }
}

async function compare(site: Site, db: Db, actor: ReturnType<typeof sampleActor>, claims: number): Promise<void> {
  const path = await freshArticle(site.stet, textOf(claims));
  const id = path.split('/').at(-1) ?? '';
  const cookies = await site.context.cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  let bytes = 0;
  const page = await median(async () => {
    const response = await fetch(`${site.stet.address}${path}`, { headers: { cookie }, redirect: 'error' });
    bytes = (await response.arrayBuffer()).byteLength;
    if (!response.ok) throw new Error(`The page answered ${response.status}`);
  });
  const reading = await median(() => workbench(db, actor, id));
  const bare = await median(
    () => db.$queryRaw`
    select c.*, a.start, a."end" from claims c join anchors a on a.claim_id = c.id where c.article_id = ${id}::uuid order by a.start`,
  );
  const against = (time: number) => `${time.toFixed(1)} ms, ${(time / bare).toFixed(1)} ×`;
  console.log(
    `${claims} claims: one statement ${bare.toFixed(1)} ms; reading ${against(reading)}; page ${against(page)} (${(bytes / 1e6).toFixed(1)} MB)`,
  );
}

/** Milliseconds, the middle of nine runs after two for warming up. */
async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 11; i++) {
    const from = performance.now();
    await work();
    if (i > 1) times.push(performance.now() - from);
  }
  return times.sort((a, b) => a - b)[4] ?? 0;
}
