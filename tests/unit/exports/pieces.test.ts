import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { closeMakers } from '#lib/exports/apart/apart.ts';
import { renderHere } from '#lib/exports/formats.ts';
import { joined, jsonPieces } from '#lib/exports/pieces.ts';
import { renderReport, reportPieces } from '#lib/exports/render.ts';
import { frozen, unchecked } from './made.ts';
import { sample } from './sample.ts';

afterAll(closeMakers);

test('JSON in pieces is JSON.stringify’s to the letter', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const plain = JSON.parse(JSON.stringify(value));
      expect(joined(jsonPieces(plain))).toBe(JSON.stringify(plain, null, 2));
    }),
    { numRuns: 200 },
  );
});

const many = frozen({
  ...sample,
  claims: [
    ...sample.claims,
    ...Array.from({ length: 300 }, (_, i) => unchecked({ id: `more ${i}`, number: i + 100, start: null, end: null })),
  ],
});

describe.each(['docx', 'xlsx', 'html', 'markdown', 'csv', 'json', 'claimreview', 'annotations'] as const)(
  'a long report as %s',
  (format) => {
    test('is made in a process of its own, and is the same there, whole and in pieces', async () => {
      const address = 'https://desk.example/reports/1';
      const here = Buffer.from(renderHere(many, format, address));
      const pieces = [...reportPieces(many, format, address)].map((piece) => Buffer.from(piece));
      expect(Buffer.concat(pieces).equals(here)).toBe(true);
      expect(Buffer.from(await renderReport(many, format, address)).equals(here)).toBe(true);
      if (format !== 'docx' && format !== 'xlsx' && format !== 'claimreview') expect(pieces.length).toBeGreaterThan(1);
    });
  },
);
