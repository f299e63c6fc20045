import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChainHead, ChainLink } from '#lib/history/rules.ts';
import { sql } from '#lib/platform/sql.ts';
import { freezeReport } from '#lib/reports/mutations.ts';
import { type Ended, stet, stetHere } from '../command.ts';
import { article, type Cast, cast, claimOn, judge } from '../desk.ts';
import { withDatabase } from '../harness.ts';
import { type Chain, chainOf, putChain, TAMPERINGS, withChain } from './chains.ts';
import { tamper } from './desk.ts';
import { need } from './scene.ts';

/*
 * Everything somebody with the keys to the database, or with an exported history in their hands, can do to a chain; and
 * what `stet verify`, as it is typed, says of it.
 */

const database = withDatabase();
const folder = mkdtempSync(join(tmpdir(), 'stet-tamper-'));
const file = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What nobody has touched: the article's chain, the report that saw it, and the history as a file. */
let whole: Chain;
let id: string;
let otherId: string;
let head: ChainHead;
let lines: readonly string[];

beforeAll(async () => {
  const people: Cast = await cast(database.db);
  const bench = await article(database.db, people.editor);
  id = bench.article.id;
  otherId = (await article(database.db, people.editor)).article.id;
  for (const words of ['About one in five berths is closed', 'Lorry tolls will rise']) {
    const claim = await claimOn(database.db, people.first, bench, words);
    await judge(database.db, people.first, claim.id);
  }
  await freezeReport(database.db, people.editor, { articleId: id });
  expect(await stetHere(['export', id, '--out', file('report.json')])).toMatchObject({ code: 0 });
  const seen = JSON.parse(readFileSync(file('report.json'), 'utf8')) as { heads: ChainHead[] };
  head = need(seen.heads.find(({ chain }) => chain === id));
  expect(await verify('--export', file('whole.jsonl'))).toMatchObject({ code: 0, err: '' });
  lines = readFileSync(file('whole.jsonl'), 'utf8').trimEnd().split('\n');
  whole = await chainOf(id);
}, 60_000);

const verify = (...args: string[]): Promise<Ended> => stetHere(['verify', ...args]);
/** Without any database there to ask. */
const NO_DATABASE = { env: { DATABASE_URL: undefined, STET_DATA_DIR: file('none') } };
const offline = (...args: string[]): Promise<Ended> => stetHere(['verify', ...args], NO_DATABASE);

/** What is said, and names that link first. The database's own report and its records may have more to say of it. */
const broken = (sequence: number, words: string) => ({
  code: 1,
  out: expect.stringMatching(new RegExp(`^${id}\t${sequence}\t${words}\n`)),
  err: expect.stringMatching(/^stet: The history is broken in \d+ places?\.\n$/),
});
const isWhole = {
  code: 0,
  err: '',
  out: expect.stringMatching(
    /^\d+ events in \d+ chains: whole(?:; \d+ records as events left them)?\.\n(?:Held against 2 heads kept in \S+\.\n)?$/,
  ),
};

/** How far the report has seen the chain: to the event before its own. */
const seenTo = () => head.sequence;

test('a history that nobody has touched is whole: in the database, in its file, and against the report', async () => {
  expect(whole.links.length).toBeGreaterThan(seenTo());
  expect(await verify('--against', file('report.json'))).toMatchObject(isWhole);
  expect(await offline('--file', file('whole.jsonl'), '--against', file('report.json'))).toMatchObject(isWhole);
});

test('the same is said by the command as it is typed, in a process of its own', async () => {
  const against = ['--against', file('report.json')];
  const inDatabase = ['verify', ...against];
  const inFile = ['verify', '--file', file('whole.jsonl'), ...against];
  expect(await stet(inDatabase)).toEqual(await stetHere(inDatabase));
  expect(await stet(inFile, NO_DATABASE)).toEqual(await stetHere(inFile, NO_DATABASE));
  const [tampering] = TAMPERINGS;
  if (tampering === undefined) throw new Error('Nothing is tampered with');
  await tampered(tampering.change(whole, seenTo()), async () => {
    expect(await stet(inDatabase)).toEqual(await stetHere(inDatabase));
  });
});

describe.each(TAMPERINGS)('$name', ({ name, change, found }) => {
  const path = file(`${name.replaceAll(' ', '-')}.jsonl`);
  const told = () => {
    const { sequence, words } = found(seenTo());
    return broken(sequence, words);
  };

  test('is found in the database', async () => {
    await tampered(change(whole, seenTo()), async () => expect(await verify()).toEqual(told()));
  });

  test('is found in the file that is exported afterwards, and in a file where the same was done', async () => {
    // What the chain itself does not tell takes the report, that the file does not hold.
    const against = found(seenTo()).byReport ? ['--against', file('report.json')] : [];
    await tampered(change(whole, seenTo()), async () => {
      expect(await verify('--export', path)).toMatchObject({ code: 0 });
    });
    expect(await offline('--file', path, ...against)).toEqual(told());
    writeFileSync(path, withChain(lines, change(whole, seenTo())));
    expect(await offline('--file', path, ...against)).toEqual(told());
    if (against.length > 0) expect(await offline('--file', path)).toMatchObject(isWhole);
  });
});

describe.each(TAMPERINGS.filter(({ found }) => found(9).byReport))(
  '$name, and the database’s own report taken away',
  ({ change, found }) => {
    test('is found by the report in somebody’s hands alone', async () => {
      await tampered(change(whole, seenTo()), async () => {
        const [kept] = await sql()`select * from reports where article_id = ${id}`;
        await tamper((tx) => tx`delete from reports where article_id = ${id}`);
        try {
          // The records may have something to say of it; the chains themselves do not.
          expect((await verify()).out).not.toMatch(/^[\w-]+\t\d+\tthe /m);
          const { sequence, words } = found(seenTo());
          expect(await verify('--against', file('report.json'))).toEqual(broken(sequence, words));
        } finally {
          await tamper((tx) => tx`insert into reports ${tx(need(kept))}`);
        }
      });
    });
  },
);

test('two broken chains are both named, each at its first broken link', async () => {
  const other = await chainOf(otherId);
  const renamed = (link: ChainLink): ChainLink => ({ ...link, action: 'claim.accepted' });
  const both = { ...whole, links: whole.links.map((link, i) => (i === 1 || i === 3 ? renamed(link) : link)) };
  await tampered(both, async () => {
    await putChain({ ...other, links: other.links.map(renamed) });
    try {
      const { code, out, err } = await verify();
      expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/broken in \d+ places/) });
      const ofChains = out.split('\n').filter((line) => line.endsWith('the event was changed'));
      expect(new Set(ofChains)).toEqual(
        new Set([`${id}\t2\tthe event was changed`, `${otherId}\t1\tthe event was changed`]),
      );
    } finally {
      await putChain(other);
    }
  });
});

/** Does it to the database, looks, and puts the chain back as it was. */
async function tampered(chain: Chain, look: () => Promise<unknown>): Promise<void> {
  await putChain(chain);
  try {
    await look();
  } finally {
    await putChain(whole);
  }
}
