import { expect, test } from 'vitest';
import { withoutRaised } from '#lib/engine/text/raised.ts';

test.each([
  [
    'The U.S. Has agreed. The U.S. Dollar fell against the dollar of Canada.',
    'The U.S. has agreed. The U.S. dollar fell against the dollar of Canada.',
  ],
  [
    'Talks of the U.S. And Japan failed, and the U.S. Is angry.',
    'Talks of the U.S. and Japan failed, and the U.S. is angry.',
  ],
  // ends of sentences, and names
  [
    'It left the U.S. The firm is small, and the U.S. Has agreed.',
    'It left the U.S. The firm is small, and the U.S. has agreed.',
  ],
  ['The U.S. Senate and the U.S. House met in a house.', 'The U.S. Senate and the U.S. House met in a house.'],
  ['The U.S. Is angry, and U.S. officials said so.', 'The U.S. Is angry, and U.S. officials said so.'],
])('%s', (text, expected) => {
  expect(withoutRaised(text)).toBe(expected);
});
