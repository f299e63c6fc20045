import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffTexts } from '#components/revision/paragraph-diff.ts';
import { wordParts } from '#lib/exports/word-parts.ts';

const told = (before: string, after: string): string =>
  wordParts(before, after)
    .map(({ text, kind }) => (kind === 'same' ? text : kind === 'inserted' ? `{+${text}+}` : `[-${text}-]`))
    .join('');

describe('wordParts', () => {
  test.each([
    ['Tolls rose by 4.5 percent', 'Tolls rose by 5.4 percent', 'Tolls rose by [-4.5-]{+5.4+} percent'],
    ['a budget of £1,200', 'a budget of £12,000', 'a budget of £[-1,200-]{+12,000+}'],
    ['He did say it', 'He did not say it', 'He did {+not +}say it'],
    ['the old crane was sold', 'the new tug was sold', 'the [-old crane-]{+new tug+} was sold'],
    ['same', 'same', 'same'],
    ['', 'new', '{+new+}'],
  ])('%s → %s', (before, after, expected) => expect(told(before, after)).toBe(expected));

  test('has all of both wordings, in their order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const parts = wordParts(before, after);
        const of = (kind: 'deleted' | 'inserted') =>
          parts
            .filter((part) => part.kind === 'same' || part.kind === kind)
            .map((part) => part.text)
            .join('');
        expect([of('deleted'), of('inserted')]).toEqual([before, after]);
      }),
    );
  });
});

describe('diffTexts', () => {
  test('says where the paragraphs of each row begin in their texts', () => {
    const before = 'One stays.\n\nTwo goes away.\n\nThree is 4.5 long.';
    const after = 'One stays.\n\nThree is 5.4 long.\n\nFour is new here.';
    for (const row of diffTexts(before, after)) {
      if (row.beforeStart !== null) expect(before.startsWith(row.before, row.beforeStart)).toBe(true);
      if (row.afterStart !== null) expect(after.startsWith(row.after, row.afterStart)).toBe(true);
    }
    expect(diffTexts(before, after).map((row) => row.kind)).toEqual(['same', 'deleted', 'changed', 'inserted']);
  });
});
