import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { sampleActor } from '#lib/access/gate-command.ts';
import type { PersonActor } from '#lib/access/types.ts';
import { excludeClaims } from '#lib/claims/mutations-exclude.ts';
import { resolveComment, writeComment } from '#lib/comments/mutations.ts';
import { attachEvidence, withdrawEvidence } from '#lib/evidence/mutations.ts';
import { insertUser } from '#lib/people/mutations.ts';
import { setNamedPublicly } from '#lib/people/mutations-own.ts';
import { transact } from '#lib/platform/db.ts';
import { publishReport, withdrawReport } from '#lib/publishing/mutations.ts';
import { makeReportLink } from '#lib/publishing/mutations-links.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { markConfidential } from '#lib/sources/mutations-confidential.ts';
import { article, attach, claimOn, detail, judge, person, plant } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { routeFiles } from './doors.ts';
import { SECRET as BLIND, plant as plantBlind } from './planted.ts';
import { addressOf, PUBLIC_ROUTES, publishedArticle, setPublishing } from './publishing.ts';
import { ADDRESS } from './request.ts';
import { need } from './scene.ts';

/*
 * Everything that stays at the desk is planted with words that stand nowhere else, and looked for in every answer that a stranger can get: bodies, heads
 * and addresses of every route that the public gate opens, which are listed from the code.
 */
const database = withDatabase();

/** What a route of the public is. */
type Get = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
const routes = new Map<string, Get>();

/** Words planted in what is not published; none of them may be read. */
const PLANTED = {
  note: 'noteplanted',
  means: 'meansplanted',
  withdrawn: 'Withdrawnplanted list',
  rationale: 'disputeplanted',
  unchecked: 'uncheckedplanted',
  fix: 'fixplanted in its place',
  excluded: 'excludedplanted',
  question: 'questionplanted',
  answer: 'answerplanted',
  confidential: 'Marlinplanted Overbeek',
  quote: 'Words of Marlinplanted Overbeek',
  reviewer: 'Rubenplanted Falk',
  editor: 'Eddaplanted Marsh',
  text: 'between £14 million and £17 million',
  never: 'Neverplanted headline',
  waits: 'Waitsplanted headline',
  gone: 'Goneplanted headline',
  later: 'laterplanted',
  label: 'labelplanted lawyer',
  mail: '@desk.test',
} as const;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

let slugs: string[];
let shown: Awaited<ReturnType<typeof publishedArticle>>;
let gone: Awaited<ReturnType<typeof publishedArticle>>;
let secret: string;
let named: PersonActor;
let reviewer: PersonActor;

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_URL', ADDRESS);
  const { db } = database;
  for (const { file, name } of routeFiles())
    if (/^\/(?:published|shared|robots)/.test(name))
      routes.set(name, need((await import(/* @vite-ignore */ `${process.cwd()}/${file}`)).GET) as Get);
  const first = await person(db, PLANTED.reviewer, 'reviewer');
  reviewer = first;
  const editor = await person(db, PLANTED.editor, 'editor');
  named = await transact(db, async (tx) => {
    const fields = { email: 'n@desk.test', name: 'Nanna Agreed', role: 'reviewer' as const };
    return sampleActor({ ...fields, ...(await insertUser(tx, () => null, { ...fields, passwordHash: null })) });
  });
  await setNamedPublicly(db, named, { named: true });
  await setPublishing(db, true);
  shown = await plantIn(first, editor);
  gone = await publishedArticle(db, first, editor);
  await plant(db, (tx) =>
    tx.publishedReport.updateMany({
      where: { reportId: gone.reportId },
      data: {
        headline: PLANTED.gone,
        outlet: PLANTED.gone,
        words: PLANTED.gone.toLowerCase(),
        correction: PLANTED.gone,
      },
    }),
  );
  const { version } = await db.publication.findUniqueOrThrow({ where: { articleId: gone.articleId } });
  await withdrawReport(db, editor, { articleId: gone.articleId, version, note: 'We look at it again.' });
  const never = await publishedArticle(db, first, editor);
  await plant(db, async (tx) => {
    await tx.article.update({
      where: { id: never.articleId },
      data: { headline: PLANTED.never, version: { increment: 1 } },
    });
    // Its time has not come.
    await tx.publishedReport.updateMany({
      where: { reportId: never.reportId },
      data: {
        publicAt: new Date('2999-01-01'),
        headline: PLANTED.waits,
        words: PLANTED.waits,
        correction: PLANTED.waits,
      },
    });
    await tx.publication.update({ where: { articleId: never.articleId }, data: { version: { increment: 1 } } });
  });
  const blind = await article(db, editor, { mode: 'blind' });
  await plantBlind(db, first, blind.article.id, BLIND);
  await freezeReport(db, editor, { articleId: blind.article.id });
  slugs = [shown.slug, gone.slug, never.slug, 'no-such-thing'];
}, 240_000);

/** An article of which one claim is published, with everything else in it that is not. */
async function plantIn(first: PersonActor, editor: PersonActor) {
  const { db } = database;
  const bench = await article(db, editor, { mode: 'one' });
  const articleId = bench.article.id;
  const claim = await claimOn(db, first, bench, 'Lorry tolls will rise by 4.5 per cent from June');
  const fields = {
    kind: 'document' as const,
    tier: 'primary' as const,
    publisher: null,
    author: null,
    link: null,
    publishedOn: null,
    note: null,
  };
  await attachEvidence(db, first, {
    claimId: claim.id,
    source: { fields: { ...fields, title: 'The toll table' } },
    stance: 'supports',
    aspect: 'content',
    quote: 'Tolls rise by 4.5 %',
    locator: 'p. 3',
    note: PLANTED.note,
    means: PLANTED.means,
    consultedOn: null,
  });
  await attach(db, first, claim.id, PLANTED.confidential);
  await attach(db, first, claim.id, PLANTED.withdrawn);
  const piece = need(
    (await detail(db, first, claim.id)).evidence.find(({ source }) => source.title === PLANTED.withdrawn),
  );
  await withdrawEvidence(db, first, { id: piece.id, version: piece.version, reason: PLANTED.note });
  await judge(db, named, claim.id, 'true', { rationale: 'So the table [1].', fix: PLANTED.fix });
  const open = await claimOn(db, first, bench, 'About one in five berths is closed');
  await plant(db, (tx) => tx.claim.update({ where: { id: open.id }, data: { statement: PLANTED.unchecked } }));
  const asked = await writeComment(db, first, {
    articleId,
    claimId: open.id,
    threadId: null,
    kind: 'query',
    body: PLANTED.question,
    onVerdictId: null,
  });
  const said = await writeComment(db, first, {
    articleId,
    claimId: claim.id,
    threadId: null,
    kind: 'query',
    body: PLANTED.question,
    onVerdictId: null,
  });
  await resolveComment(db, first, {
    id: said.id,
    version: 1,
    resolved: true,
    outcome: 'answered',
    answer: PLANTED.answer,
  });
  expect(asked.id).not.toBe(said.id);
  const left = await claimOn(db, first, bench, 'approved a £48.6 million budget');
  const { version } = (await detail(db, first, left.id)).claim;
  await excludeClaims(db, editor, { claims: [{ id: left.id, version }], reason: PLANTED.excluded });
  const report = await freezeReport(db, editor, { articleId });
  const published = await publishReport(db, editor, { reportId: report.id, publicAt: null });
  const link = await makeReportLink(db, editor, ADDRESS, { reportId: report.id, label: PLANTED.label, days: 1 });
  secret = need(link.url.split('/').at(-1));
  // What comes after it was published is not published.
  await judge(db, first, claim.id, 'false', { rationale: PLANTED.later });
  await judge(db, named, open.id, 'false', { rationale: PLANTED.rationale });
  return { ...published, articleId, claim, reportId: report.id };
}

/** Marks a source as confidential, after it was frozen and published. */
async function confide(): Promise<void> {
  const { id, version } = await database.db.source.findFirstOrThrow({ where: { title: PLANTED.confidential } });
  await markConfidential(database.db, reviewer, { id, version, reason: PLANTED.note, to: [] });
}

/** Everything that a stranger can ask for. */
async function* everyAnswer(): AsyncGenerator<{ readonly address: string; readonly response: Response }> {
  const ask = async (pattern: string, params: Record<string, string>, search = '') => {
    const address = `${addressOf(pattern, params)}${search}`;
    const get = need(routes.get(pattern));
    return { address, response: await get(new Request(`${ADDRESS}${address}`), { params: Promise.resolve(params) }) };
  };
  for (const pattern of routes.keys()) {
    if (pattern === '/shared/[token]') continue;
    if (!pattern.includes('[slug]')) {
      yield await ask(pattern, {});
      continue;
    }
    for (const slug of slugs)
      for (const at of /number|claim/.test(pattern) ? ['1', '2', '3', '4', 'x', ''] : [''])
        yield await ask(pattern, { slug, number: at, claim: at });
  }
  for (const q of ['', ...Object.values(PLANTED), 'tolls', '%', "'", '\\'])
    yield await ask('/published', {}, `?${new URLSearchParams({ q })}`);
  for (const rating of ['true', 'false', 'x']) yield await ask('/published', {}, `?rating=${rating}`);
}

test('every route that the public gate opens is knocked at', () => {
  expect([...routes.keys()].sort()).toEqual(Object.keys(PUBLIC_ROUTES).sort());
});

describe('a stranger', () => {
  test('reads what is published, and nothing else of what the desk holds', async () => {
    await confide();
    const found: unknown[] = [];
    let pages = 0;
    for await (const { address, response } of everyAnswer()) {
      const text = `${[...response.headers].join('\n')}\n${await response.text()}`;
      if (response.ok) pages++;
      // What was typed is said again in the field that it was typed in.
      const own = address.includes('?') ? text.replace(/<form[\s\S]*?<\/form>/, '') : text;
      const words = [...Object.values(PLANTED), BLIND.word, BLIND.fix ?? BLIND.word].filter((word) =>
        own.includes(word),
      );
      if (words.length > 0 || UUID.test(own)) found.push({ address, words, id: UUID.exec(own)?.[0] });
    }
    expect(found).toEqual([]);
    expect(pages).toBeGreaterThan(15);
  }, 120_000);

  test('and the search would find it: whoever has the secret link is shown the whole report, but for who is confidential', async () => {
    const get = need(routes.get('/shared/[token]'));
    const ask = (token: string) =>
      get(new Request(`${ADDRESS}/shared/${token}`), { params: Promise.resolve({ token }) });
    const response = await ask(secret);
    const text = await response.text();
    const { note, means, withdrawn, question, fix, unchecked, excluded, text: words, answer, reviewer } = PLANTED;
    for (const planted of [note, means, withdrawn, question, fix, unchecked, excluded, words, answer, reviewer])
      expect(text).toContain(planted);
    expect(text).not.toContain(PLANTED.confidential);
    expect(text).not.toContain(PLANTED.later);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect((await database.db.reportLink.findFirstOrThrow()).opened).toBe(1);
    expect((await ask('x'.repeat(43))).status).toBe(404);
  });

  test('is shown the verdict, who has agreed by name, and a note where something was withdrawn', async () => {
    const page = await read(`/published/${shown.slug}`);
    expect(page.text).toContain('So the table');
    expect(page.text).toContain('Nanna Agreed');
    expect(page.text).toContain('Confidential source');
    const note = await read(`/published/${gone.slug}`);
    expect(note.text).toContain('We look at it again.');
    expect((await read('/published')).text).toContain('We look at it again.');
    expect((await read('/published/people')).text).toContain('Nanna Agreed');
    await setNamedPublicly(database.db, named, { named: false });
    expect((await read(`/published/${shown.slug}`)).text).not.toContain('Nanna Agreed');
  });

  test('gets pages without a script, with what other programs look for, kept until they change', async () => {
    const address = `/published/${shown.slug}`;
    const { text, headers } = await read(address);
    const { document } = parseHTML(text);
    expect([...document.querySelectorAll('script')].map(({ type }) => type)).toEqual(['application/ld+json']);
    const data = JSON.parse(document.querySelector('script')?.textContent ?? '');
    expect(data['@graph']).toMatchObject([
      { '@type': 'ClaimReview', url: `${ADDRESS}${address}#claim-${shown.claim.number}` },
    ]);
    const of = (selector: string) => document.querySelector(selector)?.getAttribute('content') ?? '';
    expect(of('meta[property="og:image"]')).toMatch(/card\.png/);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; .*frame-ancestors 'none'$/,
    );
    const etag = need(headers.get('etag'));
    const again = await read(address, { 'if-none-match': etag });
    expect([again.status, again.text]).toEqual([304, '']);
    await setNamedPublicly(database.db, named, { named: true });
    expect((await read(address, { 'if-none-match': etag })).status).toBe(200);
    const box = await read(`${address}/claims/${shown.claim.number}`);
    expect(box.headers.get('content-security-policy')).toMatch(/frame-ancestors \*$/);
    const card = await read(`${address}/card.png`);
    expect([card.status, card.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(JSON.parse((await read('/published/feed.json')).text).items).toHaveLength(2);
    for (const feed of ['rss', 'atom']) expect((await read(`/published/${feed}.xml`)).text).toContain(shown.slug);
  });

  test('learns nothing on a desk that does not publish: every address gives the one answer', async () => {
    await setPublishing(database.db, false);
    const answers = new Set<string>();
    for await (const { response } of everyAnswer())
      answers.add(JSON.stringify([response.status, [...response.headers].sort(), await response.text()]));
    const get = need(routes.get('/shared/[token]'));
    const response = await get(new Request(`${ADDRESS}/shared/${secret}`), {
      params: Promise.resolve({ token: secret }),
    });
    answers.add(JSON.stringify([response.status, [...response.headers].sort(), await response.text()]));
    expect([...answers]).toHaveLength(1);
    expect([...answers][0]).toMatch(/^\[404,/);
    await setPublishing(database.db, true);
  });
});

/** Asks at an address as a browser does, for the route that is there. */
async function read(address: string, headers: Record<string, string> = {}) {
  for (const [pattern, get] of [...routes].sort(([a], [b]) => a.split('[').length - b.split('[').length)) {
    const names = [...pattern.matchAll(/\[(\w+)\]/g)].map(([, name]) => name ?? '');
    const found = new RegExp(`^${pattern.replace(/[.]/g, '\\.').replace(/\[\w+\]/g, '([^/]+)')}$`).exec(address);
    if (!found) continue;
    const params = Object.fromEntries(names.map((name, i) => [name, found[i + 1] ?? '']));
    const response = await get(new Request(`${ADDRESS}${address}`, { headers }), { params: Promise.resolve(params) });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }
  throw new Error(`There is no route at ${address}`);
}
