import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { PersonActor } from '#lib/access/types.ts';
import { importFiles } from '#lib/cli/verbs/import.ts';
import { resolveComment, writeComment } from '#lib/comments/mutations.ts';
import { foreignPage } from '#lib/foreign/data.ts';
import { bringIn, setFileAside } from '#lib/foreign/mutations.ts';
import type { NewForeignClaim } from '#lib/foreign/types.ts';
import { canonicalJson, sha256 } from '#lib/platform/canonical.ts';
import { connect, type Db, transact } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/result.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { markConfidential } from '#lib/sources/mutations-confidential.ts';
import { readArticleFile } from '#lib/travel/rules-file.ts';
import { verifyArticle } from '#lib/travel/rules-verify.ts';
import { signOff } from '#lib/verdicts/mutations-sign-off.ts';
import { stetHere } from '../command.ts';
import { article, attach, type Cast, cast, claimOn, detail, judge, lead } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { cloneTemplate } from '../server.ts';
import { DEEDS } from '../trust/deeds.ts';

/*
 * An article goes from one Stet to another and on from there. Two desks, each on a database of its own.
 */

const here = withDatabase();
const there: { db?: Db; url: string; drop: () => Promise<unknown> } = { url: '', drop: async () => {} };
const folder = mkdtempSync(join(tmpdir(), 'stet-travel-'));
const at = (name: string) => join(folder, name);

let people: Cast;
let editorThere: PersonActor;
let articleId: string;

/** Signs of every kind that have gone wrong somewhere: of two code units, from right to left, joined, quoted, escaped. */
const TRICKY = `Harbour 🚢 “doubles” the fund

The port of חיפה said the dues rose by 12 per cent — “a \\"fair\\" share”, in ‘its’ words. The mayor of القاهرة approved a budget of £48.6 million on Wednesday. 👩‍👩‍👧‍👦 About one in five berths is closed for safety reasons. Lorry tolls will rise by 4.5 per cent from June\u2028and again in July.

${Array.from({ length: 60 }, (_, i) => `In district ${i + 1} the fees rose by ${i + 2}.5 per cent to £${i + 10},00${i % 10}, said Dr. Ève N’Goma‎.`).join(' ')}
`;

beforeAll(async () => {
  const { url, template } = inject('server');
  const clone = await cloneTemplate(url, template);
  there.url = clone.url;
  there.drop = clone.drop;
  there.db = connect(clone.url, 3);
  people = await cast(here.db);
  editorThere = (await cast(there.db, 'There')).editor;
  const bench = await article(here.db, people.editor, { text: TRICKY });
  articleId = bench.article.id;
  const claim = await claimOn(here.db, people.first, bench, 'About one in five berths is closed');
  const other = await claimOn(here.db, people.first, bench, 'approved a budget of £48.6 million on Wednesday');
  await attach(here.db, people.first, claim.id, 'The list of berths “2026” 🚢 של', 'supports', 'Page\ttwo');
  await judge(here.db, people.first, claim.id, 'half-true', {
    rationale: 'One in “six” [1] – לא.',
    fix: 'About one in six berths',
  });
  const { id, basisDigest, seen } = await lead(here.db, people.second, claim.id);
  await signOff(here.db, people.second, { verdictId: id, basisDigest: basisDigest ?? '', seen });
  // Everything that anybody may do to a claim is done to another, by three people in turns, as far as it goes.
  const scene = { articleId, claimIds: [other.id], shutOut: people.viewer.id, demoted: people.viewer.id };
  const left = new Set(['mode', 'demote', 'disable', 'drop', 'split', 'merge', 'undoSplit']);
  const turns = [people.first, people.second, people.editor];
  for (const [i, [name, deed]] of Object.entries(DEEDS).entries()) {
    const who = turns[i % turns.length];
    if (who && !left.has(name))
      await deed(here.db, who, await detail(here.db, who, other.id), scene).catch(refusedOnly);
  }
  // A question that holds the claim keeps it whole.
  const { comments } = await detail(here.db, people.editor, other.id);
  for (const { id, version } of comments.filter((one) => one.kind === 'query' && one.resolved === null))
    await resolveComment(here.db, people.editor, {
      id,
      version,
      resolved: true,
      outcome: 'answered',
      answer: 'So it is.',
    });
  await DEEDS.split?.(here.db, people.first, await detail(here.db, people.first, other.id), scene);
}, 120_000);
afterAll(async () => {
  await there.db?.$disconnect();
  await there.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function* noClaims(): AsyncGenerator<readonly NewForeignClaim[], number> {
  yield [];
  return 0;
}

function refusedOnly(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}
const present = <T>(value: T | undefined | null): T => {
  if (value === undefined || value === null) throw new Error('Nothing there');
  return value;
};
const stetThere = (args: readonly string[]) => stetHere(args, { env: { DATABASE_URL: there.url } });
/** `stet import`, which goes on with the next file where one is refused. */
async function bring(db: Db, name: string) {
  const said = { out: '', err: '' };
  const code = await importFiles(
    db,
    [at(name)],
    {},
    {
      done: (line) => {
        said.out += `${line}\n`;
      },
      refused: (line) => {
        said.err += `${line}\n`;
      },
    },
  );
  return { code, ...said };
}
const handOn = (name: string) => stetHere(['export', articleId, '--format', 'stet', '--out', at(name)]);

test('an article goes to another desk, and out of it again byte for byte, with its history whole', async () => {
  expect(await handOn('one.stet')).toEqual({ code: 0, out: '', err: '' });
  const verified = await stetHere(['verify', at('one.stet')]);
  expect(verified).toMatchObject({ code: 0, err: '' });
  expect(verified.out).toMatch(/^\d+ events in 1 chains: whole; \d+ records as events left them\.\n$/);
  const file = readArticleFile(readFileSync(at('one.stet')));
  // Every kind of record is in it: what was never there would prove nothing.
  const kinds = Object.entries(file).filter(([, records]) => Array.isArray(records) && records.length === 0);
  expect(kinds.map(([kind]) => kind)).toEqual(['capture', 'report']);
  expect(file.article.headline).toMatch(/Harbour budget/);
  expect(present(file.revision[0]).text).toContain('חיפה said the dues rose by 12 per cent — “a \\"fair\\" share”');
  expect(file.claim.length).toBeGreaterThan(60);

  const brought = await bring(present(there.db), 'one.stet');
  expect(brought).toMatchObject({ code: 0, err: '' });
  const id = present(brought.out.split('\t')[0]);
  expect(await stetThere(['export', id, '--format', 'stet', '--out', at('two.stet')])).toMatchObject({ code: 0 });
  expect(sha256(readFileSync(at('two.stet')))).toBe(sha256(readFileSync(at('one.stet'))));
  expect(await stetThere(['verify'])).toMatchObject({ code: 0, err: '' });
  expect(await stetThere(['verify', at('two.stet')])).toMatchObject({ code: 0, err: '' });
  // Brought in again, it says so and changes nothing.
  const before = await present(there.db).event.count();
  const again = await bring(present(there.db), 'two.stet');
  expect(again).toMatchObject({ code: 0, out: brought.out });
  expect(again.err).toContain('is here already');
  expect(await present(there.db).event.count()).toBe(before);
});

test('nothing of what came in is the desk’s own: no article, claim, verdict, source or person', async () => {
  const db = present(there.db);
  const counts = await Promise.all([
    db.article.count(),
    db.claim.count(),
    db.verdict.count(),
    db.evidence.count(),
    db.source.count(),
    db.comment.count(),
    db.report.count(),
  ]);
  expect(counts).toEqual([0, 0, 0, 0, 0, 0, 0]);
  expect(await db.user.count({ where: { name: { in: ['Ruben', 'Sanne', 'Edda'] } } })).toBe(0);
  // Its bytes stay as long as it does.
  await expect(db.$executeRaw`delete from blobs`).rejects.toThrow(/ST001|left alone/);
  const [own] = await db.foreignFile.findMany();
  const page = present(await foreignPage(db, present(own).id, 0));
  expect(page.file).toMatchObject({ format: 'article', broughtBy: null, events: expect.any(Number) });
  const shown = present(
    (await db.foreignClaim.findMany({ where: { fileId: page.file.id, outcome: 'settled' } })).find(
      ({ rating }) => rating === 'Half true',
    ),
  );
  expect(shown.said).toMatchObject({
    findings: [{ by: 'Ruben', signedOffBy: 'Sanne', rationale: 'One in “six” [1] – לא.', inForce: true }],
    evidence: [{ source: 'The list of berths “2026” 🚢 של', stance: 'supports' }],
  });
});

test('what came in is offered as a precedent, by its publisher, until it is set aside', async () => {
  const db = present(there.db);
  const bench = await article(db, editorThere, {
    text: 'Berths\n\nAbout one in five berths is closed, the port said on Friday.',
  });
  const claim = await claimOn(db, editorThere, bench, 'About one in five berths is closed');
  const { precedents, verdicts, related } = await detail(db, editorThere, claim.id);
  expect(precedents[0]).toMatchObject({
    relation: 'same',
    outcome: 'settled',
    rating: 'Half true',
    file: { format: 'article' },
  });
  // A precedent is nobody's verdict here, and no link that a person could accept.
  expect({ verdicts, related: related.filter(({ claim: other }) => other.articleId !== bench.article.id) }).toEqual({
    verdicts: [],
    related: [],
  });
  const file = await db.foreignFile.findFirstOrThrow();
  const aside = { id: file.id, version: file.version, aside: true };
  await setFileAside(db, editorThere, aside);
  expect((await detail(db, editorThere, claim.id)).precedents).toEqual([]);
  await expect(setFileAside(db, editorThere, { ...aside, aside: false })).rejects.toMatchObject({
    refusal: { reason: 'stale-version' },
  });
  await setFileAside(db, editorThere, { ...aside, version: 2, aside: false });
  expect((await detail(db, editorThere, claim.id)).precedents).toHaveLength(precedents.length);
});

test('a later state takes the place of the one that is here; an earlier one, a rewritten one and the desk’s own are refused', async () => {
  await writeComment(here.db, people.editor, {
    articleId,
    claimId: null,
    threadId: null,
    kind: 'note',
    body: 'One more word',
    onVerdictId: null,
  });
  expect(await handOn('later.stet')).toMatchObject({ code: 0 });
  expect(await bring(present(there.db), 'later.stet')).toMatchObject({ code: 0, err: '' });
  const db = present(there.db);
  expect(await db.foreignFile.findMany({ orderBy: { id: 'asc' }, select: { setAsideAt: true } })).toEqual([
    { setAsideAt: expect.any(Date) },
    { setAsideAt: null },
  ]);
  const own = await bring(here.db, 'later.stet');
  expect(own).toMatchObject({ code: 4 });
  expect(own.err).toContain('this desk’s own');
  const { originId, sequence } = await db.foreignFile.findFirstOrThrow({ where: { setAsideAt: null } });
  const like = (end: number, hash: string) =>
    transact(db, (tx) =>
      bringIn(
        tx,
        editorThere,
        {
          format: 'article',
          sha256: sha256(`${end} ${hash}`),
          size: 1,
          desk: 'Elsewhere',
          title: 'Harbour',
          history: { originId: present(originId), sequence: end, head: hash, hashAt: () => hash },
        },
        noClaims(),
      ),
    );
  const otherHash = sha256('another');
  await expect(like(present(sequence) - 1, otherHash)).rejects.toMatchObject({
    refusal: { code: 'foreign-later-here' },
  });
  await expect(like(present(sequence) + 1, otherHash)).rejects.toMatchObject({
    refusal: { code: 'foreign-rewritten' },
  });
  expect(await stetThere(['verify'])).toMatchObject({ code: 0, err: '' });
});

test('a file that was changed is not taken, whatever was changed in it', async () => {
  const lines = readFileSync(at('one.stet'), 'utf8').trimEnd().split('\n').slice(0, -1);
  /** The file with some of its lines changed, closed as if that were how it was made. */
  const forged = (change: (line: string) => string | null) => {
    const kept = lines.flatMap((line) => change(line) ?? []);
    const text = kept.map((line) => `${line}\n`).join('');
    return new TextEncoder().encode(`${text}${canonicalJson({ end: { count: kept.length, sha256: sha256(text) } })}\n`);
  };
  const instead = (from: string, to: string) => (line: string) => line.replace(from, to);
  const found = async (change: (line: string) => string | null) => {
    const bytes = forged(change);
    expect(sha256(bytes)).not.toBe(sha256(readFileSync(at('one.stet'))));
    const { breaks } = await verifyArticle(readArticleFile(bytes));
    return breaks.map(({ because, record }) => `${because} ${record?.table ?? ''}`.trim());
  };
  expect(
    await found((line) => (line.startsWith('{"verdict"') ? line.replace('One in “six”', 'One in “five”') : line)),
  ).toEqual(['record-changed verdicts']);
  expect(
    await found((line) => (line.startsWith('{"evidence"') ? line.replace('"supports"', '"refutes"') : line)),
  ).toContain('record-changed evidence');
  expect(
    await found((line) => (line.startsWith('{"event"') ? line.replace('One in “six”', 'One in “five”') : line)),
  ).toContain('detail');
  expect(
    await found((line) =>
      /^\{"comment"/.test(line) && line.includes('Another word') ? line.replace('Another word', 'No word') : line,
    ),
  ).toContain('record-changed comments');
  expect(await found((line) => (line.startsWith('{"comment"') ? null : line))).toContain('record-gone comments');
  const last = lines.findLastIndex((line) => line.startsWith('{"event"'));
  expect(await found((line) => (line === lines[last] ? null : line))).toContain('head');
  const refusalOf = (bytes: Uint8Array) => {
    try {
      readArticleFile(bytes);
      return null;
    } catch (error) {
      return error instanceof AppError ? error.refusal : error;
    }
  };
  expect(refusalOf(forged(instead('"seat":1', '"seat":1,"more":2')))).toMatchObject({
    code: 'article-file-line',
    values: { field: expect.stringMatching(/^verdict/) },
  });
  expect(refusalOf(forged((line) => (line.startsWith('{"source"') ? null : line)))).toMatchObject({
    code: 'article-file-stray',
    values: { record: 'evidence' },
  });
  expect(refusalOf(readFileSync(at('one.stet')).subarray(0, 5000))).toMatchObject({ code: 'article-file-cut' });
  expect(
    refusalOf(new TextEncoder().encode(readFileSync(at('one.stet'), 'utf8').replace('One in “six”', 'One in “ten”'))),
  ).toMatchObject({ code: 'article-file-digest' });
  expect(refusalOf(new TextEncoder().encode('{"article":{\n'))).toMatchObject({ code: 'article-file-none' });
  writeFileSync(
    at('forged.stet'),
    forged((line) => (line.startsWith('{"verdict"') ? line.replace('One in “six”', 'One in “five”') : line)),
  );
  const refused = await bring(present(there.db), 'forged.stet');
  expect(refused).toMatchObject({ code: 4, out: '' });
  expect(refused.err).toContain('does not agree with its own history in one place');
  expect(await stetThere(['verify', at('forged.stet')])).toMatchObject({ code: 1 });
});

test('a report on chosen claims travels as the part that it is, and a file of before, which did not say so, is read', async () => {
  const { db } = here;
  const bench = await article(db, people.editor);
  const claim = await claimOn(db, people.first, bench, 'About one in five berths is closed');
  await judge(db, people.first, claim.id, 'true', { rationale: 'So it is.' });
  const id = bench.article.id;
  await freezeReport(db, people.editor, { articleId: id });
  await freezeReport(db, people.editor, { articleId: id, chosen: { claims: [claim.id], note: null } });
  const path = at('parts.stet');
  expect(await stetHere(['export', id, '--format', 'stet', '--out', path])).toMatchObject({ code: 0 });
  const { report } = readArticleFile(readFileSync(path));
  expect(report.map(({ number, chosen }) => ({ number, chosen }))).toEqual([
    { number: 1, chosen: null },
    { number: 2, chosen: 1 },
  ]);
  const { code, out } = await stetHere(['verify', path]);
  expect({ code, told: out.split('\n').slice(1) }).toEqual({
    code: 0,
    told: ['Report 2 is a part: it holds 1 chosen claim alone.', ''],
  });
  /** The file with its lines changed, closed as if that were how it was made. */
  const altered = (from: RegExp, to: string) => {
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n').slice(0, -1);
    const text = lines.map((line) => `${line.replace(from, to)}\n`).join('');
    const end = canonicalJson({ end: { count: lines.length, sha256: sha256(text) } });
    return readArticleFile(new TextEncoder().encode(`${text}${end}\n`));
  };
  // What is called the whole, and is a part, is not as its history says.
  const { breaks } = await verifyArticle(altered(/"chosen":1,/, '"chosen":null,'));
  expect(breaks.map(({ because, record }) => `${because} ${record?.table}`)).toEqual(['record-changed reports']);
  const before = altered(/^(\{"report":.*)"chosen":null,/, '$1');
  expect(before.report[0]).toMatchObject({ number: 1, chosen: null });
  expect((await verifyArticle(before)).breaks).toEqual([]);
});

test('nothing goes into a file while anything is kept from anybody; what is in the way is named', async () => {
  const { db } = here;
  const blind = await article(db, people.editor, { mode: 'blind' });
  const claim = await claimOn(db, people.first, blind, 'Lorry tolls will rise by 4.5 per cent');
  await judge(db, people.first, claim.id, 'true');
  const tell = async (id: string) => {
    const { code, err } = await stetHere(['export', id, '--format', 'stet', '--out', at('none.stet')]);
    expect(existsSync(at('none.stet'))).toBe(false);
    return { code, err };
  };
  const held = await tell(blind.article.id);
  expect(held.code).toBe(4);
  expect(held.err).toContain(
    `Claims with verdicts that are still hidden: ${claim.number}. Claims that rest on confidential sources: –.`,
  );
  const open = await article(db, people.editor);
  const named = await claimOn(db, people.first, open, 'About one in five berths is closed');
  await attach(db, people.first, named.id, 'Somebody at the port');
  const { evidence } = await detail(db, people.first, named.id);
  const { id, version } = present(evidence[0]).source;
  await markConfidential(db, people.first, { id, version, reason: 'Asked for it', to: [] });
  const kept = await tell(open.article.id);
  expect(kept.err).toContain(`Claims that rest on confidential sources: ${named.number}.`);
  expect(kept.err).not.toContain('Somebody at the port');
  expect(
    await db.event.count({
      where: { action: 'article.handedOn', chainId: { in: [open.article.id, blind.article.id] } },
    }),
  ).toBe(0);
});
