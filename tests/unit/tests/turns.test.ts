import { expect, test } from 'vitest';
import { Turns } from '#tests/turns.ts';

test('who speaks at once is heard one after the other, and the first of them without delay', () => {
  let heard = '';
  const turns = new Turns({
    write: (words) => {
      heard += words;
    },
  });
  const [one, two, three] = [turns.next(), turns.next(), turns.next()];
  two.write('c');
  one.write('a');
  expect(heard).toBe('a');
  three.write('e');
  three.end();
  one.write('b');
  one.end();
  expect(heard).toBe('abc');
  two.write('d');
  expect(heard).toBe('abcd');
  two.end();
  expect(heard).toBe('abcde');
});
