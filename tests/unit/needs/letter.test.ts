import { expect, test } from 'vitest';
import type { NeedRow } from '#lib/needs/rules.ts';
import { letterOf, morningOf, untold } from '#lib/needs/rules-letter.ts';

const NOW = new Date('2026-03-12T12:40:00Z');
const PERSON = { id: 'p', name: 'Sanne', email: 'sanne@desk.test' };
const row = (id: string, more: Partial<NeedRow> = {}): NeedRow => ({
  kind: 'call',
  id,
  state: 'a',
  at: null,
  by: 'Ruben',
  words: 'The minister lied.',
  askedUntil: null,
  ofOthers: null,
  holds: false,
  articleId: id,
  headline: `Headline ${id}`,
  dueAt: null,
  access: 'desk',
  claim: { number: 4, statement: 'One in five.', progress: 'open', stale: false },
  mark: null,
  ...more,
});
const letter = (...rows: NeedRow[]) => letterOf(PERSON, rows, 'https://stet.example', NOW);

test('it holds kind, headline and link, and nothing of what was said or by whom', () => {
  const { subject, text, to } = letter(row('1'), row('2', { kind: 'second', words: null }));
  expect([to, subject]).toEqual(['sanne@desk.test', 'Stet: 2 things need you']);
  expect(text.split('\n\n').slice(0, 3)).toEqual(
    [
      'Sanne, this needs you:',
      'You are called by name: Headline 1\nhttps://stet.example/articles/1?claim=4',
      'A second reading: Headline 2\nhttps://stet.example/articles/2?claim=4',
    ].sort((a, b) => Number(b.startsWith('Sanne')) - Number(a.startsWith('Sanne'))),
  );
  expect(text).not.toMatch(/minister|Ruben|One in five/);
  expect(letter(row('1')).subject).toBe('Stet: You are called by name');
  expect(letter(row('1', { access: 'named' })).text).not.toContain('Headline');
});

test('a question that is put to somebody else is not said to ask whoever has the claim', () => {
  const { subject, text } = letter(row('1', { kind: 'query', ofOthers: true }));
  expect(subject).toBe('Stet: A question on your claim');
  expect(text).toContain('A question on your claim: Headline 1');
  expect(letter(row('1', { kind: 'query' })).subject).toBe('Stet: A question to you');
});

test('of many things it names the first, and counts the rest', () => {
  const { text } = letter(...Array.from({ length: 25 }, (_, n) => row(`${n}`)));
  expect(text.match(/called by name/g)).toHaveLength(20);
  expect(text).toContain('… and 5 more: https://stet.example/needs');
});

test('the same things in the same states have the same id, whatever their order', () => {
  const [one, two] = [row('1'), row('2')];
  expect(letter(one, two).messageId).toBe(letter(two, one).messageId);
  expect(letter(one, two).messageId).not.toBe(letter(one, { ...two, state: 'b' }).messageId);
});

test('told is what is new, in a state that was not told', () => {
  const told = new Map([
    ['call:1', 'a'],
    ['call:2', 'b'],
  ]);
  const seen = { state: 'a', stand: 'read', until: null } as const;
  expect(untold([row('1'), row('2'), row('3'), row('4', { mark: seen })], told, NOW).map(({ id }) => id)).toEqual([
    '2',
    '3',
  ]);
});

test.each([
  ['before eight', '2026-03-12T06:59:00Z', null],
  ['at eight', '2026-03-12T07:00:00Z', '2026-03-12T07:00:00.000Z'],
  ['in the afternoon', '2026-03-12T12:40:00Z', '2026-03-12T07:00:00.000Z'],
])('the morning by the clocks of the desk: %s', (_, now, morning) =>
  expect(morningOf(new Date(now), 'Europe/Berlin')?.toISOString() ?? null).toBe(morning),
);
