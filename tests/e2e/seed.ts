/** Fills the database at DATABASE_URL with the samples and prints their accounts: node tests/e2e/seed.ts ADDRESS. */
import { seedSamples } from '#lib/cli/seed.ts';
import { closeDatabase } from '#lib/platform/db.ts';
import { closeSql } from '#lib/platform/sql.ts';

console.log(JSON.stringify(await seedSamples(process.argv[2] ?? '')));
await Promise.all([closeDatabase(), closeSql()]);
