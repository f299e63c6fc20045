import { expect, test } from 'vitest';
import { extractClaims } from '#lib/engine/index.ts';
import { withoutMarks } from '#lib/engine/text/markup.ts';

const read = (text: string) => extractClaims(text, { publishedOn: '2026-03-12' }).claims;
const statements = (text: string): string[] => read(text).map(({ statement }) => statement);

test.each([
  ['# Heading', '  Heading'],
  ['on [Monday](https://e.test/a) it', 'on  Monday                    it'],
  ['**£4.2 million**.[^1]', '  £4.2 million  .    '],
  ['<b>bold</b>', '   bold    '],
  ['&pound;4.2&nbsp;million', '      £4.2      million'],
  ['it ~~lost~~ paid', 'it          paid'],
  ['paid `£4m` now', 'paid  £4m  now'],
  ['- [x] paid', '-     paid'],
  ['paid \\$4m', 'paid  $4m'],
  ['a stake in <Halden Steel Co>, which', 'a stake in  Halden Steel Co , which'],
  ['Halden Steel <HLD.N>', 'Halden Steel        '],
  ['5 < 6 and a_b * c', '5 < 6 and a_b * c'],
])('spaces stand for the marks of %s', (text, view) => {
  expect(withoutMarks(text)).toBe(view);
});

test('a name between angle brackets is a name, and no space is left where a sign falls out', () => {
  const found = statements(
    'The fund paid £90m for <Halden Steel Co> in 2025. Norvik Motors <NVK.O>, a carmaker, lost £3m in 2024.',
  );
  expect(found).toContain('The fund paid £90m for Halden Steel Co in 2025');
  expect(found.join('\n')).toContain('Norvik Motors, a carmaker');
});

test('Markdown is read as its reader sees it', () => {
  const found = statements(
    '# Council splits over bus budget\n\nThe council voted on [Monday](https://e.test/vote) to spend **£4.2 million**.[^1]\n\nThe fund paid £90m in 2025.',
  );
  expect(found.join('\n')).toMatch(/£4\.2 million/);
  expect(found.join('\n')).not.toMatch(/https|\*|\^|#/);
});

test.each([
  'The fund ~~lost~~ paid $4m in 2025.',
  'The fund paid `$4m` in 2025.',
  'The fund paid \\$4m in 2025.',
  '- [x] The fund paid $4m in 2025.',
])('what is struck out, ticked or escaped stands in no statement: %s', (text) =>
  expect(statements(text)).toEqual(['The fund paid $4m in 2025']),
);

test('HTML gives figures with their signs, and no day out of a tag', () => {
  const claims = read('<h1>Council splits</h1><p>The council voted to spend &pound;4.2&nbsp;million.</p>');
  expect(claims.flatMap(({ times }) => times)).toEqual([]);
  expect(claims.flatMap(({ quantities }) => quantities)).toMatchObject([{ value: 4_200_000, unit: 'GBP' }]);
});

test('a picture written out in the text costs neither its claims nor its neighbours', () => {
  const picture = `![](data:image/png;base64,${'iVBORw0KGgo'.repeat(20_000)})`;
  expect(
    statements(`The mayor said the city spent $4 million.\n\n${picture}\n\nThe fund paid £90m in 2025.`),
  ).toHaveLength(2);
});
