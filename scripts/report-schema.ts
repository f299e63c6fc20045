import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { reportSchema } from '#lib/exports/json-schema.ts';
import { periodSchema } from '#lib/exports/period/model.ts';

// Writes the published JSON Schemas of reports anew; a test holds it to the code.
const SCHEMAS = { 'docs/report-2.schema.json': reportSchema(), 'docs/period-1.schema.json': periodSchema() };
for (const [path, schema] of Object.entries(SCHEMAS)) {
  writeFileSync(path, JSON.stringify(schema));
  execFileSync('node_modules/.bin/biome', ['format', '--write', path], { stdio: 'inherit' });
}
