import fc from 'fast-check';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { copyOf } from '#lib/exports/copy/index.ts';
import { renderDocx } from '#lib/exports/docx/docx.ts';
import type { ReportClaim, ReportModel } from '#lib/exports/model.ts';
import { outlineOf } from '#lib/exports/outline/index.ts';
import { renderReport } from '#lib/exports/render.ts';
import { childAt, within, wordsOf } from '#lib/ingest/read/xml.ts';
import { partOf, readChanges, readComments, readParts, textIn } from './docx-read.ts';
import { claim, frozen, rating, report, unchecked, verdict } from './made.ts';
import { printedIn, squeezed } from './printed.ts';
import { sample } from './sample.ts';

const docx = (model: ReportModel, digest = 'e'.repeat(64)): Uint8Array => {
  const outline = outlineOf(model, digest);
  return renderDocx(outline, copyOf(model, outline, digest));
};
const bytes = docx(sample);
const comments = readComments(bytes);
const placed = sample.claims.filter(({ start }) => start !== null);
const secondOf = (instant: string) => instant.replace(/\.\d+Z$/, 'Z');

describe('the writer’s copy', () => {
  test('has every claim as a comment on its very words, by the desk, with its outcome and evidence', () => {
    const first = comments.filter(({ parent, text }) => parent === null && text.startsWith('Claim '));
    expect(first.map(({ on }) => on)).toEqual(placed.map(({ quote }) => quote));
    for (const [i, { author, at, text }] of first.entries()) {
      const one = placed[i];
      expect([author, at]).toEqual([sample.desk, secondOf(sample.frozenAt)]);
      expect(text).toMatch(new RegExp(`^Claim ${one?.number} · `));
      expect(text).toContain(one?.statement);
      for (const { source, quote, note } of one?.evidence ?? [])
        for (const words of [source.title, quote, note]) expect(text).toContain(words ?? '');
    }
  });

  test('has each verdict below the claim, by whoever gave it and when, and each question as a thread with its answer', () => {
    for (const one of placed) {
      const head = comments.find(({ parent, text }) => parent === null && text.startsWith(`Claim ${one.number} · `));
      const below = comments.filter(({ parent }) => parent === head?.text);
      expect(below.map(({ author, at }) => [author, at])).toEqual(
        one.verdicts.map(({ by, at }) => [by.name, secondOf(at)]),
      );
      for (const [i, { rating: given }] of one.verdicts.entries()) expect(below[i]?.text).toContain(given.label);
      for (const query of [...one.openQueries, ...one.closedQueries]) {
        const asked = comments.find(({ at, author }) => at === secondOf(query.at) && author === query.by.name);
        expect(asked?.text).toContain(query.body);
        expect([asked?.parent, asked?.on]).toEqual([null, one.quote]);
        const answers = comments.filter(({ parent }) => parent === asked?.text);
        const closed = one.closedQueries.find(({ at }) => at === query.at);
        const guests = query.guestAnswers.map(({ guest }) => guest);
        expect(answers.map(({ author }) => author)).toEqual([...guests, ...(closed ? [closed.closedBy.name] : [])]);
        if (closed?.answer) expect(answers.at(-1)?.text).toContain(closed.answer);
        expect(asked?.isDone).toBe(closed !== undefined);
      }
    }
  });

  test('shows as done what leaves nothing to do, its replies too', () => {
    const done = (number: number) =>
      comments
        .filter(({ text, parent }) => (parent ?? text).startsWith(`Claim ${number} · `))
        .map(({ isDone }) => isDone);
    expect([1, 2, 3, 4, 5, 6, 7].map((number) => [...new Set(done(number))])).toEqual([
      [true],
      [false],
      [false],
      [false],
      [false],
      [false],
      [true],
    ]);
  });

  test('has fixes as changes by whoever suggested them, and the old words where they are refused', () => {
    const [fix] = copyOf(sample, outlineOf(sample, ''), '').fixes;
    expect(fix).toMatchObject({ claim: 2, before: 'Tolls have gone up by a fifth', by: 'Ruben Falk' });
    expect(readChanges(bytes)).toEqual([
      { kind: 'ins', author: 'Ruben Falk', at: '2026-03-13T09:00:00Z', text: 'will ' },
    ]);
  });

  test('holds the article word for word, a paragraph for each block', () => {
    const body = childAt(partOf(bytes, 'word/document.xml'), 'w:body');
    const due = sample.article.blocks.map(({ start, end }) => sample.article.text.slice(start, end));
    const paragraphs = body ? [...within(body, 'w:p')].slice(0, due.length) : [];
    expect(paragraphs.map((one) => textIn(one).replace('will ', ''))).toEqual(due);
  });

  test('prints all that the report has, as another program reads it', async () => {
    const options = { styleMap: ['comment-reference => sup'] };
    const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options);
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    const text = value
      .replace(/<br \/>|<\/?(?:p|h\d|li|td|dd|dt)[^>]*>/g, '\n')
      .replace(/<[^>]*>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&');
    const outline = outlineOf(sample, 'e'.repeat(64));
    // The comments are the marked proof, and stand in the place of the lists of claims.
    const { proof, claims, unchecked: listed, leftOut, ...rest } = outline;
    const whole = {
      ...rest,
      proof: { ...proof, title: '', keyNote: '', key: [], blocks: [] },
      claims,
      unchecked: listed,
      leftOut,
    };
    const titles = new Set([claims.title, listed.title, leftOut.title].map(squeezed));
    const due = printedIn(whole).filter((words) => !titles.has(words));
    expect(due.filter((words) => !squeezed(text).includes(words))).toEqual([]);
    expect(value.match(/<dt id="comment-/g)).toHaveLength(comments.length);
    expect(value.match(/<tr>/g)).toHaveLength(1 + outline.sources.items.length);
  });

  test('says of what it is, and the same report has the same bytes', async () => {
    const properties = within(partOf(bytes, 'docProps/custom.xml'), 'property');
    const said = Object.fromEntries([...properties].map((one) => [one.attributes.get('name'), wordsOf(one)]));
    expect(said).toEqual({ StetArticle: sample.article.id, StetReport: '2', StetDigest: 'e'.repeat(64) });
    const core = partOf(bytes, 'docProps/core.xml');
    expect(wordsOf(childAt(core, 'dc:title') ?? core)).toBe(sample.article.headline);
    expect(wordsOf(childAt(core, 'dcterms:created') ?? core)).toBe(secondOf(sample.frozenAt));
    expect(Buffer.from(docx(structuredClone(sample))).equals(Buffer.from(bytes))).toBe(true);
    const made = frozen(sample);
    expect(await renderReport(made, 'docx', '')).toEqual(docx(sample, made.digest));
  });

  test('leads nowhere but to the web', () => {
    const relations = readParts(bytes).get('word/_rels/document.xml.rels') ?? '';
    const outside = [...relations.matchAll(/Target="([^"]*)" TargetMode="External"/g)].map(([, target]) => target);
    expect(outside).toEqual(['https://customs.example/4', 'https://post.example/a?b=1&amp;c=%22d%22#e']);
  });
});

const TEXT = 'One two three four five six.\n\nSeven eight nine ten.';
const on = (words: string, more: Partial<ReportClaim> = {}): Partial<ReportClaim> => {
  const start = TEXT.indexOf(words);
  return { quote: words, start, end: start + words.length, ...more };
};
const fixed = (replacement: string): Partial<ReportClaim> => ({
  mark: 'wrong',
  verdicts: [verdict({ rating: rating('false'), fix: { replacement, state: 'accepted', reason: null } })],
});
const blocks: ReportModel['article']['blocks'] = [
  { start: 0, end: 28, role: 'paragraph' },
  { start: 30, end: TEXT.length, role: 'paragraph' },
];
const made = (...claims: Partial<ReportClaim>[]) =>
  report(
    claims.map((one, i) => claim({ id: `c${i}`, number: i + 1, ...one })),
    { text: TEXT, blocks },
  );

describe('where claims lie over one another', () => {
  test('a fix stands in the text once, another over it in the margin alone', () => {
    const bytesOf = docx(made(on('two three four', fixed('two 3 four')), on('three', fixed('thirty'))));
    expect(readChanges(bytesOf).map(({ kind, text }) => [kind, text])).toEqual([
      ['ins', '3'],
      ['del', 'three'],
    ]);
    const [wide, narrow] = readComments(bytesOf).filter(({ parent }) => parent === null);
    expect([wide?.on, narrow?.on]).toEqual(['two three four', 'three']);
    expect(narrow?.text).toContain('“thirty”');
  });

  test('a claim of two blocks begins in one and ends in the other, and its fix is none of the text’s', () => {
    const bytesOf = docx(made(on('six.\n\nSeven', fixed('six; seven'))));
    expect(readComments(bytesOf)[0]?.on).toBe('six.Seven');
    expect(readChanges(bytesOf)).toEqual([]);
  });

  test('what was refused, or is in the article already, is no change', () => {
    const state = (name: string) => ({
      verdicts: [verdict({ fix: { replacement: 'dos', state: name, reason: name === 'refused' ? 'No' : null } })],
    });
    expect(readChanges(docx(made(on('two', state('refused')), on('three', state('applied')))))).toEqual([]);
  });

  test('whatever lies over whatever, each comment is on its words and the text is the article’s', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: TEXT.length - 1 }), fc.integer({ min: 1, max: 20 }))
      .map(([start, length]) => [start, Math.min(TEXT.length, start + length)] as const);
    fc.assert(
      fc.property(fc.array(fc.tuple(span, fc.boolean()), { minLength: 1, maxLength: 6 }), (spans) => {
        const model = made(
          ...spans.map(([[start, end], isFixed]) => ({
            ...(isFixed ? fixed(TEXT.slice(start, end).toUpperCase()) : {}),
            ...{ quote: TEXT.slice(start, end), start, end },
          })),
        );
        const file = docx(model);
        const bare = (words: string) => words.replace(/\n/g, '');
        const heads = readComments(file).filter(({ parent }) => parent === null);
        const due = model.claims.map(({ quote }) => bare(quote));
        const found = heads.map(({ on: words }) => bare(words));
        if (JSON.stringify(due) !== JSON.stringify(found))
          throw new Error(`${JSON.stringify(due)} is ${JSON.stringify(found)}`);
        const body = childAt(partOf(file, 'word/document.xml'), 'w:body');
        const [first, second] = body ? [...within(body, 'w:p')] : [];
        const put = readChanges(file).filter(({ kind }) => kind === 'ins');
        const length = put.reduce((sum, { text }) => sum + text.length, 0);
        expect((first ? textIn(first).length : 0) + (second ? textIn(second).length : 0)).toBe(
          TEXT.length - 2 + length,
        );
      }),
      { numRuns: 60 },
    );
  });
});

test('signs that a document has elements for, or cannot hold, come out as such', () => {
  const text = 'a\tb\nc\u00add\u2011e \u0001f \uFFFC 👩🏽‍🔬 ﻿مرحبا';
  const model = report([unchecked({ quote: 'a', start: 0, end: 1 })], {
    text,
    blocks: [{ start: 0, end: text.length, role: 'paragraph' }],
    language: 'ar',
  });
  const xml = readParts(docx(model)).get('word/document.xml') ?? '';
  expect(xml).toContain('<w:tab/><w:t xml:space="preserve">b</w:t><w:br/>');
  expect(xml).toContain('<w:softHyphen/>');
  expect(xml).toContain('<w:noBreakHyphen/><w:t xml:space="preserve">e f \uFFFC 👩🏽‍🔬');
  expect(xml).toContain('<w:bidi/>');
});
