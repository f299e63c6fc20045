import { describe, expect, test } from 'vitest';
import { quantitiesOf } from '#lib/engine/quantities/quantities.ts';
import { scan, type Word } from '#lib/engine/quantities/scan.ts';
import { readTimes } from '#lib/engine/times/read.ts';

/** A String object does what a string does, and can be watched. */
const isText = (value: unknown): value is string => typeof value === 'string' || value instanceof String;

/** Text whose every look is counted. */
function countedText(text: string): { text: string; steps: () => number } {
  let steps = 0;
  const watched: unknown = new Proxy(new String(text), {
    get(target, key) {
      steps++;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  if (!isText(watched)) throw new TypeError('A watched text is no text');
  return { text: watched, steps: () => steps };
}

function countedWords(words: Word[]): { words: Word[]; steps: () => number } {
  let steps = 0;
  const proxy = new Proxy(words, {
    get(target, key) {
      steps++;
      return Reflect.get(target, key, target);
    },
  });
  return { words: proxy, steps: () => steps };
}

const HOSTILE = [
  '7',
  ',',
  ' ',
  '-',
  '$',
  '.',
  '(5',
  '1:',
  "'",
  '1,000',
  '1,00,',
  '5 to ',
  'from 5 ',
  'between 5 and ',
  'one hundred and ',
  'million ',
  'one ',
  'two thousand ',
  '2 of the ',
  '1 in ',
  'last ',
  'year to June 3 ',
  '5%, ',
  'A ',
  'a.b.',
  'U.S.',
  'the end of the ',
  'two days after ',
  '1-',
  '5-6 June ',
  'dozens of ',
  'half a ',
  '60 or ',
  'one man in ',
  '$5 to ',
  'up to ',
  'about ',
  "'s",
];
const SIZE = 4000;

describe('the cost of hostile text grows with its length and no faster', () => {
  test.each(HOSTILE)('%j', (piece) => {
    const cost = (size: number): number => {
      const raw = piece.repeat(Math.ceil(size / piece.length));
      const text = countedText(raw);
      const words = countedWords(scan(text.text, { start: 0, end: raw.length }));
      readTimes(words.words);
      quantitiesOf(raw, words.words);
      return text.steps() + words.steps();
    };
    const small = cost(SIZE);
    expect(cost(2 * SIZE)).toBeLessThan(2.2 * small + 1000);
    expect(small).toBeLessThan(3000 * SIZE);
  });
});
