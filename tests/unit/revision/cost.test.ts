import { expect, test } from 'vitest';
import { diffTexts } from '#components/revision/paragraph-diff.ts';
import { wordParts } from '#lib/exports/word-parts.ts';

const paragraphs = (count: number, word: string) =>
  Array.from({ length: count }, (_, i) => `${word} ${i} ${word}`).join('\n\n');

/** Processor time, the best of three, so that other work beside it changes little. */
function cost(work: () => unknown): number {
  const once = () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  return Math.min(once(), once(), once());
}

test('two texts that share nothing are compared in time near their length', () => {
  const of = (count: number) => cost(() => diffTexts(paragraphs(count, 'one'), paragraphs(count, 'other')));
  of(500);
  // Work that grew with the square would take 16 times as long.
  expect(of(4_000) / of(1_000)).toBeLessThan(10);
});

test('and so are two paragraphs of very many words', () => {
  const words = (count: number, word: string) => Array.from({ length: count }, (_, i) => `${word}${i}`).join(' ');
  const of = (count: number) => cost(() => wordParts(words(count, 'a'), words(count, 'b')));
  of(500);
  expect(of(4_000) / of(1_000)).toBeLessThan(10);
});

test('what is compared whole is still all there', () => {
  const [before, after] = [paragraphs(1_500, 'one'), paragraphs(1_500, 'other')];
  const rows = diffTexts(before, after);
  const side = (kind: 'before' | 'after') =>
    rows
      .map((row) => row[kind])
      .filter(Boolean)
      .join('\n\n');
  expect([side('before'), side('after')]).toEqual([before, after]);
});
