/** How fast documents are read: text a second by kind, beside the bare library on the same bytes in the same run. Processor time. */
import { readFileSync } from 'node:fs';
import { Readability } from '@mozilla/readability';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { parsePage } from '#lib/ingest/read/dom.ts';
import { readDocument } from '#lib/ingest/read/read.ts';
import { docx, line, p, page, pdf, r, xlsx } from '#tests/unit/ingest/read/made.ts';

const words = readFileSync(new URL('../../lib/cli/samples/tram-budget.txt', import.meta.url), 'utf8').replace(
  /\s+/g,
  ' ',
);
const paragraphs = Array.from({ length: 400 }, (_, i) =>
  `${i}. ${words.slice((i * 37) % 500, ((i * 37) % 500) + 600)}`.replace(/[&<>()\\]/g, ' '),
);
const linesOf = (paragraph: string): string[] => paragraph.replace(/[^ -~]/g, '-').match(/.{1,80}(?: |$)/g) ?? [];
const pages = Array.from({ length: 60 }, (_, n) =>
  paragraphs
    .slice(6 * n, 6 * n + 6)
    .flatMap(linesOf)
    .map((text, i) => line(text.trim(), 40, 580 - 11 * i, 9))
    .join('\n'),
);

type Case = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly bare: (bytes: Uint8Array) => Promise<string>;
};
const html = page(
  `<nav>${'<a href="/">News</a> '.repeat(40)}</nav><article><h1>Trams</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article>`,
);
const CASES: readonly Case[] = [
  {
    name: 'html (linkedom and Readability)',
    bytes: html,
    bare: async (bytes) => new Readability(parsePage(new TextDecoder().decode(bytes))).parse()?.textContent ?? '',
  },
  {
    name: 'pdf (unpdf)',
    bytes: pdf(pages),
    bare: async (bytes) =>
      (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text,
  },
  {
    name: 'docx (mammoth)',
    bytes: docx(paragraphs.map((text) => p(r(text))).join('')),
    bare: async (bytes) => (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value,
  },
  {
    name: 'xlsx (none beside it)',
    bytes: xlsx(
      Array.from(
        { length: 5000 },
        (_, i) =>
          `<row r="${i + 1}">${['A', 'B', 'C', 'D'].map((column) => `<c r="${column}${i + 1}"><v>${i * 1.5}</v></c>`).join('')}</row>`,
      ).join(''),
    ),
    bare: async () => '',
  },
];

/** Milliseconds of processor time for one call, the best of three after one to warm up, and the characters it gave. */
async function cost(work: () => Promise<string>): Promise<{ ms: number; characters: number }> {
  const characters = (await work()).length;
  let ms = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    ms = Math.min(ms, (user + system) / 1000);
  }
  return { ms, characters };
}

export async function run(): Promise<void> {
  for (const { name, bytes, bare } of CASES) {
    const ours = await cost(async () => {
      const read = await readDocument({ bytes, mediaType: null });
      return read.ok ? read.value.text : '';
    });
    const theirs = await cost(() => bare(bytes));
    const rate = ({ ms, characters }: typeof ours) =>
      `${ms.toFixed(0).padStart(6)} ms ${(characters / 1000 / ms).toFixed(2).padStart(6)} MB/s`;
    const beside =
      theirs.characters === 0 ? '' : `   bare ${rate(theirs)}   ${(ours.ms / theirs.ms).toFixed(2)} times as long`;
    console.log(`${name.padEnd(34)}${rate(ours)}${beside}`);
  }
}
