import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeMakers, renderApart } from '#lib/exports/apart/apart.ts';
import { outlineOf } from '#lib/exports/outline/index.ts';
import { charactersOf } from '#lib/exports/pdf/coverage.ts';
import { breakable, readFaces, settable } from '#lib/exports/pdf/fonts.ts';
import { renderPdf } from '#lib/exports/pdf/paper.ts';
import { claim, frozen, report, unchecked } from './made.ts';
import { bare, type ReadPdf, readPdf } from './pdf-read.ts';
import { printedIn } from './printed.ts';
import { HOSTILE, sample } from './sample.ts';

const made = frozen(sample);
const outline = outlineOf(sample, made.digest);
let bytes: Uint8Array;
let pdf: ReadPdf;
beforeAll(async () => {
  const file = await renderApart(made, 'pdf', '');
  if (typeof file === 'string') throw new Error('Not bytes');
  bytes = file;
  pdf = await readPdf(bytes);
});
afterAll(closeMakers);

describe('the report as a PDF', () => {
  test('prints all that the outline has, as another program reads it', () => {
    // Of a picture its words stand for it, and are read out in its place.
    const words = bare([pdf.text, ...pdf.alts].join(' '));
    // Letters that run from the right are read back in the order in which they are drawn.
    const due = printedIn(outline).map((text) => bare(settable(text, readFaces().has)));
    const right = due.filter((text) => !/\p{Script=Arabic}/u.test(text));
    expect(right.length).toBeGreaterThan(150);
    expect(right.filter((text) => !words.includes(text))).toEqual([]);
  });

  test('takes no word of anybody for markup', () => {
    expect(bare(pdf.text)).toContain(bare(HOSTILE.rationale));
    expect(pdf.title).toContain(HOSTILE.headline);
  });

  test('is tagged, with headings, links and paragraphs, and says that it is PDF/UA', () => {
    const { claims, former } = outline;
    expect(pdf.roles.get('H1')).toBe(1);
    expect(pdf.roles.get('H3')).toBe(claims.items.length + former.items.length);
    expect(pdf.roles.get('H2')).toBeGreaterThan(10);
    expect(pdf.roles.get('P')).toBeGreaterThan(80);
    expect(pdf.roles.get('Link')).toBeGreaterThan(30);
    expect(pdf.roles.get('Figure')).toBe(outline.pictures.items.length);
    for (const { says } of outline.pictures.items) expect(pdf.alts.join('\n')).toContain(says);
    expect(pdf.language).toBe('en');
    expect(new TextDecoder('latin1').decode(bytes)).toMatch(/pdfuaid:part>1</);
  });

  test('has a bookmark for the title, each section and each claim', () => {
    expect(pdf.bookmarks.map(bare)).toEqual(
      expect.arrayContaining(
        [
          outline.title,
          outline.changes.title,
          outline.sources.title,
          ...outline.claims.items.map((item) => item.statement),
        ].map(bare),
      ),
    );
  });

  test('leads from the proof to the claims and back, to the sources, and to the web', () => {
    expect(pdf.lost).toBe(0);
    expect(pdf.links).toBeGreaterThan(40);
    expect([...new Set(pdf.urls)].sort()).toEqual(['https://customs.example/4', new URL(HOSTILE.link).href].sort());
  });

  test('is the same for the same report, whichever process sets it', () => {
    expect(Buffer.from(renderPdf(structuredClone(outline))).equals(Buffer.from(bytes))).toBe(true);
  });
});

test('an article with nothing in it, and one with letters that no typeface has, are set too', async () => {
  expect((await readPdf(renderPdf(outlineOf(report([]), '')))).pages).toBe(1);
  const { text, pages } = await readPdf(
    renderPdf(
      outlineOf(
        report(
          [
            claim({ statement: '漢字 \u0001 ok' }),
            ...Array.from({ length: 60 }, (_, i) => unchecked({ id: `${i}`, number: i + 2 })),
          ],
          {
            headline: 'H '.repeat(150),
            language: 'de-AT',
          },
        ),
        '',
      ),
    ),
  );
  expect(bare(text)).toContain('[U+6F22][U+5B57][U+0001]ok');
  expect(pages).toBeLessThan(5);
});

test('words too long for a column may be broken, digests and what Typst breaks itself are left', () => {
  const digest = 'ab12'.repeat(16);
  const address = 'https://post.example/a-long/way/to?the=article&in=full';
  expect(breakable(`${'x'.repeat(28)} ${digest} ${address}`)).toBe(`${'x'.repeat(28)} ${digest} ${address}`);
  expect(breakable(`a\n${'ü'.repeat(60)}`)).toBe(`a\n${'ü'.repeat(28)}\u200B${'ü'.repeat(28)}\u200Büüüü`);
  expect(breakable(`https://post.example/${'z'.repeat(30)}`)).toBe(`https://post.example/${'z'.repeat(28)}\u200Bzz`);
});

test('a report of mostly unchecked claims is short: these stand in two columns, and no line of a page is lost to another', async () => {
  const claims = Array.from({ length: 70 }, (_, i) =>
    unchecked({ id: `${i}`, number: i + 1, statement: `Toll number ${i + 1} went up by a fifth in the year before.` }),
  );
  const { pages, text } = await readPdf(renderPdf(outlineOf(report(claims), '')));
  expect(pages).toBeLessThan(4);
  expect(bare(text)).toContain(bare('Toll number 70 went up by a fifth in the year before.'));
});

describe('the characters of a font', () => {
  const face = (name: string) =>
    charactersOf(readFileSync(new URL(`../../../node_modules/@expo-google-fonts/${name}.ttf`, import.meta.url)));
  test.each([
    ['inter/400Regular/Inter_400Regular', 'aÿжΩ✓✗≠↻○②⊖–’', 'مא😀漢'],
    ['noto-sans-arabic/400Regular/NotoSansArabic_400Regular', 'مپگ', 'жא漢'],
    ['noto-emoji/400Regular/NotoEmoji_400Regular', '😀🏛', 'aм'],
  ])('%s', (name, has, lacks) => {
    const known = face(name);
    const points = (text: string) => [...text].map((sign) => sign.codePointAt(0) ?? 0);
    expect(points(has).every(known)).toBe(true);
    expect(points(lacks).some(known)).toBe(false);
  });
  test('are refused of what is no font', () => expect(() => charactersOf(new Uint8Array(64))).toThrow(RangeError));
});
