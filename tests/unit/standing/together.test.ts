import { describe, expect, it } from 'vitest';
import { leastReading } from '#lib/standing/rules-reading-time.ts';
import { openedAt, receiptOf } from '#lib/standing/rules-receipt.ts';
import { togetherRefusal } from '#lib/standing/rules-seats.ts';

const SHOWN = 'a'.repeat(64);

describe('a receipt', () => {
  const receipt = receiptOf('secret', SHOWN, 1_796_000_000_123);

  it('says when what is shown was handed out', () => {
    expect(openedAt('secret', SHOWN, receipt)).toBe(1_796_000_000_123);
  });

  it.each([
    ['another state, claim or reader', 'secret', 'b'.repeat(64), receipt],
    ['another secret', 'other', SHOWN, receipt],
    ['another time', 'secret', SHOWN, receipt.replace('1796', '1795')],
    ['a seal cut short', 'secret', SHOWN, receipt.slice(0, -1)],
    ['no receipt', 'secret', SHOWN, ''],
    ['more behind it', 'secret', SHOWN, `${receipt}x`],
  ])('is worth nothing for %s', (_, secret, shown, given) => {
    expect(openedAt(secret, shown, given)).toBeNull();
  });
});

describe('what is signed off with others', () => {
  it('was open as it is, for as long as reading takes', () => {
    expect(togetherRefusal(null, 5000, 1000)).toBe('unopened');
    expect(togetherRefusal(4001, 5000, 1000)).toBe('too-short');
    expect(togetherRefusal(4000, 5000, 1000)).toBeNull();
    // By a clock that is ahead.
    expect(togetherRefusal(6000, 5000, 1000)).toBe('too-short');
  });

  it('takes longer the more there is to read, within bounds', () => {
    const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
    expect(leastReading([''])).toBe(600);
    expect(leastReading([words(20)])).toBe(1200);
    expect(leastReading([words(10), words(20)])).toBe(1800);
    expect(leastReading([words(500)])).toBe(4000);
  });
});
