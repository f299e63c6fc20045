import { describe, expect, test } from 'vitest';
import { extractClaims } from '#lib/engine/index.ts';
import { passagesFor, readSource } from '#lib/match/index.ts';

const REPORT = `The Skarvik ferry took 37.4 per cent of the cars in 2025. The tunnel took 51.2 per cent.

The engineer put the cost of repairing the northern pier at £2.8 million. Nobody was hurt when the crane fell.

Harbour	Berths	Visitors
Skarvik	42	1,180
Hella	18	640`;

const source = readSource({ id: 'report', text: REPORT, title: 'Traffic across the sound', publishedOn: '2026-02-20' });

function offered(article: string) {
  const [claim] = extractClaims(article, { publishedOn: '2026-05-14' }).claims;
  if (!claim) throw new Error('no claim');
  const [found = []] = passagesFor([claim], [source]);
  return found.map(({ start, end, bearing }) => [REPORT.slice(start, end), bearing]);
}

describe('passages for a claim', () => {
  test.each([
    [
      'The Skarvik ferry carried almost 40 per cent of all cars in 2025.',
      'The Skarvik ferry took 37.4 per cent of the cars in 2025.',
      'more precise',
    ],
    [
      'Repairs to the northern pier would have cost £2.3 million.',
      'The engineer put the cost of repairing the northern pier at £2.8 million.',
      'differs',
    ],
    ['Skarvik had 1,180 visitors.', 'Skarvik\t42\t1,180', 'agrees'],
  ])('%s', (article, words, bearing) => expect(offered(article)[0]).toEqual([words, bearing]));

  test('nothing is offered for what the source does not speak of', () => {
    expect(offered('The mayor of Lindow resigned on Monday over the budget of the library.')).toEqual([]);
  });

  test('the answer names the source, says why, and sets the figures side by side', () => {
    const claims = extractClaims('The Skarvik ferry carried almost 40 per cent of all cars in 2025.').claims;
    const other = readSource({ id: 'other', text: 'The library lends books.', title: null });
    const [[first] = []] = passagesFor(claims, [other, source]);
    expect(first).toMatchObject({ source: 'report', figures: [{ fit: 'covered', difference: { absolute: -2.6 } }] });
    expect(first?.because[0]).toBe('“almost 40 per cent” and “37.4 per cent”');
  });

  test('each claim is answered by itself, with whole passages', () => {
    const claims = extractClaims(
      'The Skarvik ferry carried almost 40 per cent of all cars in 2025. Repairs to the northern pier cost £2.3 million.',
    ).claims;
    const both = passagesFor(claims, [source]);
    expect(both.flat()).toEqual(claims.flatMap((claim) => passagesFor([claim], [source])).flat());
    for (const { start, end } of both.flat()) expect(REPORT.slice(start, end).trim()).toBe(REPORT.slice(start, end));
  });

  test('a text in another language has no passages', () => {
    const german =
      'Die Fähre beförderte im vergangenen Jahr vierzig Prozent aller Autos über den Sund, teilte der Kreis mit.';
    expect(readSource({ id: 'de', text: german }).passages).toEqual([]);
  });
});
