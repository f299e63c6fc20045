import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { PersonActor } from '#lib/access/types.ts';
import { outlineOf } from '#lib/exports/outline/index.ts';
import { renderReport, renderText } from '#lib/exports/render.ts';
import { CITATION_FORMATS } from '#lib/ingest/citations/types.ts';
import { jobPage } from '#lib/jobs/data.ts';
import { log } from '#lib/platform/log.ts';
import { readReport } from '#lib/reports/data.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { periodFormat, REPORT_FORMATS } from '#lib/reports/schema.ts';
import { findSources } from '#lib/sources/data.ts';
import { countSources, sourcePage } from '#lib/sources/data-list.ts';
import { workbench } from '#lib/workbench/data.ts';
import { claimDetail } from '#lib/workbench/data-detail.ts';
import { besideOfClaim } from '#lib/workbench/data-figures.ts';
import { articleHistory, deskHistory } from '#lib/workbench/data-history.ts';
import { passagesForClaim } from '#lib/workbench/data-passages.ts';
import history from '../../../messages/en/history.json' with { type: 'json' };
import { stetHere } from '../command.ts';
import { article, type Cast, cast } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { type Confided, confide, confidedScene, IDENTITY, type Identity } from './confided.ts';
import { ACTIONS, type Door, OTHER_ROUTES, PAGES, ROUTES } from './doors.ts';
import { everyDoor, textOf } from './knock.ts';
import { ADDRESS, SECRET, wear } from './request.ts';
import { giveEverybodyAPassword, need, sceneIn } from './scene.ts';
import { type SparingScene, sparing } from './sparing.ts';

vi.mock('next/headers', async () => (await import('./request.ts')).nextHeaders);
vi.mock('next-intl/server', async () => (await import('./request.ts')).nextIntl);
vi.mock('next/cache', () => ({ refresh: () => {} }));

/*
 * A source is planted with words that stand nowhere else, marked as confidential, and looked for by everybody to whom it is not named, by way of
 * everything that the code lets anybody reach: pages, routes, actions, formats, commands, kinds of events. What the code holds and this file does not
 * look behind fails it.
 */
const database = withDatabase();
let people: Cast;
let here: Confided;
let scene: SparingScene;
let needles: string[];
const logged: string[] = [];
const doors = await everyDoor();

const table = new Map<string, Door>([
  ...Object.entries(PAGES).map(([name, door]) => [`page ${name}`, door] as const),
  ...Object.entries(ROUTES),
  ...Object.entries(ACTIONS).flatMap(([domain, all]) =>
    Object.entries(all).map(([name, door]) => [`${domain}.${name}`, door] as const),
  ),
]);

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', SECRET);
  vi.stubEnv('NEXTAUTH_URL', ADDRESS);
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(log, level).mockImplementation((...said: unknown[]) => void logged.push(textOf(said)));
  const { db } = database;
  people = await cast(db);
  await giveEverybodyAPassword(db);
  const bench = await article(db, people.editor);
  here = await confide(db, people.first, bench.article.id, IDENTITY);
  const plain = sceneIn(db, here.articleId, people.first, people.editor);
  scene = sparing(confidedScene({ ...plain, report: async () => here.reportId }, people.first, here, IDENTITY));
  needles = await wordsOf(here);
  const { revise } = await import('#lib/revisions/mutations-revise.ts');
  const { typedText } = await import('#lib/revisions/rules-text.ts');
  const { revision } = await scene.bench();
  const text = typedText(`${revision.text}\n\nA line more.`);
  await revise(db, people.editor, { articleId: here.articleId, basedOn: revision.id, text, origin: 'paste' });
}, 120_000);
afterAll(() => vi.restoreAllMocks());

/** Every word that tells of the source: what was planted, the ids of its records, its salts, and the digests over its name. */
async function wordsOf({ sourceId, goneId, captureIds }: Confided): Promise<string[]> {
  const { db } = database;
  const salts = await db.source.findMany({ where: { maskSalt: { not: null } }, select: { maskSalt: true } });
  const hashes = await db.capture.findMany({ where: { id: { in: [...captureIds] } }, select: { sha256: true } });
  const digests = await db.verdict.findMany({ select: { basisDigest: true } });
  return [
    ...Object.values(IDENTITY).flatMap((words) => words.split(' ').filter((word) => /planted|\d{5}/.test(word))),
    '1986-05-04',
    '1987-06-05',
    sourceId,
    goneId,
    ...captureIds,
    ...salts.flatMap(({ maskSalt }) => maskSalt ?? []),
    ...hashes.map((row) => row.sha256),
    ...digests.map(({ basisDigest }) => basisDigest),
  ];
}

const found = (text: string): string[] => needles.filter((word) => text.includes(word));
/** Nobody of these is named on it; whoever may most asks first, of a scene that nobody has changed yet. */
const others = (): PersonActor[] => [people.admin, people.second, people.editor, people.viewer];
const epochOf = async ({ id }: PersonActor) =>
  (await database.db.user.findUniqueOrThrow({ where: { id } })).sessionEpoch;

test('every door that the code has is looked behind', () => {
  expect([...doors.keys()].filter((name) => !table.has(name) && !OTHER_ROUTES.includes(name))).toEqual([]);
});

// The commands first: doors are knocked at with records as no change would write them, which `verify` would tell of.
describe('by no command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-confidential-'));
  const file = (name: string) => join(folder, name);
  /** How each verb is called where it could tell; the others, with why they cannot. */
  const CALLS: Readonly<Record<string, readonly (() => readonly string[])[] | string>> = {
    export: [
      ...Object.keys(REPORT_FORMATS).map((format) => () => ['export', here.articleId, '--format', format]),
      () => ['export', here.articleId, '--captures', '--out', file('captures.wacz')],
    ],
    sources: CITATION_FORMATS.map((format) => () => ['sources', 'export', '--format', format]),
    verify: [() => ['verify'], () => ['verify', '--export', file('history.jsonl')]],
    heads: [() => ['heads', '--out', file('heads.json')]],
    users: [() => ['users', 'list']],
    publish: [() => ['publish', '--list']],
    report: [
      () => ['report', here.articleId, '--as', people.editor.email, '--claims', '1', '--note', 'This one'],
      ...periodFormat.options.map((format) => () => [
        ...['report', '--as', people.editor.email, '--from', '2026-01-01', '--to', '2026-12-31', '--format', format],
        ...(format === 'pdf' ? ['--out', file('period.pdf')] : []),
      ]),
    ],
    reread: [() => ['reread', here.articleId]],
    status: 'says where the server is; it reads no record',
    start: 'runs the server, whose doors are above',
    worker: 'runs jobs, whose log is looked at in tests/unit/platform/log.test.ts',
    migrate: 'prints the names of migrations',
    blobs: 'moves bytes, and says how many',
    build: 'builds pages',
    extract: 'reads a file',
    score: 'reads a file',
    match: 'reads files',
    precedents: 'brings in what others have checked',
    import: 'brings articles in, and tells of them',
    revise: 'tells of the claims of a text',
  };

  test('every verb that there is', () => {
    const verbs = readdirSync('lib/cli/verbs').map((name) => name.replace('.ts', ''));
    expect(Object.keys(CALLS).sort()).toEqual(verbs.sort());
  });

  const calls = Object.entries(CALLS).flatMap(([verb, ways]) =>
    typeof ways === 'string' ? [] : ways.map((args, i) => [`${verb} ${i + 1}`, args] as const),
  );
  test.each(calls)('%s', async (_, args) => {
    const { code, out, err } = await stetHere(args());
    const files = readdirSync(folder).map((name) => readFileSync(file(name), 'utf8'));
    // A record's own id is no name: the proof goes by it, and whoever runs a command sees all there is.
    const names = found([out, err, ...files].join('\n')).filter((word) => !/^[0-9a-f-]{36}$/.test(word));
    expect([code, names]).toEqual([0, []]);
  });
});

describe('by no door', () => {
  const asked = [...table].filter(([name]) => !['page /sign-in', 'page /set-up'].includes(name));

  test.each(asked)('%s', async (name, door) => {
    scene.nextKnock(door);
    const sent = await door.send(scene, people.admin);
    const isOfSource = found(await sentWords(sent)).length > 0;
    for (const reader of others()) {
      await wear(reader, await epochOf(reader));
      const { text, outcome } = await need(doors.get(name))(await fresh(sent));
      expect({ reader: reader.name, found: found(text) }).toEqual({ reader: reader.name, found: [] });
      // What is asked of the source itself, or a capture of it, is answered as of what was never there.
      if (isOfSource) expect([reader.name, outcome]).toEqual([reader.name, expect.stringMatching(REFUSED)]);
    }
  });

  const REFUSED = /^(not-found|forbidden|status 404|status 400|invalid)$/;

  test('and they would find it: its handler is shown it', async () => {
    await wear(people.first, await epochOf(people.first));
    const shown = async (name: string, sent: unknown) => found((await need(doors.get(name))(sent)).text);
    const props = { params: Promise.resolve({ id: here.sourceId }), searchParams: Promise.resolve({}) };
    expect((await shown('page /sources/[id]', props)).length).toBeGreaterThan(10);
    const claim = { request: new Request(ADDRESS), params: Promise.resolve({ id: here.claimId }) };
    expect((await shown('GET /api/claims/[id]', claim)).length).toBeGreaterThan(10);
  });

  test('and nothing of it is in the log', () => expect(logged.flatMap(found)).toEqual([]));

  test('and it is as it was', async () => {
    const { confidentialTo } = await database.db.source.findUniqueOrThrow({ where: { id: here.sourceId } });
    expect(confidentialTo).toEqual([people.first.id]);
  });
});

/** What is sent, to look at; a request's body is looked at in a copy. */
async function sentWords(sent: unknown): Promise<string> {
  if (!isOfRoute(sent)) return textOf((await settled(sent)) ?? null);
  return `${sent.request.url} ${textOf(await sent.params)} ${await sent.request.clone().text()}`;
}
const settled = async (sent: unknown) =>
  typeof sent === 'object' && sent !== null && 'params' in sent ? { ...sent, params: await sent.params } : sent;
const isOfRoute = (sent: unknown): sent is { request: Request; params: Promise<object> } =>
  typeof sent === 'object' && sent !== null && 'request' in sent && sent.request instanceof Request;
/** A request can be read once: each reader sends their own. */
const fresh = async (sent: unknown) => (isOfRoute(sent) ? { ...sent, request: sent.request.clone() } : sent);

describe('in no file', () => {
  test.each(Object.keys(REPORT_FORMATS))('a report as %s, for everybody, its handler too', async (format) => {
    for (const reader of [people.first, ...others()]) {
      await wear(reader, await epochOf(reader));
      const params = Promise.resolve({ id: here.reportId, format });
      const ask = need(doors.get('GET /api/reports/[id]/[format]'));
      const { text, outcome } = await ask({ request: new Request(ADDRESS), params });
      expect([outcome, found(text)]).toEqual(['done', []]);
    }
  });

  test('packed into a spreadsheet or a Word document, or set as a PDF', async () => {
    const report = need(await readReport(database.db, people.first, here.reportId));
    for (const format of ['xlsx', 'docx'] as const) {
      const packed = await renderReport(report, format, ADDRESS);
      const parts = typeof packed === 'string' ? {} : unzipSync(packed);
      const unpacked = Object.values(parts).map((bytes) => strFromU8(bytes));
      expect(unpacked.join('\n')).toContain('Confidential source 1');
      expect(found(unpacked.join('\n'))).toEqual([]);
    }
    expect(found(JSON.stringify(outlineOf(report.model, report.digest)))).toEqual([]);
  });

  test.each(CITATION_FORMATS)('the library as %s', async (format) => {
    for (const reader of others()) {
      await wear(reader, await epochOf(reader));
      const ask = need(doors.get('GET /api/sources/export/[format]'));
      const { text } = await ask({ request: new Request(ADDRESS), params: Promise.resolve({ format }) });
      expect(found(text)).toEqual([]);
    }
  });
});

describe('in no event', () => {
  // What a source, its captures and its evidence can go through has words in the history, and was gone through here.
  const told = Object.keys(history.did).filter((name) => /^(source|capture|evidence)-/.test(name));
  const OTHERWISE: Readonly<Record<string, string>> = {
    'source-imported': 'tells how many came in, and from what',
    'source-unmarked': 'is told once the source is confidential no longer',
    'source-unnamed': 'is how these are told',
    'capture-unnamed': 'is how these are told',
    'evidence-unnamed': 'is how these are told',
    'capture-taken': 'is looked at where captures are taken, as all that has a capture as its subject',
    'capture-opened': 'has a capture as its subject, and no detail',
    'evidence-lookedFor': 'has a capture as its subject',
    'source-seen': 'has a source as its subject, as source-edited, and no detail',
    'capture-stamped': 'as capture-taken: a number and a time',
    'capture-archived': 'as capture-taken: a number and a time',
    'capture-reread': 'as capture-checked, whose detail it has; the desk reads no confidential source again',
  };

  test.each(told.filter((name) => !(name in OTHERWISE)))('%s', async (name) => {
    const action = name.replace('-', '.');
    const { db } = database;
    const happened = await db.event.findMany({ where: { action } });
    expect(happened.length).toBeGreaterThan(0);
    const read = async (reader: PersonActor) => [
      ...need(await articleHistory(db, reader, { articleId: here.articleId, kind: action.split('.')[0] })).events,
      ...(reader.role === 'admin' ? (await deskHistory(db, reader, { kind: action.split('.')[0] })).events : []),
    ];
    for (const reader of others()) expect(found(JSON.stringify(await read(reader)))).toEqual([]);
  });
});

describe('nor by the shape and size of an answer', () => {
  const SHORT: Identity = {
    ...IDENTITY,
    name: 'Q',
    publisher: 'R',
    author: 'S',
    host: 'a.example',
    doi: '10.1/x',
    isbn: '9783161484100',
    origin: 'T',
    quote: 'U',
    locator: 'V',
    note: 'W',
    means: 'X',
    reason: 'Y',
  };

  /** Without what differs between any two articles: ids, times, hashes, numbers on the desk's chain, the headline. */
  function plain(value: unknown, headline: string): string {
    const ids = new Map<string, string>();
    return JSON.stringify(value, null, 1)
      .replaceAll(headline, 'HEADLINE')
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
        const name = ids.get(id) ?? `id ${ids.size + 1}`;
        ids.set(id, name);
        return name;
      })
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
      .replace(/[0-9a-f]{64}/g, 'HASH');
  }

  async function everything(reader: PersonActor, said: Identity) {
    const { db } = database;
    const bench = await article(db, people.editor);
    const { id: articleId, headline } = bench.article;
    const { claimId } = await confide(db, people.first, articleId, said);
    const { id: reportId } = await freezeReport(db, people.viewer, { articleId });
    const report = need(await readReport(db, reader, reportId));
    const seen = need(await claimDetail(db, reader, claimId));
    const job = (await jobPage(db, people.admin, null)).rows[0];
    return plain(
      {
        detail: { ...seen, related: [] },
        bench: await workbench(db, reader, articleId),
        history: await articleHistory(db, reader, { articleId }),
        report: { ...report.model, heads: [] },
        files: (['csv', 'claimreview'] as const).map((format) => renderText(report, format, 'https://desk.test/')),
        found: await findSources(db, reader, { query: said.name, articleId }),
        listed: [await sourcePage(db, reader, { words: said.name }), await countSources(db, reader, said.name)],
        figures: await besideOfClaim(db, reader, claimId),
        passages: await passagesForClaim(db, reader, claimId, null),
        job: job && { ...job, error: job.error?.length },
      },
      headline,
    );
  }

  test('which are those of an article whose source has a short name', async () => {
    for (const reader of [people.admin, people.second])
      expect(await everything(reader, SHORT)).toBe(await everything(reader, IDENTITY));
  });
});
