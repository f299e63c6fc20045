import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { renderJson } from '#lib/exports/json.ts';
import { reportSchema } from '#lib/exports/json-schema.ts';
import { frozen, report } from './made.ts';
import { sample } from './sample.ts';

const published = JSON.parse(readFileSync(new URL('../../../docs/report-2.schema.json', import.meta.url), 'utf8'));

describe('the published schema of report/2', () => {
  const validate = new Ajv2020({ allErrors: true }).compile(published);
  const errors = (value: unknown) =>
    validate(value) ? [] : (validate.errors ?? []).map(({ instancePath }) => instancePath);

  // node scripts/report-schema.ts writes it.
  test('is that of the code', () => expect(published).toEqual(JSON.parse(JSON.stringify(reportSchema()))));

  test.each([
    ['with everything in it', sample],
    ['with nothing', report([])],
  ])('accepts a report %s, as another program reads both', (_, model) =>
    expect(errors(JSON.parse(renderJson(frozen(model))))).toEqual([]),
  );

  test('accepts one of before a field was there, and refuses what is none', () => {
    const old = JSON.parse(renderJson(frozen(sample)));
    for (const claim of old.claims) for (const item of claim.evidence) delete item.quoteCheck;
    expect(errors(old)).toEqual([]);
    expect(errors({ ...old, format: 'report/1' })).toEqual(['/format']);
    expect(errors({ ...old, claims: [{ ...old.claims[0], outcome: 'perhaps' }] })).toEqual(['/claims/0/outcome']);
    expect(errors({ ...old, digest: 'x' })).toEqual(['/digest']);
  });
});
