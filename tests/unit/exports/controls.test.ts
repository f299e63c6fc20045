import { expect, test } from 'vitest';
import { renderText } from '#lib/exports/render.ts';
import { claim, evidence, frozen, report, verdict } from './made.ts';

const EVIL = 'so\u001b[2J\u0007\u009b31m\u007f it goes';
const model = report([claim({ evidence: [evidence({ note: EVIL })], verdicts: [verdict({ rationale: EVIL })] })]);

// Tab and the ends of lines.
const OBEYED = /(?![\t\n\r])\p{Cc}/u;

test.each(['html', 'markdown', 'csv', 'claimreview', 'annotations'] as const)(
  'an older record’s signs that a terminal obeys do not come out as %s',
  (format) => {
    const text = renderText(frozen(model), format, 'https://stet.example/reports/1');
    expect(OBEYED.test(text)).toBe(false);
    if (format !== 'claimreview') expect(text).toMatch(/so\\?(?:\[|\\u001b)/);
  },
);

test('the snapshot comes out as it was kept', () => {
  const kept = frozen(model);
  expect(renderText(kept, 'json', 'https://stet.example/reports/1')).toContain('\\u001b[2J');
});
