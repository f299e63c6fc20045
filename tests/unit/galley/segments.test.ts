import { describe, expect, it } from 'vitest';
import { indexAt, isPlaced, lineDepths, type PlacedClaim, segmentsOf } from '#components/galley/segments.ts';
import { claim } from './make.ts';

const placed = (number: number, start: number, end: number): PlacedClaim => {
  const made = claim(number, start, end);
  if (!isPlaced(made)) throw new Error('A claim without a place');
  return made;
};
const block = { start: 0, end: 40 };
const sentences = [
  { start: 0, end: 18 },
  { start: 19, end: 40 },
];

describe('segmentsOf', () => {
  const claims = [placed(1, 0, 12), placed(2, 5, 18), placed(3, 6, 9), placed(4, 25, 40)];
  const segments = segmentsOf(block, claims, sentences, 7);

  it('covers the block without a gap or an overlap', () => {
    expect(segments[0]?.start).toBe(0);
    expect(segments.at(-1)?.end).toBe(40);
    for (const [i, segment] of segments.slice(1).entries()) expect(segment.start).toBe(segments[i]?.end);
  });

  it('gives every place exactly the claims that cover it, the widest first', () => {
    for (let at = block.start; at < block.end; at++) {
      const segment = segments.find((item) => item.start <= at && at < item.end);
      const covering = claims.filter((item) => item.start <= at && at < item.end);
      expect(segment?.claims.map((item) => item.number).sort()).toEqual(covering.map((item) => item.number).sort());
      const widths = segment?.claims.map((item) => item.end - item.start) ?? [];
      expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    }
  });

  it('is cut where somebody speaks of words, and tells which', () => {
    const spoken = segmentsOf(block, claims, sentences, 7, [{ start: 10, end: 30 }]);
    const said = spoken.filter(({ isTalk }) => isTalk);
    expect([said[0]?.start, said.at(-1)?.end]).toEqual([10, 30]);
    expect(segments.some(({ isTalk }) => isTalk)).toBe(false);
  });

  it('names the sentence by its index in the revision, and -1 between sentences', () => {
    expect(segments.find((item) => item.start === 0)?.sentence).toBe(7);
    expect(segments.find((item) => item.start === 18)?.sentence).toBe(-1);
    expect(segments.find((item) => item.start === 25)?.sentence).toBe(8);
  });

  it('leaves a block without claims or sentences whole', () => {
    expect(segmentsOf(block, [], [], 0)).toEqual([{ start: 0, end: 40, claims: [], sentence: -1, isTalk: false }]);
  });

  it('cuts nothing at what lies outside the block', () => {
    expect(segmentsOf({ start: 19, end: 40 }, [placed(1, 0, 60)], sentences, 0)).toHaveLength(1);
  });
});

describe('lineDepths', () => {
  it('never gives two claims that meet the same line', () => {
    const claims = [placed(1, 0, 20), placed(2, 5, 10), placed(3, 8, 25), placed(4, 20, 30), placed(5, 0, 20)];
    const depths = lineDepths(claims);
    for (const a of claims)
      for (const b of claims)
        if (a !== b && a.start < b.end && b.start < a.end) expect(depths.get(a.id)).not.toBe(depths.get(b.id));
  });

  it('keeps claims that do not meet on the first line', () => {
    expect([...lineDepths([placed(1, 0, 5), placed(2, 5, 9), placed(3, 12, 14)]).values()]).toEqual([0, 0, 0]);
  });

  it('puts the one in hand next to the words, and still gives no two that meet the same line', () => {
    const claims = [placed(1, 0, 20), placed(2, 5, 10), placed(3, 8, 25), placed(4, 20, 30)];
    for (const { id } of claims) {
      const depths = lineDepths(claims, id);
      expect(depths.get(id)).toBe(0);
      for (const a of claims)
        for (const b of claims)
          if (a !== b && a.start < b.end && b.start < a.end) expect(depths.get(a.id)).not.toBe(depths.get(b.id));
    }
  });

  it('draws the wider of two that begin together above', () => {
    const depths = lineDepths([placed(1, 0, 5), placed(2, 0, 9)]);
    expect([depths.get('claim-2'), depths.get('claim-1')]).toEqual([0, 1]);
  });
});

describe('indexAt', () => {
  const items = [
    { start: 2, end: 4 },
    { start: 6, end: 9 },
  ];
  it.each([
    [0, -1],
    [2, 0],
    [3, 0],
    [5, 0],
    [6, 1],
    [100, 1],
  ])('of place %i is %i', (at, index) => expect(indexAt(items, at)).toBe(index));
  it('is -1 in an empty list', () => expect(indexAt([], 3)).toBe(-1));
});
