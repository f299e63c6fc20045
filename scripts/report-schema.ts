import { writeFileSync } from 'node:fs';
import { reportSchema } from '#lib/exports/json-schema.ts';

// Writes the published JSON Schema of a report anew; a test holds it to the code.
writeFileSync('docs/report-2.schema.json', `${JSON.stringify(reportSchema(), null, 2)}\n`);
