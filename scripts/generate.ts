/** node scripts/generate.ts: makes the database client, where the schema has changed. */
import { generateClient } from '#lib/platform/generate.ts';

console.log((await generateClient()) ? 'The database client is made.' : 'The database client is up to date.');
