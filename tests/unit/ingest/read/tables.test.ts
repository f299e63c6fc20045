import { describe, expect, test } from 'vitest';
import { locatorOf } from '#lib/ingest/read/places.ts';
import { at, bytesOf, read, xlsx } from './made.ts';

describe('a workbook', () => {
  test('is read as its program shows it, each cell with its place', async () => {
    const found = await read(
      xlsx(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Share</t></is></c></row><row r="2"/><row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"/><c r="C3" s="1"><f>B3/B4</f><v>0.374</v></c></row>',
        ['Route', 'North &amp; west'],
        ['0.0%'],
      ),
    );
    expect(found.kind).toBe('xlsx');
    expect(found.text).toBe('Route\tShare\nNorth & west\t37.4%');
    const share = found.text.indexOf('37.4%');
    expect(locatorOf(found.places, share, share + 5)).toBe('Sheet1!C3');
  });

  test.each([
    ['General', '1284500', '1284500'],
    ['General', '0.30000000000000004', '0.3'],
    ['#,##0', '1284500', '1,284,500'],
    ['0.00', '2.5', '2.50'],
    ['#,##0.0', '-1284.55', '-1,284.6'],
    ['0%', '0.5', '50%'],
    ['&quot;€&quot; #,##0.00', '12.5', '€ 12.50'],
    ['[$€-407] #,##0', '12', '€ 12'],
    ['0.0&quot; m&quot;', '4.41', '4.4 m'],
    ['#,##0;(#,##0)', '-77200', '(77,200)'],
    ['dd/mm/yyyy', '46093', '2026-03-12'],
    ['m/d/yy h:mm', '46093.5', '2026-03-12 12:00'],
    ['h:mm:ss', '0.5', '12:00:00'],
    ['mmm', '46093', '2026-03'],
    ['[Red]0.0', '1.25', '1.3'],
  ])('shows by %s the number %s as %s', async (format, value, shown) =>
    expect((await read(xlsx(`<row r="1"><c r="A1" s="1"><v>${value}</v></c></row>`, [], [format]))).text).toBe(shown),
  );

  test('tells truth values and errors', async () =>
    expect(
      (
        await read(
          xlsx(
            '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#DIV/0!</v></c><c r="C1" t="str"><v>so</v></c></row>',
          ),
        )
      ).text,
    ).toBe('TRUE\t#DIV/0!\tso'));
});

describe('a table in a text file', () => {
  test.each([
    ['commas', 'Route,Passengers\nNorth,"512,000"\n'],
    ['semicolons', 'Route;Passengers\nNorth;512,000\n'],
    ['tabs', 'Route\tPassengers\nNorth\t512,000\n'],
    ['bars', 'Route|Passengers\nNorth|512,000\n'],
  ])('parted by %s has cells', async (_, csv) => {
    const found = await read(bytesOf(csv), { name: 'routes.csv' });
    expect(found.text).toBe('Route\tPassengers\nNorth\t512,000');
    expect(found.places.map((place) => [locatorOf([place], place.start, place.end), at(found, place)])).toEqual([
      ['A1', 'Route'],
      ['B1', 'Passengers'],
      ['A2', 'North'],
      ['B2', '512,000'],
    ]);
  });

  test('may have line ends in its cells, rows of other lengths, and quotation marks that never end', async () => {
    expect((await read(bytesOf('a,"b\nc"\n\nd\n'), { name: 'x.csv' })).text).toBe('a\tb c\nd');
    expect((await read(bytesOf('a,"b\nc,d\n'), { name: 'x.csv' })).text).toContain('c');
  });
});
