import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Mark, MOST_HEADS, markKey, openMark, sealMark } from '#lib/live/rules-mark.ts';
import { digestOfPage, openSeen, sealSeen } from '#lib/live/rules-seen.ts';

const key = markKey('a secret of these tests, long enough');
const user = '019329a0-0000-7000-8000-000000000001';
const other = '019329a0-0000-7000-8000-000000000002';
const chain = fc.oneof(fc.constant('desk'), fc.uuid());
const marks: fc.Arbitrary<Mark> = fc.record({
  at: fc.integer({ min: 0, max: 4e12 }),
  heads: fc
    .uniqueArray(fc.tuple(chain, fc.integer({ min: 1, max: 2 ** 32 - 1 })), {
      maxLength: MOST_HEADS + 20,
      selector: ([id]) => id,
    })
    .map((pairs) => new Map(pairs)),
});

describe('a mark', () => {
  test('comes back as it was sealed, with the chains that moved last', () => {
    fc.assert(
      fc.property(marks, (mark) => {
        const opened = openMark(sealMark(mark, user, key), user, key);
        expect(opened).toEqual({ at: mark.at, heads: new Map([...mark.heads].slice(-MOST_HEADS)) });
      }),
    );
  });

  test('has one length, whatever it holds, and is never twice the same', () => {
    const sealed = fc.sample(marks, 50).map((mark) => sealMark(mark, user, key));
    expect(new Set(sealed.map(({ length }) => length)).size).toBe(1);
    const still = { at: 5, heads: new Map([['desk', 7]]) };
    expect(sealMark(still, user, key)).not.toBe(sealMark(still, user, key));
  });

  test('of another person, another desk, or changed in any letter, says nothing', () => {
    const sealed = sealMark({ at: 5, heads: new Map([['desk', 7]]) }, user, key);
    expect(openMark(sealed, other, key)).toBeNull();
    expect(openMark(sealed, user, markKey('another secret, as long as the first one'))).toBeNull();
    expect(openMark('', user, key)).toBeNull();
    expect(openMark(`${sealed}AAAA`, user, key)).toBeNull();
    for (let at = 0; at < sealed.length; at += 37) {
      const letter = sealed[at] === 'A' ? 'B' : 'A';
      expect(openMark(sealed.slice(0, at) + letter + sealed.slice(at + 1), user, key)).toBeNull();
    }
  });
});

describe('a guest’s mark', () => {
  const digest = digestOfPage({ text: 'The harbour', questions: [] });

  test('holds what is on their page, for their link alone', () => {
    expect(openSeen(sealSeen(digest, other, key), other, key)).toBe(digest);
    expect(openSeen(sealSeen(digest, other, key), user, key)).toBeNull();
    expect(digestOfPage({ text: 'The harbour', questions: ['Who?'] })).not.toBe(digest);
  });

  test('is never twice the same, and a person’s is none', () => {
    expect(sealSeen(digest, other, key)).not.toBe(sealSeen(digest, other, key));
    expect(openSeen(sealMark({ at: 5, heads: new Map() }, other, key), other, key)).toBeNull();
    expect(openMark(sealSeen(digest, other, key), other, key)).toBeNull();
  });
});
