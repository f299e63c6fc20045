/**
 * How fast articles come in: 1,000 of them through `stet import`'s own core, beside the very same rows written to an
 * empty database with COPY. Both on one Postgres with its ordinary care for power cuts.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import postgres from 'postgres';
import { importFiles } from '#lib/cli/verbs/import.ts';
import { connect } from '#lib/platform/db.ts';
import { joinPostgres } from '#lib/platform/embedded.ts';
import { readArticle } from '#lib/revisions/mutations-extract.ts';
import { typedText } from '#lib/revisions/rules-text.ts';
import { cloneTemplate, makeTemplate } from '../db/server.ts';

const ARTICLES = 1000;
/** What an import writes. */
const TABLES = [
  'articles',
  'revisions',
  'readings',
  'claimants',
  'claims',
  'anchors',
  'claim_links',
  'chains',
  'events',
  'event_details',
];

const seconds = (from: number) => (performance.now() - from) / 1000;

export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  const server = await joinPostgres({ folder: join(folder, 'postgres'), database: 'stet_bench' });
  try {
    const template = await makeTemplate(server.ownerUrl);
    const [imported, copied] = [
      await cloneTemplate(server.ownerUrl, template),
      await cloneTemplate(server.ownerUrl, template),
    ];
    const texts = Array.from({ length: ARTICLES }, (_, i) => articleText(i));
    const files = texts.map((text, i) => {
      const path = join(folder, `${i}.txt`);
      writeFileSync(path, text);
      return path;
    });

    const reading = performance.now();
    for (const text of texts) await readArticle(typedText(text), '2026-03-12', null);
    const read = seconds(reading);

    const brought = await bringIn(imported.url, files);
    const written = await copyOver(imported.url, copied.url);
    console.log(
      `${ARTICLES} articles of ${Math.round(texts.join('').length / ARTICLES)} characters, ${written.rows.toLocaleString('en')} rows`,
    );
    console.log(`import: ${brought.toFixed(1)} s, ${((brought * 1000) / ARTICLES).toFixed(1)} ms an article`);
    console.log(`  of that the engine alone: ${read.toFixed(1)} s`);
    console.log(`  in the database: ${written.byTable}`);
    console.log(`the same rows with COPY: ${written.seconds.toFixed(2)} s`);
    console.log(
      `import is ${(brought / written.seconds).toFixed(0)} × COPY; but for the engine, ${((brought - read) / written.seconds).toFixed(0)} ×`,
    );
  } finally {
    await server.leave();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bringIn(url: string, files: string[]): Promise<number> {
  const db = connect(url, 4);
  try {
    await db.$queryRaw`select 1`;
    const from = performance.now();
    let count = 0;
    await importFiles(
      db,
      files,
      { published: '2026-03-12' },
      {
        done: () => {
          count += 1;
        },
        refused: (line) => {
          throw new Error(line);
        },
      },
    );
    const taken = seconds(from);
    if (count !== files.length) throw new Error(`${count} of ${files.length} came in`);
    return taken;
  } finally {
    await db.$disconnect();
  }
}

/** Copies what the import wrote to the other database; only the writing is timed, in one transaction. */
async function copyOver(fromUrl: string, toUrl: string): Promise<{ seconds: number; rows: number; byTable: string }> {
  const source = postgres(fromUrl, { max: 1 });
  const target = postgres(toUrl, { max: 1, onnotice: () => {} });
  try {
    const columns = new Map<string, string>();
    const content = new Map<string, Buffer>();
    for (const table of TABLES) {
      const names = await source<{ name: string }[]>`
        select attname as name from pg_attribute
        where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`;
      columns.set(table, names.map(({ name }) => `"${name}"`).join(', '));
      content.set(
        table,
        await buffer(await source.unsafe(`copy ${table} (${columns.get(table)}) to stdout`).readable()),
      );
    }
    const from = performance.now();
    await target.begin(async (tx) => {
      // Rows that point at one another (an article and its revision) can only be written with the checks at rest.
      await tx`set local session_replication_role = replica`;
      await tx.unsafe(`truncate ${TABLES.join(', ')} cascade`);
      for (const table of TABLES) {
        const into = await tx.unsafe(`copy ${table} (${columns.get(table)}) from stdin`).writable();
        await pipeline(Readable.from([content.get(table)]), into);
      }
    });
    const taken = seconds(from);
    let rows = 0;
    const counted: string[] = [];
    for (const table of TABLES) {
      const counts = await Promise.all(
        [source, target].map((sql) => sql.unsafe<{ count: number }[]>(`select count(*)::int as count from ${table}`)),
      );
      const [was, is] = counts.map(([row]) => row?.count ?? -1);
      if (was !== is) throw new Error(`${table}: ${is} of ${was} rows were copied`);
      rows += is ?? 0;
      counted.push(`${table} ${is}`);
    }
    return { seconds: taken, rows, byTable: counted.join(', ') };
  } finally {
    await Promise.all([source.end(), target.end()]);
  }
}

const PLACES =
  'Aldmoor Brackwater Carrow Dunhaven Eastmere Fallowfield Greyport Holmsea Ivelby Jarrock Kelstow Lanmere Morwick Nether Oakhythe Penvale Quarrie Rosgill Saltby Thornmouth'.split(
    ' ',
  );
const FIRST = 'Maren Tomas Ifeoma Lucia Samir Ellen Priya Oskar Hana Diego Ruth Kofi Anneke Pavel Leila'.split(' ');
const LAST = 'Holt Brandt Reyes Varga Haddad Marsh Quist Okoro Lindqvist Pereira Novak Ashdown Falk Mirza Tanner'.split(
  ' ',
);
const BODIES = ['council', 'port authority', 'health board', 'transport agency', 'school trust', 'water company'];
const THINGS = ['trams', 'ferries', 'clinics', 'bridges', 'libraries', 'bus lanes', 'classrooms', 'turbines'];

type Draw = { readonly of: (list: readonly string[]) => string; readonly upTo: (most: number) => number };

/** Chance that falls the same way every time (a linear congruence, multiplier of Numerical Recipes). */
function drawing(seed: number): Draw {
  let state = (seed * 2654435761) >>> 0;
  const upTo = (most: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  return { upTo, of: (list) => list[upTo(list.length)] ?? '' };
}

const person = ({ of }: Draw) => `${of(FIRST)} ${of(LAST)}`;

const SENTENCES: readonly ((d: Draw) => string)[] = [
  (d) => `The ${d.of(BODIES)} of ${d.of(PLACES)} approved a £${20 + d.upTo(800)} million plan for ${d.of(THINGS)}.`,
  (d) => `“Nobody in ${d.of(PLACES)} was asked,” said ${person(d)}, who leads the residents’ group.`,
  (d) => `About ${10 + d.upTo(80)} per cent of the ${d.of(THINGS)} in ${d.of(PLACES)} are closed for repairs.`,
  (d) => `The number of ${d.of(THINGS)} fell from ${300 + d.upTo(500)} in 2019 to ${50 + d.upTo(200)} last year.`,
  (d) => `${person(d)} said that the work would cost each household £${50 + d.upTo(900)} a year.`,
  (d) => `Unemployment in ${d.of(PLACES)} rose to ${3 + d.upTo(9)}.${d.upTo(10)} per cent in May.`,
  (d) => `A court in ${d.of(PLACES)} fined the company £${10 + d.upTo(900)},000 on Tuesday.`,
  (d) => `Police arrested ${2 + d.upTo(60)} people after the march in ${d.of(PLACES)}, according to ${person(d)}.`,
  (d) => `${person(d)} was elected mayor of ${d.of(PLACES)} with ${35 + d.upTo(40)} per cent of the vote.`,
  (d) => `The storm left ${1 + d.upTo(90)},000 homes in ${d.of(PLACES)} without power.`,
  (d) =>
    `A study of ${200 + d.upTo(9000)} nurses found that night shifts raise the risk of a stroke by ${5 + d.upTo(40)} per cent.`,
  (d) => `House prices in ${d.of(PLACES)} have doubled since ${1990 + d.upTo(30)}.`,
  (d) => `The factory, which opened in ${1900 + d.upTo(110)}, employs ${90 + d.upTo(3000)} workers.`,
  (d) => `${person(d)} denied that the ${d.of(BODIES)} had hidden the report.`,
  (d) => `Exports of salt from ${d.of(PLACES)} grew ${2 + d.upTo(40)} per cent in the first quarter.`,
  (d) => `The hospital cancelled ${30 + d.upTo(700)} operations in the week to Friday.`,
  (d) => `It was the wettest March in ${d.of(PLACES)} since ${1900 + d.upTo(110)}.`,
  (d) => `The ministry will send ${100 + d.upTo(4000)} soldiers to ${d.of(PLACES)}, the minister said.`,
  (d) =>
    `${d.of(PLACES)} beat ${d.of(PLACES)} by ${2 + d.upTo(4)} goals to one in front of ${4 + d.upTo(50)},000 fans.`,
  (d) => `Trains between ${d.of(PLACES)} and ${d.of(PLACES)} take ${20 + d.upTo(90)} minutes longer than in 2010.`,
];

/** A made-up local story of ten sentences: each its own, some about what others are about, as in an archive. */
function articleText(i: number): string {
  const d = drawing(i + 1);
  const order = SENTENCES.map((sentence) => ({ sentence, place: d.upTo(1e6) })).sort((a, b) => a.place - b.place);
  const [lead, ...rest] = order.slice(0, 10).map(({ sentence }) => sentence(d));
  const paragraphs = [lead, ...[0, 3, 6].map((from) => rest.slice(from, from + 3).join(' '))];
  return `${d.of(PLACES)} ${d.of(BODIES)} under fire over ${d.of(THINGS)}\n\nBy ${person(d)}\n\n${paragraphs.join('\n\n')}\n`;
}
