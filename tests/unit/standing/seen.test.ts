import { describe, expect, it } from 'vitest';
import { hasMovedOn, seenOf } from '#lib/standing/rules-seen.ts';

const verdict = (id: string, more: { inForce?: boolean; revealed?: boolean; signOffIds?: string[] } = {}) => ({
  id,
  inForce: true,
  revealed: true,
  signOffIds: [],
  ...more,
});

describe('what a reader acts on', () => {
  it('is what they saw', () => {
    const verdicts = [verdict('a', { signOffIds: ['s'] }), verdict('b', { inForce: false })];
    expect(seenOf(verdicts)).toEqual(['a', 's']);
    expect(hasMovedOn(verdicts, seenOf(verdicts))).toBe(false);
  });

  it.each([
    ['a verdict came', [verdict('a')], []],
    ['a second one came', [verdict('a'), verdict('b')], ['a']],
    ['a sign-off came', [verdict('a', { signOffIds: ['s'] })], ['a']],
    ['a sign-off was taken back', [verdict('a')], ['a', 's']],
    ['a verdict was withdrawn', [verdict('a', { inForce: false })], ['a']],
    ['a hidden verdict that they saw is gone', [verdict('a', { inForce: false, revealed: false })], ['a']],
  ])('is not, where %s', (_, verdicts, seen) => expect(hasMovedOn(verdicts, seen)).toBe(true));

  it('is so where a verdict came that they cannot read', () => {
    expect(hasMovedOn([verdict('a', { revealed: false })], [])).toBe(false);
  });
});
