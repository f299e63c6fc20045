import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freezeReport } from '#lib/reports/mutations.ts';
import { eraseCapture } from '#lib/sources/mutations-captures.ts';
import { stet, stetHere } from '../command.ts';
import {
  article,
  attach,
  type Cast,
  cast,
  claimOn,
  detail,
  judge,
  plant,
  plantCapture,
  reopen,
  TEXT,
} from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { setPublishing } from '../trust/publishing.ts';

const database = withDatabase();
const folder = mkdtempSync(join(tmpdir(), 'stet-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('every verb', () => {
  test('says more with --help, to standard output', async () => {
    const { out } = await stet(['--help']);
    const verbs = [...out.matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, verb = '']) => verb);
    expect(verbs.length).toBeGreaterThan(8);
    for (const verb of verbs) {
      const help = await stetHere([verb, '--help']);
      expect(help, verb).toMatchObject({ code: 0, err: '' });
      expect(help.out).toContain(`stet ${verb}`);
    }
  });

  test('called the wrong way ends with 2, and says how on standard error alone', async () => {
    for (const args of [['bogus'], ['extract'], ['extract', '--bogus', 'x'], ['users', 'add', 'a@desk.example']]) {
      const { code, out, err } = await stetHere(args);
      expect({ code, out }, args.join(' ')).toEqual({ code: 2, out: '' });
      expect(err).not.toBe('');
    }
  });

  test('that needs the database says so where it cannot be reached, without the password', async () => {
    const env = { DATABASE_URL: 'postgresql://stet:hushhush@127.0.0.1:9/stet' };
    const { code, out, err } = await stet(['users', 'list'], { env });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^stet: /);
    expect(err).not.toContain('hushhush');
    expect(err).not.toMatch(/\n {4}at /);
  });
});

describe('stet users', () => {
  test('adds, lists, resets, changes the role, shuts out and lets in', async () => {
    const added = await stetHere(['users', 'add', 'kim@desk.example', '--name', 'Kim Oduya', '--role', 'reviewer']);
    expect(added).toMatchObject({ code: 0, err: '' });
    expect(added.out).toMatch(/^kim@desk\.example\t\S{12,}\n$/);
    const input = 'a long enough password\n';
    expect(
      await stet(['users', 'add', 'lea@desk.example', '--name', 'Lea', '--role', 'viewer', '--password-stdin'], {
        input,
      }),
    ).toEqual({ code: 0, out: 'lea@desk.example\n', err: '' });
    expect((await stetHere(['users', 'role', 'lea@desk.example', 'editor'])).code).toBe(0);
    expect((await stetHere(['users', 'disable', 'lea@desk.example'])).code).toBe(0);
    expect((await stetHere(['users', 'list'])).out).toBe(
      'kim@desk.example\treviewer\tactive\tKim Oduya\nlea@desk.example\teditor\tdisabled\tLea\n',
    );
    expect((await stetHere(['users', 'enable', 'lea@desk.example'])).code).toBe(0);
    expect((await stetHere(['users', 'reset', 'lea@desk.example'])).out).toMatch(/^lea@desk\.example\t\S{12,}\n$/);
    expect(JSON.parse((await stetHere(['users', 'list', '--json'])).out)).toMatchObject([
      { email: 'kim@desk.example', disabled: false },
      { email: 'lea@desk.example', role: 'editor', disabled: false },
    ]);
  });

  test('refuses by name what is not acceptable, and says who is not there', async () => {
    const twice = await stetHere(['users', 'add', 'kim@desk.example', '--name', 'Kim', '--role', 'viewer']);
    expect(twice).toMatchObject({ code: 4, out: '' });
    const role = await stetHere(['users', 'add', 'new@desk.example', '--name', 'New', '--role', 'king']);
    expect(role).toMatchObject({ code: 4, out: '' });
    expect(role.err).toContain('Role');
    const short = await stetHere(['users', 'reset', 'kim@desk.example', '--password-stdin'], { input: 'short\n' });
    expect(short).toMatchObject({ code: 4, out: '' });
    expect(short.err).toContain('Password');
    const nobody = await stetHere(['users', 'disable', 'nobody@desk.example']);
    expect(nobody).toMatchObject({ code: 3, out: '', err: 'stet: Nobody here has the address nobody@desk.example.\n' });
  });
});

describe('stet export', () => {
  let people: Cast;
  let articleId: string;
  beforeAll(async () => {
    people = await cast(database.db);
    const bench = await article(database.db, people.editor);
    articleId = bench.article.id;
    const claim = await claimOn(database.db, people.first, bench, 'About one in five berths is closed');
    await judge(database.db, people.first, claim.id, 'true', { rationale: 'So it is.' });
    await freezeReport(database.db, people.editor, { articleId });
  });

  test('prints the report in each format, and notes it in the history', async () => {
    const json = await stetHere(['export', articleId]);
    expect(json).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(json.out)).toMatchObject({ format: 'report/2', number: 1 });
    expect((await stetHere(['export', articleId, '--format', 'csv'])).out).toContain(
      'About one in five berths is closed',
    );
    const path = join(folder, 'report.jsonld');
    expect(await stetHere(['export', articleId, '--format', 'claimreview', '--out', path])).toEqual({
      code: 0,
      out: '',
      err: '',
    });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toHaveProperty('@context');
    expect(await database.db.event.count({ where: { chainId: articleId, action: 'report.exported' } })).toBe(3);
  });

  test('publishes it in a person’s name, lists it, makes a secret link, and withdraws it', async () => {
    const as = ['--as', people.editor.email];
    expect(await stetHere(['publish', articleId, ...as])).toMatchObject({ code: 4 });
    await setPublishing(database.db, true);
    const bench = await article(database.db, people.editor, { mode: 'one' });
    const claim = await claimOn(database.db, people.first, bench, 'About one in five berths is closed');
    await judge(database.db, people.first, claim.id, 'true');
    await freezeReport(database.db, people.editor, { articleId: bench.article.id });
    expect(await stetHere(['publish', bench.article.id])).toMatchObject({ code: 2 });
    expect(await stetHere(['publish', bench.article.id, '--as', people.first.email])).toMatchObject({ code: 4 });
    const { out } = await stetHere(['publish', bench.article.id, ...as]);
    expect(out).toMatch(/^http:\/\/\S+\/published\/harbour-budget-\d+\n$/);
    expect((await stetHere(['publish', '--list'])).out).toMatch(`${out.trim()}\t1\t`);
    expect((await stetHere(['publish', bench.article.id, ...as, '--link', 'A lawyer', '--days', '1'])).out).toMatch(
      /\/shared\/[\w-]{43}\n$/,
    );
    expect(await stetHere(['publish', bench.article.id, ...as, '--withdraw', 'We look again.'])).toMatchObject({
      code: 0,
    });
    expect((await stetHere(['publish', '--list'])).out).toMatch(/\twithdrawn\n$/);
    await setPublishing(database.db, false);
  });

  test('takes the captures of its sources out as one archive, what was erased by its hash alone', async () => {
    const bench = await reopen(database.db, people.editor, articleId);
    const claim = await claimOn(database.db, people.first, bench, 'Lorry tolls will rise by 4.5 per cent from June');
    await attach(database.db, people.first, claim.id, 'Toll list');
    await attach(database.db, people.first, claim.id, 'Old toll list');
    const [piece, other] = (await detail(database.db, people.first, claim.id)).evidence;
    const kept = await plant(database.db, async (tx) => {
      const { id } = await plantCapture(tx, piece?.source.id ?? '', 'Tolls rise by 4.5 per cent.');
      const place = { captureId: id, captureStart: 0, captureEnd: 10, quoteCheck: 'exact' } as const;
      await tx.evidence.update({ where: { id: piece?.id ?? '' }, data: place });
      // What was kept of a source that became part of another one is the article's as well.
      const data = { mergedIntoId: piece?.source.id ?? '', archivedAt: new Date() };
      const merged = await tx.source.findFirstOrThrow({ where: { id: other?.source.id ?? '' } });
      await tx.evidence.update({ where: { id: other?.id ?? '' }, data: { sourceId: piece?.source.id ?? '' } });
      await tx.source.update({ where: { id: merged.id }, data });
      return { id, gone: (await plantCapture(tx, merged.id, 'To be erased')).id };
    });
    await eraseCapture(database.db, people.admin, { id: kept.gone, reason: 'A court asked' });
    const path = join(folder, 'captures.wacz');
    expect(await stetHere(['export', articleId, '--captures', '--out', path])).toEqual({ code: 0, out: '', err: '' });
    const files = unzipSync(readFileSync(path));
    const { captures } = JSON.parse(strFromU8(files['stet/captures.json'] ?? new Uint8Array()));
    expect(captures).toMatchObject([
      {
        id: kept.id,
        source: { title: 'Toll list' },
        quotes: [{ claim: claim.number, evidence: 1, start: 0, end: 10 }],
      },
      { id: kept.gone, erased: { reason: 'A court asked', by: people.admin.name } },
    ]);
    const [event] = await database.db.event.findMany({
      where: { chainId: articleId, action: 'capture.exported' },
      include: { detail: true },
    });
    expect(JSON.parse(event?.detail?.detail ?? '')).toEqual({ count: 2, erased: 1 });

    await freezeReport(database.db, people.editor, { articleId });
    const report = JSON.parse((await stetHere(['export', articleId])).out);
    const cited = report.claims.find(({ id }: { id: string }) => id === claim.id).evidence[0].source.capture;
    expect(cited).toEqual({
      sha256: captures[0].sha256,
      takenAt: captures[0].takenAt,
      erased: false,
      stamp: null,
      archived: null,
    });

    const piped = await stet(['export', articleId, '--captures'], {});
    expect(piped).toMatchObject({ code: 0, err: '' });
    expect(piped.out.startsWith('PK')).toBe(true);
    expect(await stetHere(['export', 'nonsense', '--captures'])).toMatchObject({ code: 3, out: '' });
  });

  test('says what is not there, and which formats there are', async () => {
    expect(await stetHere(['export', 'nonsense'])).toMatchObject({ code: 3, out: '' });
    expect(await stetHere(['export', articleId, '--number', '7'])).toMatchObject({ code: 3, out: '' });
    const format = await stetHere(['export', articleId, '--format', 'rtf']);
    expect(format).toMatchObject({ code: 2, out: '' });
    expect(format.err).toContain('claimreview');
  });
});

describe('stet reread', () => {
  let people: Cast;
  beforeAll(async () => {
    people = await cast(database.db, 'reread');
  });

  test('has texts read again, one by one or all, and says what came of it', async () => {
    const { id } = (await article(database.db, people.editor)).article;
    const { id: other } = (await article(database.db, people.editor, { text: `${TEXT}\n\nGoodbye.` })).article;
    const named = await stetHere(['reread', id, '--as', 'eddareread@desk.test']);
    expect(named).toMatchObject({ code: 0, err: '' });
    expect(named.out).toMatch(new RegExp(`^${id}\t\\d+\\.\\d+\\.\\d+[^\t]*\t0\t0\t0\t0\n$`));
    const all = await stetHere(['reread', '--all', '--json']);
    expect(all).toMatchObject({ code: 0, err: '' });
    const lines = all.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.length).toBe(await database.db.article.count());
    expect(lines).toContainEqual(expect.objectContaining({ article: other, added: 0, withdrawn: 0, marksEnded: [] }));
    expect(await database.db.event.count({ where: { chainId: id, action: 'article.extracted' } })).toBe(2);
  });

  test('is refused as the page would refuse it, and goes on with the rest', async () => {
    const { id } = (await article(database.db, people.editor)).article;
    expect(await stetHere(['reread'])).toMatchObject({ code: 2, out: '' });
    expect(await stetHere(['reread', id, '--all'])).toMatchObject({ code: 2, out: '' });
    expect(await stetHere(['reread', id, '--as', 'vitoreread@desk.test'])).toMatchObject({ code: 4, out: '' });
    const some = await stetHere(['reread', 'nonsense', id]);
    expect(some.code).toBe(3);
    expect(some.err).toMatch(/^stet: nonsense: /);
    expect(some.out).toMatch(new RegExp(`^${id}\t`));
  });
});

describe('stet revise', () => {
  let people: Cast;
  beforeAll(async () => {
    people = await cast(database.db, 'revise');
  });

  const draft = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  test('shows what a text would do, changes nothing, and takes it when told to', async () => {
    const bench = await article(database.db, people.editor);
    const { id } = bench.article;
    const file = draft('next.txt', TEXT.replace('one in five', 'one in six').replace(/\n\nThe engineers.*$/s, ''));
    const shown = await stetHere(['revise', id, file]);
    expect(shown).toMatchObject({ code: 0, err: '' });
    expect(shown.out).toMatch(/^unchanged\t\d+\n/);
    expect(shown.out).toMatch(/^changed\tclaim \d+\t.*berths/m);
    expect(shown.out).toMatch(/^lost\tclaim \d+\t/m);
    expect(await database.db.revision.count({ where: { articleId: id } })).toBe(1);

    const taken = await stetHere(['revise', id, file, '--accept', '--as', 'eddarevise@desk.test', '--json']);
    expect(taken).toMatchObject({ code: 0, err: '' });
    const { revision, counts } = JSON.parse(taken.out);
    expect(revision).toBe(2);
    expect(counts.lost).toBeGreaterThan(0);
    expect(await database.db.revision.findFirst({ where: { articleId: id, number: 2 } })).toMatchObject({
      createdById: people.editor.id,
      origin: 'command',
    });
  });

  test('says what is not there, and who may not', async () => {
    const bench = await article(database.db, people.editor);
    const file = draft('other.txt', 'Another text altogether, of one sentence.');
    expect(await stetHere(['revise', 'nonsense', file])).toMatchObject({ code: 3, out: '' });
    expect(await stetHere(['revise', bench.article.id, join(folder, 'none.txt')])).toMatchObject({ code: 3, out: '' });
    expect(await stetHere(['revise', bench.article.id, file, '--as', 'vitorevise@desk.test'])).toMatchObject({
      code: 4,
      out: '',
    });
    const same = await stetHere(['revise', bench.article.id, draft('same.txt', TEXT), '--accept']);
    expect(same).toMatchObject({ code: 4, out: '' });
    expect(same.err).toContain('word for word');
  });
});

describe('without a database', () => {
  const env = { DATABASE_URL: undefined, STET_DATA_DIR: join(folder, 'none') };

  test('extract prints the contract’s shape, from a file and from standard input', async () => {
    const text = 'Trade between China and North Korea grew almost 40% in the first quarter of 2017.\n';
    const path = join(folder, 'trade.txt');
    writeFileSync(path, text);
    const args = ['--published', '2017-04-18', '--format', 'json'];
    const ofFile = await stetHere(['extract', path, ...args], { env });
    expect(ofFile).toMatchObject({ code: 0, err: '' });
    const extraction = JSON.parse(ofFile.out);
    const [claim] = extraction.claims;
    expect(text.slice(claim.start, claim.end)).toBe(claim.quote);
    expect(claim.quantities).toMatchObject([{ text: 'almost 40%', value: 40, unit: 'percent', change: 'up' }]);
    expect(claim.times).toMatchObject([{ from: '2017-01-01', to: '2017-03-31' }]);
    expect(JSON.parse((await stet(['extract', '-', ...args], { env, input: text })).out)).toEqual(extraction);
    expect((await stetHere(['extract', join(folder, 'none.txt')], { env })).code).toBe(3);
    expect((await stetHere(['extract', path, '--published', 'yesterday'], { env })).code).toBe(2);
  });

  test('score gives a number for each line, and status says that nothing runs', async () => {
    const { code, out } = await stet(['score', '-'], { env, input: 'Trade grew 40 percent in 2017.\nGood morning.\n' });
    expect(code).toBe(0);
    const [fact = 0, greeting = 1, ...rest] = out.trimEnd().split('\n').map(Number);
    expect(rest).toEqual([]);
    expect(fact).toBeGreaterThan(greeting);
    const status = await stet(['status', '--json'], { env });
    expect(status.code).toBe(3);
    expect(JSON.parse(status.out)).toMatchObject({ running: false, database: 'embedded' });
  });
});

test('stet migrate says what it would do, and does nothing twice', async () => {
  expect(await stetHere(['migrate', '--check'])).toMatchObject({ code: 0 });
  expect(await stetHere(['migrate'])).toMatchObject({ code: 0 });
});
