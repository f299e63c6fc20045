/**
 * node tests/outside/pages.ts FOLDER: how much of a page's readable part the extract of each library holds, and how much the view that is made of it
 * holds, on the pages that the makers of two such libraries test theirs with. FOLDER has their repositories checked out as `readability` and `defuddle`;
 * the pages are other people's and are not kept here.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { DefuddleClass } from 'defuddle/node';
import { parsePage } from '#lib/ingest/read/dom.ts';
import { type Extractor, readHtml } from '#lib/ingest/read/html.ts';
import { pageText } from '#lib/ingest/read/html-text.ts';

const ADDRESS = 'https://example.org/a/page';
const EXTRACTORS: readonly { readonly name: string; readonly extract: Extractor }[] = [
  {
    name: 'readability',
    extract: (document) =>
      new Readability<Node>(document, { serializer: (node) => node, disableJSONLD: true }).parse()?.content ?? null,
  },
  {
    name: 'defuddle',
    extract: (document) =>
      parsePage(new DefuddleClass(document, { useAsync: false, url: ADDRESS }).parse().content).body,
  },
];

type Page = { readonly name: string; readonly html: string; readonly expected: string };

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Of the words of two texts, counted as often as they stand there, how many are in both: precision, recall and their mean. */
function score(found: string, expected: string): { precision: number; recall: number; f: number } {
  const left = new Map<string, number>();
  const wanted = wordsOf(expected);
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  const words = wordsOf(found);
  let both = 0;
  for (const word of words) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    both += 1;
  }
  const precision = words.length === 0 ? Number(wanted.length === 0) : both / words.length;
  const recall = wanted.length === 0 ? 1 : both / wanted.length;
  return { precision, recall, f: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function readabilityPages(folder: string): Page[] {
  const root = join(folder, 'readability/test/test-pages');
  return readdirSync(root).map((name) => ({
    name,
    html: readFileSync(join(root, name, 'source.html'), 'utf8'),
    expected: pageText(parsePage(readFileSync(join(root, name, 'expected.html'), 'utf8')).documentElement, null).text,
  }));
}

function defuddlePages(folder: string): Page[] {
  const root = join(folder, 'defuddle/tests');
  return readdirSync(join(root, 'fixtures'))
    .filter((name) => name.endsWith('.html') && existsSync(join(root, 'expected', name.replace(/html$/, 'md'))))
    .map((name) => ({
      name,
      html: readFileSync(join(root, 'fixtures', name), 'utf8'),
      expected: readFileSync(join(root, 'expected', name.replace(/html$/, 'md')), 'utf8')
        .replace(/^```json.*?```/s, '')
        .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
        .replace(/\]\([^)]*\)/g, ']'),
    }));
}

const [folder = '', only = ''] = process.argv.slice(2);
const mean = (values: readonly number[]): string =>
  (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3);
for (const [corpus, pages] of [
  ['readability', readabilityPages(folder)],
  ['defuddle', defuddlePages(folder)],
] as const)
  for (const extractor of EXTRACTORS) {
    const bare: ReturnType<typeof score>[] = [];
    const view: ReturnType<typeof score>[] = [];
    const lost: string[] = [];
    let ms = 0;
    for (const page of pages) {
      const began = performance.now();
      let extract = '';
      const read = readHtml(page.html, ADDRESS, (document) => {
        const part = extractor.extract(document);
        extract = part === null ? '' : pageText(part, null).text;
        return part;
      });
      ms += performance.now() - began;
      const shown = read.view.map(({ start, end }) => read.text.slice(start, end)).join('\n\n');
      const own = score(extract, page.expected);
      const seen = score(shown, page.expected);
      bare.push(own);
      view.push(seen);
      if (seen.f < own.f - 0.05 || only === 'all')
        lost.push(
          `${page.name} ${own.f.toFixed(2)} → ${seen.f.toFixed(2)} (p ${seen.precision.toFixed(2)} r ${seen.recall.toFixed(2)})`,
        );
    }
    for (const [what, scores] of [
      ['extract', bare],
      ['view', view],
    ] as const)
      console.log(
        `${corpus} ${pages.length}\t${extractor.name}\t${what}\tprecision ${mean(scores.map(({ precision }) => precision))}\trecall ${mean(scores.map(({ recall }) => recall))}\tF ${mean(scores.map(({ f }) => f))}\t≥ .9: ${scores.filter(({ f }) => f >= 0.9).length}\t${Math.round(ms / pages.length)} ms a page`,
      );
    if (only !== '') console.log(lost.join('\n'));
  }
