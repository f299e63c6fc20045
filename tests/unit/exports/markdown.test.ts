import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '#lib/exports/markdown.ts';
import { outlineOf } from '#lib/exports/outline/index.ts';
import { claim, evidence, report, verdict } from './made.ts';
import { printedIn, squeezed } from './printed.ts';
import { HOSTILE, sample } from './sample.ts';

const outline = outlineOf(sample, 'e'.repeat(64));
const markdown = renderMarkdown(outline);
/** As another program reads it. */
const read = (text: string) =>
  parseHTML(`<html><body>${marked.parse(text, { async: false }).replaceAll('<br>', '\n')}</body></html>`).document;

describe('the report as Markdown', () => {
  const document = read(markdown);
  const words = squeezed(document.body.textContent ?? '');

  test('prints all that the outline has, as another program reads it', () => {
    const due = printedIn(outline);
    expect(due.filter((text) => !words.includes(text))).toEqual([]);
  });

  test('takes no sign of anybody for its own', () => {
    expect(words).toContain(HOSTILE.rationale);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.querySelector('script, img, table, code, em, del, pre, hr')).toBeNull();
    expect([...document.querySelectorAll('a')].map((a) => a.getAttribute('href'))).toEqual([
      'https://customs.example/4',
      new URL(HOSTILE.link).href,
    ]);
    const heads = [...document.querySelectorAll('h3')].map((head) => head.textContent);
    expect(heads).toEqual(
      [...outline.claims.items, ...outline.former.items].map((one) => `${one.number}. ${one.statement}`),
    );
  });

  test('is the same for the same report', () =>
    expect(renderMarkdown(outlineOf(structuredClone(sample), 'e'.repeat(64)))).toBe(markdown));
});

test('whatever people write, it is read back as they wrote it', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'ab1 .)-+*_`#>|[]()<&~!\\:/@=\n'), minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(signs, (text) => {
      const one = claim({
        statement: `a ${text} z`,
        evidence: [evidence({ note: `a ${text} z`, quote: null })],
        verdicts: [verdict({ rationale: `a ${text} z`, cites: [] })],
      });
      const document = read(renderMarkdown(outlineOf(report([one]), '')));
      const due = squeezed(`a ${text} z`);
      const found = squeezed(document.body.textContent ?? '').split(due).length - 1;
      if (found < 3) throw new Error(`${JSON.stringify(text)}: found ${found} times`);
    }),
    { numRuns: 300 },
  );
});
