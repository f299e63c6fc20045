#!/usr/bin/env node
/**
 * Makes tests/fixtures/release-0.1.0: a desk of the first release, made by that release's own code (scripts/release/story.js),
 * and what that release itself says of it.
 *
 *   node scripts/release-fixture.ts
 *
 * The release is checked out beside the project by `git worktree`, and taken away again. desk.sql.gz holds the rows alone:
 * the tables are those of the migrations that it names in _prisma_migrations.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import postgres from 'postgres';
import { joinPostgres } from '#lib/platform/embedded.ts';
import { applyMigrations, readMigrations } from '#lib/platform/migrate.ts';
import { inProject } from '#lib/platform/paths.ts';

const RELEASE = '54b0880';
const target = inProject('tests/fixtures/release-0.1.0');

const folder = mkdtempSync(join(tmpdir(), 'stet-release-'));
const tree = join(folder, 'tree');
const git = (...args: string[]) =>
  execFileSync('git', args, { cwd: inProject('.'), stdio: ['ignore', 'ignore', 'inherit'] });
git('worktree', 'add', '--quiet', '--detach', tree, RELEASE);
const server = await joinPostgres({ folder: join(folder, 'postgres'), settings: { fsync: 'off' } });
try {
  symlinkSync(inProject('node_modules'), join(tree, 'node_modules'));
  copyFileSync(inProject('scripts/release/story.js'), join(tree, 'scripts/story.js'));
  await applyMigrations(server.ownerUrl, readMigrations(join(tree, 'prisma/migrations')));
  const run = (...args: string[]) =>
    execFileSync(process.execPath, args, { cwd: tree, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
  run('scripts/generate.ts');
  const answers = run('scripts/story.js', server.ownerUrl);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'answers.json'), answers);
  const desk = gzipSync(await rowsOf(server.ownerUrl), { level: 9 });
  writeFileSync(join(target, 'desk.sql.gz'), desk);
  console.log(
    `${target}: ${Math.ceil(desk.length / 1024)} KiB of rows, ${Math.ceil(answers.length / 1024)} KiB of answers`,
  );
} finally {
  await server.leave();
  git('worktree', 'remove', '--force', tree);
  rmSync(folder, { recursive: true, force: true });
}

/** Every row of every table, as pg_dump writes data: COPY with its columns named. */
async function rowsOf(url: string): Promise<string> {
  const sql = postgres(url, { max: 1 });
  try {
    const tables = await sql<{ name: string; columns: string }[]>`
      select table_name as name, string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
      from information_schema.columns where table_schema = 'public' group by table_name order by table_name`;
    const parts: string[] = [];
    for (const { name, columns } of tables) {
      const rows = await text(await sql`copy ${sql(name)} (${sql.unsafe(columns)}) to stdout`.readable());
      if (rows !== '') parts.push(`COPY ${name} (${columns}) FROM stdin;\n${rows}\\.\n`);
    }
    return parts.join('\n');
  } finally {
    await sql.end();
  }
}
