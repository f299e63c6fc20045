import { beforeAll, expect, test } from 'vitest';
import { excludeClaims } from '#lib/claims/mutations-exclude.ts';
import type { Db } from '#lib/platform/db.ts';
import { PrismaClient } from '#lib/platform/generated/prisma/client.ts';
import { SplitPools } from '#lib/platform/pool.ts';
import { giveVerdict } from '#lib/verdicts/mutations.ts';
import { signOff } from '#lib/verdicts/mutations-sign-off.ts';
import { article, attach, type Cast, cast, claimOn, detail, lead, ratingId } from '../desk.ts';
import { withDatabase } from '../harness.ts';

/*
 * A claim is read once in a change, and once more when it is settled: every further reading is a chance that two parts of one
 * change go by different claims.
 */

const database = withDatabase();
let people: Cast;
let db: Db;
const said: string[] = [];

beforeAll(async () => {
  people = await cast(database.db);
  const pools = new SplitPools(database.url, { statements: 2, transactions: 2 });
  const watched = new PrismaClient({ adapter: pools, log: [{ emit: 'event', level: 'query' }] });
  watched.$on('query', ({ query }) => said.push(query));
  db = watched;
  return () => watched.$disconnect();
});

/** The statements on the table of claims that a change makes. */
async function onClaims(work: Promise<unknown>): Promise<string[]> {
  await work;
  return said.splice(0).flatMap((query) => {
    const kind = KINDS.find(([, sign]) => sign.test(query))?.[0];
    return kind ? [kind] : /\bclaims\b/.test(query) ? [query] : [];
  });
}

const KINDS = [
  ['holds the article', /from claims where id = \$\d+::uuid\)/],
  ['reads its number', /^SELECT "public"\."claims"\."id", "public"\."claims"\."number", [^F]*"withdrawn_at" FROM/],
  ['reads it', /^SELECT [^F]*"proposal"[\s\S]* FROM "public"\."claims"/],
  ['is touched', /^UPDATE "public"\."claims" SET "touched_at"/],
  ['settles', /^UPDATE "public"\."claims" SET "progress"/],
  ['counts coverage', /a\.start[\s\S]*from claims c join anchors/],
  ['answers', /threads\.queries as "openQueries"/],
] as const;

test('a claim is read once before a change and once when it is settled', async () => {
  const bench = await article(database.db, people.editor);
  const { id } = await claimOn(database.db, people.first, bench, 'Lorry tolls will rise by 4.5 per cent');
  const settled = ['reads it', 'settles', 'counts coverage', 'answers'];
  const read = ['holds the article', 'reads it'];
  expect(await onClaims(attach(db, people.first, id, 'Minutes'))).toEqual([
    'holds the article',
    'reads its number',
    'is touched',
    ...settled,
  ]);

  const seen = await detail(database.db, people.first, id);
  const given = giveVerdict(db, people.first, {
    claimId: id,
    basisDigest: seen.basisDigest ?? '',
    seen: [...seen.seen],
    ratingId: await ratingId(database.db, 'true'),
    attributionFinding: null,
    rationale: 'So the minutes [1].',
    cites: [],
    fix: null,
    overrideReason: null,
  });
  expect(await onClaims(given)).toEqual([...read, 'is touched', ...settled]);

  const { id: verdictId, basisDigest, seen: verdicts } = await lead(database.db, people.second, id);
  const signed = signOff(db, people.second, { verdictId, basisDigest: basisDigest ?? '', seen: verdicts });
  expect(await onClaims(signed)).toEqual([...read, ...settled]);

  const { version } = (await detail(database.db, people.first, id)).claim;
  const excluded = excludeClaims(db, people.first, { claims: [{ id, version }], reason: 'Not ours' });
  expect(await onClaims(excluded)).toEqual([...read, 'is touched', 'reads it', 'counts coverage', 'answers']);
});
