import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { extractClaims } from '#lib/engine/index.ts';
import { tokenize } from '#lib/engine/sentence/tokens.ts';

const gold = fileURLToPath(new URL('../../eval/gold/', import.meta.url));
const articles = ['dev', 'test'].flatMap((half) =>
  readdirSync(`${gold}${half}`)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(`${gold}${half}/${name}`, 'utf8')),
);

const words = (text: string): string[] => tokenize(text, { start: 0, end: text.length }).map(({ text }) => text);

test('a word is split alike, whatever was read before', () => {
  const text = "Vorbrock's plan for the U.K.-led mission was read.";
  const first = words(text);
  words("Her plan is larger than Vorbrock's, and so is the (U.K.-led) one.");
  expect(first.slice(0, 2)).toEqual(['Vorbrock', "'s"]);
  expect(words(text)).toEqual(first);
});

test('articles read in another order come out the same', () => {
  const read = (texts: readonly string[]) =>
    new Map(texts.map((text) => [text, extractClaims(text, { publishedOn: '2026-03-12' })]));
  const there = read(articles);
  const back = read(articles.toReversed());
  expect(articles.length).toBeGreaterThan(4);
  for (const text of articles) expect(back.get(text)).toEqual(there.get(text));
});
