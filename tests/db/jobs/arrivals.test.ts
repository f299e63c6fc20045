import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { PersonActor } from '#lib/access/types.ts';
import { archiveArticle, editArticle, setAccess, setMode } from '#lib/articles/mutations.ts';
import { addClaim } from '#lib/claims/mutations.ts';
import { markSentences } from '#lib/claims/mutations-sentences.ts';
import { writeComment } from '#lib/comments/mutations.ts';
import { readArticleFile } from '#lib/ingest/article.ts';
import { findJob } from '#lib/jobs/data.ts';
import { cancelJob } from '#lib/jobs/mutations.ts';
import { changeRole } from '#lib/people/mutations.ts';
import { removeUnusedBlobs } from '#lib/platform/blobs.ts';
import { done, refused } from '#lib/platform/result.ts';
import { sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { previewRevision } from '#lib/revisions/data.ts';
import { readArrival } from '#lib/revisions/data-arrival.ts';
import { type ArticleDoors, articleHandlers } from '#lib/revisions/jobs.ts';
import { bringArticle } from '#lib/revisions/mutations.ts';
import { askLink, pasteFirstText, retryArrival } from '#lib/revisions/mutations-arrival.ts';
import { askReextract, reextract } from '#lib/revisions/mutations-reextract.ts';
import { revise } from '#lib/revisions/mutations-revise.ts';
import { typedText } from '#lib/revisions/rules-text.ts';
import { addArticleInput, linkedArticleInput } from '#lib/revisions/schema.ts';
import { setArticleRules } from '#lib/standing/mutations-rules.ts';
import { workbench } from '#lib/workbench/data.ts';
import { articlePage } from '#lib/workbench/data-list.ts';
import { runJob } from '#lib/worker/run.ts';
import { type Cast, cast, person, TEXT } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { need } from '../trust/scene.ts';
import { kill, startVictim, until } from '../victim.ts';
import { plainHandlers } from './site.ts';

/* Articles whose text a job brings: there at once, closed until it is done, and whole or not at all. */
const database = withDatabase();
let people: Cast;
let server: Server;
let site = '';
let isGone = false;
beforeAll(async () => {
  people = await cast(database.db);
  server = createServer((_, response) => {
    response.writeHead(isGone ? 410 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  site = `http://127.0.0.1:${z.object({ port: z.number() }).parse(server.address()).port}`;
});
afterAll(() => server.close());

const PAGE = `<!doctype html><html lang="en"><head><title>Berths | Harbour</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Which berths are closed",
"author":{"@type":"Person","name":"Maren Holt"},"datePublished":"2026-03-12T09:00:00+01:00"}</script></head>
<body><nav>Home</nav><article><h1>Which berths are closed</h1><p>Of 31 berths, 6 are closed for safety reasons.</p>
<p>The Harbour Authority approved a budget of 48.6 million pounds on Wednesday, and it doubled the sum for repairs.</p></article></body></html>`;

const doors: ArticleDoors = {
  fetchLink: async (address, signal) => {
    const answer = await fetch(address, { signal });
    if (answer.status === 410) return refused('not-found', 'fetch-gone', { values: { host: 'harbour.example' } });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return done({ address, mediaType: 'text/html', charset: 'utf-8', bytes });
  },
  readFile: readArticleFile,
};
const handlers = { ...plainHandlers(), ...articleHandlers(doors) };

let count = 0;
const linked = (more: object = {}) => linkedArticleInput.parse({ link: `${site}/${++count}`, ...more });
const jobOf = async (articleId: string) =>
  (await database.db.job.findFirstOrThrow({ where: { articleId }, orderBy: { id: 'desc' } })).id;
async function run(articleId: string) {
  const id = await jobOf(articleId);
  await runJob(database.db, handlers, new Map(), id);
  return need(await findJob(database.db, people.admin, id));
}
const arrival = (id: string, who: PersonActor = people.editor) => readArrival(database.db, who, id, true);
const bench = async (id: string, who = people.editor) => need(await workbench(database.db, who, id));
const told = async (chainId: string) =>
  (await database.db.event.findMany({ where: { chainId }, orderBy: { sequence: 'asc' } })).map(
    ({ action, actorId, actorKind }) => [action, actorId, actorKind],
  );
const isWhole = async () => expect((await verifyHistory(sql(), [], database.db)).breaks).toEqual([]);

test('an article by link is there at once, and its text and head come by a job in the adder’s name', async () => {
  const { id, headline } = await askLink(database.db, people.editor, linked());
  expect(await arrival(id, people.viewer)).toMatchObject({
    headline,
    link: `${site}/${count}`,
    addedBy: 'Edda',
    job: { state: 'queued' },
    may: { add: false, edit: false, cancel: false },
    text: null,
  });
  const row = (await articlePage(database.db, people.viewer, { words: '', archived: false, after: null })).rows[0];
  expect(row).toMatchObject({ id, revisionNumber: null, claims: { total: 0 } });
  expect(await workbench(database.db, people.editor, id)).toBeNull();

  expect(await run(id)).toMatchObject({ state: 'done', result: { counts: { claims: expect.any(Number) } } });
  const { article, revision, claims } = await bench(id);
  expect(article).toMatchObject({
    headline: 'Which berths are closed',
    byline: 'Maren Holt',
    publishedOn: '2026-03-12',
    link: `${site}/${count}`,
    isUnread: false,
    readOff: { headline: 'json-ld', byline: 'json-ld', publishedOn: 'json-ld' },
  });
  expect(revision).toMatchObject({ origin: 'link', createdBy: 'Edda' });
  // The readable part alone, and the page itself beside it.
  expect(revision.text).toContain('Of 31 berths, 6 are closed');
  expect(revision.text).not.toContain('Home');
  expect(claims.length).toBeGreaterThan(0);
  const { original, originalType } = await database.db.revision.findUniqueOrThrow({ where: { id: revision.id } });
  expect([originalType, Buffer.from(need(original)).toString()]).toEqual(['text/html', PAGE]);
  expect(await arrival(id)).toBeNull();
  expect(await told(id)).toEqual([
    ['article.asked', people.editor.id, 'person'],
    ['article.added', people.editor.id, 'job'],
  ]);
  // Begun again, as after its worker was thought dead, it does nothing.
  await run(id);
  expect(await told(id)).toHaveLength(2);

  // What a person sets right is theirs, and no longer read off anything.
  const { id: articleId, version, outlet, byline, publishedOn, dueAt, link } = article;
  const mended = {
    id: articleId,
    version,
    outlet,
    byline,
    publishedOn,
    dueAt,
    link,
    headline: 'Six berths are closed',
  };
  await editArticle(database.db, people.editor, mended);
  expect((await bench(id)).article.readOff).toEqual({ byline: 'json-ld', publishedOn: 'json-ld' });

  await expect(askLink(database.db, people.editor, linked({ link: `${site}/${count}` }))).rejects.toThrow('link-known');
  const otherwise = linked({ link: `${link}/?utm_source=letter` });
  await expect(askLink(database.db, people.editor, otherwise)).rejects.toThrow('link-known');
  await isWhole();
});

test('until its text is there it is closed: every deed on it is refused, and its own record can be set', async () => {
  const { id } = await askLink(database.db, people.editor, linked());
  const { db } = database;
  const { editor, first, admin } = people;
  const text = typedText(TEXT);
  const revisionId = id;
  const deeds: readonly (readonly [string, () => Promise<unknown>])[] = [
    [
      'adds a claim',
      () => addClaim(db, first, { articleId: id, revisionId, span: { start: 0, end: 5 }, kind: 'event' }),
    ],
    [
      'marks a sentence',
      () =>
        markSentences(db, first, {
          articleId: id,
          revisionId,
          sentences: [{ start: 0, end: 5 }],
          reason: 'A greeting',
        }),
    ],
    [
      'comments',
      () =>
        writeComment(db, first, {
          articleId: id,
          claimId: null,
          threadId: null,
          kind: 'note',
          body: 'So?',
          onVerdictId: null,
        }),
    ],
    ['revises', () => revise(db, editor, { articleId: id, basedOn: revisionId, text, origin: 'paste' })],
    ['previews a revision', () => previewRevision(db, editor, { articleId: id, text })],
    ['has it read again', () => reextract(db, editor, id)],
    ['asks for it to be read again', () => askReextract(db, editor, id)],
    ['sets its rules', () => setArticleRules(db, editor, { id, version: 1, queries: 'hold', minorCounts: true })],
    ['freezes a report', () => freezeReport(db, admin, { articleId: id })],
  ];
  for (const [what, deed] of deeds) await expect(deed(), what).rejects.toThrow('article-unread');
  await expect(retryArrival(db, editor, id)).rejects.toThrow('article-being-read');
  await expect(pasteFirstText(db, editor, { articleId: id, text })).rejects.toThrow('article-being-read');

  const { version } = await setMode(db, editor, { id, version: 1, mode: 'blind' });
  await setAccess(db, editor, { id, version, access: 'named', memberIds: [first.id] });
  expect(await arrival(id, people.second)).toBeNull();
  await editArticle(db, editor, {
    id,
    version: 3,
    headline: 'Ours',
    outlet: 'Our paper',
    byline: null,
    link: null,
    publishedOn: '2025-01-01',
    dueAt: null,
  });
  await run(id);
  expect((await bench(id)).article).toMatchObject({
    headline: 'Ours',
    outlet: 'Our paper',
    publishedOn: '2025-01-01',
    byline: 'Maren Holt',
    mode: 'blind',
    access: 'named',
    readOff: { byline: 'json-ld' },
  });
});

describe('a text that does not come', () => {
  test('says why; it is asked for again in another’s name, or pasted instead, once', async () => {
    const { db } = database;
    const { id } = await askLink(db, people.editor, linked());
    isGone = true;
    await run(id);
    const failed = need(await arrival(id, people.admin));
    expect(failed.job).toMatchObject({ state: 'failed', error: expect.stringContaining('harbour.example') });
    await expect(retryArrival(db, people.first, id)).rejects.toThrow('role-does-not-allow');
    await retryArrival(db, people.admin, id);
    isGone = false;
    await run(id);
    expect((await bench(id)).revision.createdBy).toBe('Ada');
    await expect(retryArrival(db, people.admin, id)).rejects.toThrow('article-has-text');

    const other = await askLink(db, people.editor, linked({ headline: 'The harbour' }));
    await cancelJob(db, people.editor, await jobOf(other.id));
    expect(await arrival(other.id)).toMatchObject({ job: { state: 'cancelled' } });
    const text = typedText(`${TEXT}\n\nOne line more.`);
    const pasted = () => pasteFirstText(db, people.editor, { articleId: other.id, text });
    const came = await Promise.allSettled([pasted(), pasted()]);
    expect(came.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await bench(other.id)).article).toMatchObject({ headline: 'The harbour', readOff: {} });
    await isWhole();
  });

  test('because its adder may not any more, or the article is theirs no more, or in the archive', async () => {
    const { db } = database;
    const leaver = await person(db, 'Lea', 'editor');
    const ask = async (more = {}) => (await askLink(db, leaver, linked(more))).id;
    const archived = await ask();
    const own = await ask({ access: 'named' });
    const last = await ask();
    await archiveArticle(db, people.editor, { id: archived, version: 1, archived: true });
    expect(await run(archived)).toMatchObject({ state: 'failed', error: expect.stringContaining('archived') });
    await db.$transaction(async (tx) => {
      await tx.articleMember.deleteMany({ where: { articleId: own } });
      await tx.$queryRaw`select stet_append_event(${own}, null, 'machine', 'article.access', 'article', ${own}, '{}')`;
    });
    expect(await run(own)).toMatchObject({ state: 'failed' });
    await changeRole(db, people.admin, { id: leaver.id, version: 1, role: 'viewer' });
    expect(await run(last)).toMatchObject({ state: 'failed' });
    for (const articleId of [archived, own, last]) expect(await db.revision.count({ where: { articleId } })).toBe(0);
    expect((await articlePage(db, people.editor, { words: '', archived: true, after: null })).rows).toMatchObject([
      { id: archived, revisionNumber: null },
    ]);
  });
});

describe('a long text', () => {
  const parts = ['business', 'council', 'health', 'sport'].map((name) =>
    readFileSync(`tests/eval/gold/dev/${name}.txt`, 'utf8'),
  );
  const long = () => [...parts, `And so on, ${++count}.`, ...parts].join('\n\n');
  const input = (text: string) => addArticleInput.parse({ headline: `Long ${++count}`, text, origin: 'file' });

  /** Two days later. */
  const oldBlobsGo = async () => {
    await database.owner.unsafe(
      `set session_replication_role = replica; update blobs set created_at = now() - interval '2 days'; set session_replication_role = origin`,
    );
    await removeUnusedBlobs(database.db);
  };

  test('is read by a job, and can be read meanwhile, and read again', async () => {
    const { db } = database;
    const text = long();
    const original = { bytes: new TextEncoder().encode(text), name: 'long.txt' };
    const { id, claims } = await bringArticle(db, people.editor, input(text), original);
    expect(claims).toBeNull();
    expect(await arrival(id)).toMatchObject({ text: typedText(text), isCut: false });
    // What it came with is kept for as long as it is needed.
    await db.$executeRaw`update jobs set state = 'failed', ended_at = now() where article_id = ${id}::uuid`;
    await oldBlobsGo();
    expect(await arrival(id)).toMatchObject({ text: typedText(text) });
    await retryArrival(db, people.editor, id);
    await run(id);
    await oldBlobsGo();
    expect(await db.blob.count()).toBe(0);
    const { revision } = await bench(id);
    expect(revision).toMatchObject({ text: typedText(text), origin: 'file' });
    expect(await db.revision.findUniqueOrThrow({ where: { id: revision.id } })).toMatchObject({
      originalType: 'text/plain',
    });
    await expect(bringArticle(db, people.editor, input(text))).rejects.toThrow('text-known');

    const asked = await askReextract(db, people.editor, id);
    expect(asked).toEqual({ jobId: await jobOf(id) });
    expect(await run(id)).toMatchObject({ kind: 'reread', state: 'done', result: { counts: { withdrawn: 0 } } });
    expect((await told(id)).at(-1)).toEqual(['article.extracted', people.editor.id, 'job']);
    await isWhole();
  });
});

test('killed at any point, its job leaves all of it or nothing, and is taken up again', async () => {
  const { db } = database;
  const chainIsHeld = async (id: string) => {
    const victim = await startVictim('tests/db/jobs/runner.ts', { url: database.url, jobId: await jobOf(id) });
    await until('waiting', 1);
    await kill(victim);
  };
  const { id } = await askLink(db, people.editor, linked());
  await database.owner.begin(async (tx) => {
    await tx`select 1 from chains where id = ${id} for update`;
    await chainIsHeld(id);
  });
  await until('gone', 0);
  expect(await db.revision.count({ where: { articleId: id } })).toBe(0);
  expect(await db.claim.count({ where: { articleId: id } })).toBe(0);
  expect(await arrival(id)).toMatchObject({ job: { state: 'running' } });
  expect(await run(id)).toMatchObject({ state: 'done', attempts: 2 });
  expect((await told(id)).map(([action]) => action)).toEqual(['article.asked', 'article.added']);
  await isWhole();
});
