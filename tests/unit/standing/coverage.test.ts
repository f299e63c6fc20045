import { describe, expect, it } from 'vitest';
import { coverageOf, isCovered, markOf, sentenceStates } from '#lib/standing/rules-coverage.ts';
import { claim, excluded, settled } from '../galley/make.ts';

const SENTENCES = [
  { start: 0, end: 10 },
  { start: 10, end: 20 },
];
const minor = (number: number, start: number, end: number, more = {}) =>
  claim(number, start, end, { tier: 'minor', ...more });
const first = (
  claims: Parameters<typeof sentenceStates>[1],
  marks: { start: number; end: number }[] = [],
  counts = false,
) => sentenceStates(SENTENCES, claims, marks, counts)[0];

describe('a sentence', () => {
  it.each([
    ['with nothing in it', first([]), 'unread'],
    ['with a claim that is open', first([claim(1, 0, 5)]), 'unread'],
    ['with a claim that is settled', first([claim(1, 0, 5, settled)]), 'read'],
    ['with a claim that is left out', first([claim(1, 0, 5, excluded)]), 'read'],
    ['with a claim that is settled and stale', first([claim(1, 0, 5, { ...settled, stale: true })]), 'unread'],
    ['with a claim that is settled and held by a query', first([claim(1, 0, 5, { ...settled, held: true })]), 'unread'],
    ['that a person has marked', first([], [{ start: 0, end: 10 }]), 'read'],
    ['with untouched minor claims only', first([minor(1, 0, 5), minor(2, 5, 9)]), 'minor'],
    ['with an untouched minor claim, where minor claims count', first([minor(1, 0, 5)], [], true), 'unread'],
    ['with a minor claim that somebody has touched', first([minor(1, 0, 5, { touched: true })]), 'unread'],
    ['with a minor claim that is settled', first([minor(1, 0, 5, { ...settled, touched: true })]), 'read'],
    ['with a settled claim and an untouched minor one', first([claim(1, 0, 5, settled), minor(2, 5, 9)]), 'read'],
    ['with an open claim and an untouched minor one', first([claim(1, 0, 5), minor(2, 5, 9)]), 'unread'],
    ['with an untouched minor claim, marked by a person', first([minor(1, 0, 5)], [{ start: 0, end: 10 }]), 'read'],
    ['with a claim that is gone', first([claim(1, 0, 5, { withdrawn: true })]), 'unread'],
  ])('%s', (_, is, due) => expect(is).toBe(due));

  it('is held by a claim that begins in the one before', () => {
    expect(sentenceStates(SENTENCES, [claim(1, 5, 15)], [], false)).toEqual(['unread', 'unread']);
  });
});

describe('nothing is left unread', () => {
  it('where the rest holds untouched minor claims only', () => {
    const coverage = coverageOf(['read', 'minor']);
    expect(coverage).toEqual({ read: 1, minor: 1, total: 2 });
    expect(isCovered(coverage)).toBe(true);
    expect(isCovered(coverageOf(['read', 'unread']))).toBe(false);
  });
});

describe('the mark of what is settled', () => {
  const mark = (stands: boolean, value: number | null) =>
    markOf({ excluded: false, progress: 'settled', stale: false, stands, value });

  it('is a tick only where a rating says how true the words are', () => {
    expect(mark(true, 5)).toBe('stands');
    expect(mark(true, null)).toBe('unrated');
  });

  it('is a cross wherever the words may not stand', () => {
    expect(mark(false, 1)).toBe('wrong');
    expect(mark(false, null)).toBe('wrong');
  });
});
