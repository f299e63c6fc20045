/**
 * node scripts/migration.ts NAME [--empty]: makes prisma/migrations/<time>_NAME/migration.sql out of the difference between
 * the migrations there are and prisma/schema.prisma. What the schema language cannot say is written into it by hand.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { joinPostgres } from '#lib/platform/embedded.ts';
import { applyMigrations } from '#lib/platform/migrate.ts';
import { inProject } from '#lib/platform/paths.ts';
import { diffSchema } from '#lib/platform/schema-engine.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { empty: { type: 'boolean' } } });
const [name] = positionals;
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Usage: node scripts/migration.ts name_in_small_letters [--empty]');
  process.exit(2);
}

const sql = values.empty ? '' : await difference();
if (sql === null) {
  console.log('The schema and the migrations say the same: no migration made. (--empty makes one to write by hand.)');
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = inProject('prisma/migrations', `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(inProject('prisma/migrations/migration_lock.toml'), 'provider = "postgresql"\n');
  writeFileSync(join(folder, 'migration.sql'), sql);
  console.log(
    `${join(folder, 'migration.sql')}\nRead it through, and add by hand what the schema language cannot say.`,
  );
}

async function difference(): Promise<string | null> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-migration-'));
  const server = await joinPostgres({ folder, settings: { fsync: 'off' } });
  try {
    await applyMigrations(server.ownerUrl);
    return await diffSchema(server.ownerUrl, readFileSync(inProject('prisma/schema.prisma'), 'utf8'));
  } finally {
    await server.leave();
    rmSync(folder, { recursive: true, force: true });
  }
}
