import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { reportSchema } from '#lib/exports/json-schema.ts';

// Writes the published JSON Schema of a report anew; a test holds it to the code.
const PATH = 'docs/report-2.schema.json';
writeFileSync(PATH, JSON.stringify(reportSchema()));
execFileSync('node_modules/.bin/biome', ['format', '--write', PATH], { stdio: 'inherit' });
