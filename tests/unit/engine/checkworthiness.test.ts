import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreLines } from '#lib/cli/verbs/score.ts';
import { debateLogit, scoreSentence } from '#lib/engine/judgement/checkworthiness.ts';
import { SIGNALS } from '#lib/engine/judgement/signals.ts';
import { wordsOf } from '#lib/engine/judgement/words.ts';
import { MODEL } from '#lib/engine/weights/checkworthiness.ts';
import {
  areaUnderCurve,
  atThreshold,
  averagePrecision,
  bestThreshold,
} from '../../../scripts/checkworthiness/metrics.ts';
import { readYesNo } from '../../../scripts/checkworthiness/rows.ts';

const worth = (text: string) => scoreSentence(text).score;

describe('scoreSentence', () => {
  it.each([
    'Turnout fell to 43 percent in May, the lowest since 1979.',
    'The company paid $4.6 billion for its rival in 2016.',
    'The governor signed the law after the senate voted for it twice.',
    'More than 30,000 troops were sent to the border last year.',
  ])('puts on top: %s', (text) => expect(worth(text)).toBeGreaterThan(0.9));

  it.each([
    'Thank you very much.',
    'What do you think?',
    'I hope we will see better days.',
    'We should all be kinder to one another.',
  ])('puts at the bottom: %s', (text) => expect(worth(text)).toBeLessThan(0.1));

  it('gives the reasons that moved the score, strongest first', () => {
    expect(scoreSentence('Exports rose by 12 percent in 2019.').reasons).toEqual(
      expect.arrayContaining(['states a percentage', 'states a figure', 'says that something rose, fell or changed']),
    );
    expect(scoreSentence('Shall we raise taxes next year?').reasons[0]).toBe('asks a question');
    expect(scoreSentence('I want to thank you.').reasons).toContain('speaks of the speaker');
  });

  it('reads a figure as more worth checking than none, a plan as less than a fact', () => {
    expect(worth('The city built 1,200 homes last year.')).toBeGreaterThan(worth('The city built homes.'));
    expect(worth('The city built 1,200 homes.')).toBeGreaterThan(worth('The city will build 1,200 homes.'));
    expect(worth('He cut taxes.')).toBeGreaterThan(worth('He should cut taxes.'));
  });

  it('does not care for typography', () => {
    const plain = `"It's 40%," he said - twice.`;
    expect(scoreSentence('“It’s 40%,” he said – twice.')).toEqual(scoreSentence(plain));
    expect(scoreSentence('“It’s\u00a040%,”  he said\n– twice.')).toEqual(
      scoreSentence('"It\'s 40%," he said - twice.'),
    );
  });

  it('gives nothing to text without a letter', () => {
    for (const text of ['', '   ', '42', '—', '!!!']) expect(scoreSentence(text)).toEqual({ score: 0, reasons: [] });
  });

  it('gives any text a number from 0 to 1, at most four reasons, and the same answer twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const found = scoreSentence(text);
        expect(found.score).toBeGreaterThanOrEqual(0);
        expect(found.score).toBeLessThanOrEqual(1);
        expect(found.reasons.length).toBeLessThanOrEqual(4);
        expect(new Set(found.reasons).size).toBe(found.reasons.length);
        expect(scoreSentence(text)).toEqual(found);
      }),
    );
  });

  it('bears a hostile line in linear time', () => {
    // Quadratic work on 200,000 units would take longer than any test may.
    for (const unit of ['a', "a'", '1,', '...', 'é. ', '$', 'a.'])
      expect(scoreSentence(unit.repeat(200_000)).score).toBeLessThanOrEqual(1);
  });
});

describe('the shipped model', () => {
  it('has a weight for every signal and nothing else', () => {
    expect(Object.keys(MODEL.signals).sort()).toEqual(SIGNALS.map((s) => s.id).sort());
  });

  it('is a few hundred kilobytes', () => expect(JSON.stringify(MODEL).length).toBeLessThan(200_000));

  it('ranks news sentences it was not fitted on', () => {
    const rows = readYesNo(new URL('../../fixtures/checkworthiness-news.tsv', import.meta.url));
    const labels = rows.map((r) => r.label);
    expect(rows.length).toBeGreaterThan(150);
    expect(
      areaUnderCurve(
        rows.map((r) => debateLogit(r.text)),
        labels,
      ),
    ).toBeGreaterThan(0.88);
    expect(
      atThreshold(
        rows.map((r) => worth(r.text)),
        labels,
        0.5,
      ).f1,
    ).toBeGreaterThan(0.8);
  });
});

describe('wordsOf', () => {
  it('gives figures their shape and names their kind', () => {
    const read = (text: string) => wordsOf(text).map((w) => w.shape);
    expect(read('In 1997 it cost $3.5 million, or 40% more: 12,000')).toEqual([
      'in',
      '#year',
      'it',
      'cost',
      '#money',
      'million',
      'or',
      '#percent',
      'more',
      '#4',
    ]);
    expect(
      wordsOf('Yesterday Maria met NATO envoys')
        .map((w) => w.kind)
        .slice(1, 4),
    ).toEqual(['Cap', expect.any(String), 'CAPS']);
  });
});

describe('stet score', () => {
  it('answers line for line', () => {
    const out = scoreLines('Unemployment fell to 4 percent.\r\n\r\nThank you.\n', false);
    expect(out.split('\n')).toHaveLength(4);
    expect(out).toMatch(/^0\.9\d+\n0\.0000\n0\.0\d+\n$/);
    expect(scoreLines('', false)).toBe('');
    expect(scoreLines('Is it 4 percent?', true)).toMatch(/^\d\.\d{4}\t.*asks a question.*\n$/);
  });
});

describe('the measures', () => {
  it('follow their definitions', () => {
    expect(averagePrecision([3, 2, 1], [1, 0, 1])).toBeCloseTo((1 + 2 / 3) / 2);
    expect(areaUnderCurve([3, 2, 2, 1], [1, 1, 0, 0])).toBeCloseTo(3.5 / 4);
    expect(atThreshold([3, 2, 1], [1, 0, 1], 2)).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 });
    expect(bestThreshold([4, 3, 2, 1], [1, 1, 0, 0])).toEqual({ threshold: 2.5, f1: 1 });
  });
});
