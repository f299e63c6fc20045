import { describe, expect, it } from 'vitest';
import { placeOf } from '#components/ui/toast-place.ts';

const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const box = (left: number, top: number) => ({ left, top, right: left + 120, bottom: top + 36 });

describe('where notes stand', () => {
  it('is the foot on a desk, and under the header where panels rise from the foot', () => {
    expect(placeOf(desk, null)).toBe('foot');
    expect(placeOf(phone, null)).toBe('head');
  });

  it('is never over what was just pressed', () => {
    expect(placeOf(desk, box(40, 820))).toBe('head');
    expect(placeOf(phone, box(300, 70))).toBe('foot');
  });

  it('is as usual where that stands elsewhere', () => {
    expect(placeOf(desk, box(1300, 820))).toBe('foot');
    expect(placeOf(desk, box(40, 200))).toBe('foot');
    expect(placeOf(phone, box(200, 780))).toBe('head');
  });
});
