import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { renderHtml } from '#lib/exports/html/html.ts';
import { outlineOf } from '#lib/exports/outline/index.ts';
import { report, unchecked } from './made.ts';
import { printedIn, squeezed } from './printed.ts';
import { HOSTILE, sample } from './sample.ts';

const outline = outlineOf(sample, 'e'.repeat(64));
const html = renderHtml(outline);
const { document } = parseHTML(html);
const words = squeezed(document.querySelector('.report')?.textContent ?? '');

describe('the report as HTML', () => {
  test('prints all that the outline has, each as it stands', () => {
    const due = printedIn(outline);
    expect(due.length).toBeGreaterThan(150);
    expect(due.filter((text) => !words.includes(text))).toEqual([]);
  });

  test('takes no word of anybody for markup', () => {
    expect(document.querySelector('script, img, b, iframe')).toBeNull();
    expect(document.querySelector('h1')?.textContent).toBe(HOSTILE.headline);
    expect(html.includes('<script')).toBe(false);
    expect(
      [...document.querySelectorAll('.report a')]
        .map((a) => a.getAttribute('href'))
        .filter((href) => !href?.startsWith('#')),
    ).toEqual(['https://customs.example/4', new URL(HOSTILE.link).href]);
  });

  test('leads nowhere that is not there, and has each id once', () => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...document.querySelectorAll('a[href^="#"]')].map((a) => a.getAttribute('href')?.slice(1));
    expect(targets.length).toBeGreaterThan(40);
    // A claim whose words are gone is in no proof.
    const gone = ['proof-8', 'proof-20', 'proof-21'];
    expect([...new Set(targets)].filter((id) => !ids.includes(id ?? '') && !gone.includes(id ?? ''))).toEqual([]);
  });

  test('follows no link but to the web', () => {
    const source = {
      title: 'x',
      kind: 'page',
      tier: 'primary',
      publisher: null,
      author: null,
      link: 'javascript:alert(1)',
      publishedOn: null,
      capture: null,
      saltedHash: null,
    };
    const evil = structuredClone(sample);
    for (const claim of evil.claims) for (const item of claim.evidence) item.source = source;
    const { document: page } = parseHTML(renderHtml(outlineOf(evil, '')));
    expect([...page.querySelectorAll('a')].some((a) => a.getAttribute('href')?.startsWith('javascript'))).toBe(false);
    expect(page.querySelector('.rp-link')?.textContent).toBe('javascript:alert(1)');
  });

  test('asks nothing of any network, and is in two kinds of light', () => {
    expect(document.querySelector('style')?.textContent?.match(/url\(|@import/)).toBeNull();
    expect(document.querySelector('[src], link')).toBeNull();
    expect(html.includes("default-src 'none'")).toBe(true);
    expect(html.includes('--ink: light-dark(#211d17, #ece6d9)')).toBe(true);
  });

  test('has its headings in order and each claim’s status in words', () => {
    const levels = [...document.querySelectorAll('h1, h2, h3')].map(({ tagName }) => Number(tagName.slice(1)));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, i) => i > 0 && level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
    expect(document.querySelector('#claim-2 .rp-number')?.getAttribute('aria-label')).toBe('2, does not stand');
  });

  test('is the same for the same report', () => {
    expect(renderHtml(outlineOf(structuredClone(sample), 'e'.repeat(64)))).toBe(html);
  });

  test('has an unchecked claim in the list alone', () => {
    const many = Array.from({ length: 9 }, (_, i) => unchecked({ id: `${i}`, number: i + 1 }));
    const { document: page } = parseHTML(renderHtml(outlineOf(report(many), '')));
    expect(page.querySelectorAll('#unchecked li')).toHaveLength(9);
    expect(page.querySelectorAll('.rp-claim')).toHaveLength(0);
    expect(page.querySelector('.rp-more a')?.getAttribute('href')).toBe('#unchecked');
  });
});
