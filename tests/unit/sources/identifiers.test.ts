import { expect, test } from 'vitest';
import { doiIn, isbnIn, typedLink } from '#lib/sources/rules-identifiers.ts';
import { linkKeyOf } from '#lib/sources/rules-link-key.ts';
import { agencyIn } from '#lib/sources/rules-origins.ts';
import { sourceFields } from '#lib/sources/schema.ts';

test.each([
  ['https://example.org/a page', null],
  ['https://example.org/page?x=1#part', 'https://example.org/page?x=1#part'],
  ['  <http://example.org> ', 'http://example.org'],
  ['www.example.org', 'https://www.example.org'],
  ['example.org/report.pdf', 'https://example.org/report.pdf'],
  ['bücher.example/liste', 'https://bücher.example/liste'],
  ['10.1000/182', 'https://doi.org/10.1000/182'],
  ['doi:10.1000/182', 'https://doi.org/10.1000/182'],
  ['accounts.xlsx', null],
  ['and/or', null],
  ['U.S./Mexico', null],
  ['Harbour accounts 2026', null],
  ['10.5/12', null],
  ['ftp://example.org/a', null],
  ['javascript:alert(1)', null],
  ['https://', null],
  [`https://example.org/${'a'.repeat(2000)}`, null],
])('%s, as somebody types it, is the link %s', (typed, link) => {
  expect(typedLink(typed)).toBe(link);
});

test('a link is never a title, and a title that holds one is', () => {
  const refusedFor = (title: string) =>
    sourceFields.safeParse({ title, tier: 'primary' }).error?.issues.map(({ message }) => message) ?? [];
  expect(refusedFor('https://example.org/x')).toEqual(['{"code":"title-is-link"}']);
  expect(refusedFor('10.1000/182')).toEqual(['{"code":"title-is-link"}']);
  expect(refusedFor('What https://example.org/x said')).toEqual([]);
});

test.each([
  ['https://doi.org/10.1000/ABC.1', '10.1000/abc.1'],
  ['DOI: 10.1000/182.', '10.1000/182'],
  ['dx.doi.org/10.1000/182', '10.1000/182'],
  ['11.1000/182', null],
])('the DOI of %s is %s', (typed, doi) => {
  expect(doiIn(typed)).toBe(doi);
});

test.each([
  ['978-0-306-40615-7', '9780306406157'],
  ['ISBN 0-306-40615-2', '9780306406157'],
  ['0-8044-2957-X', '9780804429573'],
  ['978-0-306-40615-8', null],
  ['0-306-40615-3', null],
  ['12345', null],
])('the ISBN of %s is %s', (typed, isbn) => {
  expect(isbnIn(typed)).toBe(isbn);
});

test('an identifier is kept in one way of writing; one that is none is refused; what is left out stays out', () => {
  const parsed = sourceFields.parse({
    title: 'A',
    tier: 'primary',
    doi: 'https://doi.org/10.1000/X',
    isbn: '0306406152',
  });
  expect(parsed).toMatchObject({ doi: '10.1000/x', isbn: '9780306406157' });
  expect('origin' in parsed).toBe(false);
  expect(sourceFields.safeParse({ title: 'A', tier: 'primary', isbn: '12' }).success).toBe(false);
  expect(sourceFields.parse({ title: 'A', tier: 'primary', doi: '' }).doi).toBeNull();
});

test('a key is short enough for an index, whatever the link', () => {
  const long = linkKeyOf(`https://example.org/${'ä'.repeat(1900)}`);
  expect(long).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(linkKeyOf(`https://www.example.org/${'ä'.repeat(1900)}`)).toBe(long);
  expect(linkKeyOf(null)).toBeNull();
});

test.each([
  ['Tom Hill, Reuters', 'Reuters'],
  ['Reporting by AFP', 'AFP'],
  ['The Associated Press', 'AP'],
  ['Apple Inc.', null],
  [null, null],
])('the agency of %s is %s', (author, agency) => {
  expect(agencyIn(author)).toBe(agency);
});
