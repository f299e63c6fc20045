/**
 * How fast the engine reads: each stage and the whole, beside wink-nlp's and compromise's own full analysis of the same text in the same run.
 * Processor time, not wall time, so that a busy machine changes little; ratios mean more than numbers.
 */
import { readFileSync } from 'node:fs';
import compromise from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { attribute } from '#lib/engine/attribution/attribution.ts';
import { findQuotations } from '#lib/engine/attribution/quotes.ts';
import { extractClaims } from '#lib/engine/index.ts';
import { scoreSentence } from '#lib/engine/judgement/checkworthiness.ts';
import { findNames } from '#lib/engine/names/names.ts';
import { findQuantities } from '#lib/engine/quantities/quantities.ts';
import { splitSentences } from '#lib/engine/sentence/split.ts';
import { tokenizeAll } from '#lib/engine/sentence/tokens.ts';
import { readText } from '#lib/engine/text/text.ts';
import { timesBySentence } from '#lib/engine/times/times.ts';
import { findZones } from '#lib/engine/zones/zones.ts';

const DAY = { publishedOn: '2026-11-20' };

const SAMPLES = ['tram-budget', 'night-shift-study', 'china-north-korea-trade'];

/** About `size` characters of the sample articles, one after another. */
function textOf(size: number): string {
  const articles = SAMPLES.map((name) =>
    readFileSync(new URL(`../../lib/cli/samples/${name}.txt`, import.meta.url), 'utf8'),
  );
  const once = `${articles.join('\n\n')}\n\n`;
  return once.repeat(Math.max(1, Math.round(size / once.length)));
}

/** Milliseconds of processor time for one call: the best of `rounds`, after one to warm up. */
function cost(rounds: number, work: () => unknown): number {
  work();
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < rounds; i += 1) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

const line = (name: string, ms: number, characters: number, sentences: number): string =>
  `${name.padEnd(46)}${ms.toFixed(1).padStart(10)} ms${(characters / 1000 / ms).toFixed(2).padStart(8)} MB/s${Math.round(
    (sentences * 1000) / ms,
  )
    .toString()
    .padStart(9)} sentences/s`;

function stages(text: string): [string, () => unknown][] {
  const view = readText(text);
  const blocks = findZones(view);
  const sentences = splitSentences(view, blocks);
  const names = findNames(view, sentences, blocks);
  const quotations = findQuotations(view, blocks);
  const tokens = tokenizeAll(view.folded, sentences);
  return [
    ['1 text', () => readText(text)],
    ['2 zones', () => findZones(view)],
    ['3 sentences', () => splitSentences(view, blocks)],
    ['4 tokens and tags', () => tokenizeAll(view.folded, sentences)],
    ['5 names', () => findNames(view, sentences, blocks)],
    ['6 quotations', () => findQuotations(view, blocks)],
    ['6 attribution', () => attribute(view, sentences, blocks, names, quotations)],
    ['7 quantities', () => sentences.map((span, i) => findQuantities(view.folded, span, { tokens: tokens[i] ?? [] }))],
    ['8 times', () => timesBySentence(view.folded, sentences, DAY)],
    ['11 check-worthiness', () => sentences.map(({ start, end }) => scoreSentence(text.slice(start, end)))],
  ];
}

/** Everything of what Stet reads that the library reads too. */
function rivals(): [string, (text: string) => unknown][] {
  const wink = winkNLP(model);
  return [
    [
      'wink-nlp, full: sentences, tags, entities',
      (text) => {
        const doc = wink.readDoc(text);
        return [doc.sentences().out(), doc.tokens().out(wink.its.pos), doc.entities().out(wink.its.detail)];
      },
    ],
    ['compromise, tags only', (text) => compromise(text)],
    [
      'compromise, full: and names, numbers, quotations, clauses',
      (text) => {
        const doc = compromise(text);
        return [
          doc.json({ offset: true }),
          doc.people().json(),
          doc.places().json(),
          doc.organizations().json(),
          doc.numbers().json(),
          doc.quotations().json(),
          doc.clauses().json(),
        ];
      },
    ],
  ];
}

/** Pieces that bring out what costs most: marks in rows, joints, speakers, figures, and nothing but letters. */
const HOSTILE = [
  '((((',
  '"',
  '-- ',
  'a.',
  'and ',
  'that ',
  'said that he said ',
  'said Ann Bell, ',
  'the man who saw ',
  'to go ',
  '“a,” said Ann. ',
  '5 per cent of ',
  'if ',
  'x',
  'a@',
  '• a\n',
];

/** How many times longer a hostile text of four times the size takes: 4 where the work is linear. */
function hostile(): void {
  console.log('\nhostile texts, 50 and 200 KB\n');
  for (const piece of HOSTILE) {
    const [small, large] = [50_000, 200_000].map((size) => {
      const text = piece.repeat(Math.ceil(size / piece.length));
      return cost(2, () => extractClaims(text, DAY));
    });
    const times = ((large ?? 0) / (small ?? 1)).toFixed(1);
    console.log(
      `${JSON.stringify(piece).padEnd(24)}${(small ?? 0).toFixed(0).padStart(8)} ms${(large ?? 0).toFixed(0).padStart(8)} ms   ${times} times for 4 times the text`,
    );
  }
}

/** Prints the table. Takes one to two minutes, most of it the 10 MB run. */
export async function run(): Promise<void> {
  const text = textOf(60_000);
  const sentences = extractClaims(text, DAY).sentences.length;
  for (let i = 0; i < 5; i += 1) extractClaims(text, DAY);
  console.log(`Engine, ${text.length} characters, ${sentences} sentences, Node ${process.version}, processor time\n`);
  for (const [name, work] of stages(text)) console.log(line(name, cost(5, work), text.length, sentences));
  const whole = cost(7, () => extractClaims(text, DAY));
  console.log(line('all stages, claims and statements', whole, text.length, sentences));
  console.log('');
  for (const [name, work] of rivals()) {
    const ms = cost(3, () => work(text));
    console.log(`${line(name, ms, text.length, sentences)}   Stet is ${(ms / whole).toFixed(1)} times as fast`);
  }
  const words = text.split(/\s+/).length;
  console.log(`\n1,000 words, warm: ${((whole * 1000) / words).toFixed(1)} ms\n`);
  for (const size of [10_000, 100_000, 1_000_000, 10_000_000]) {
    const long = textOf(size);
    const before = process.cpuUsage();
    const { sentences: read, claims } = extractClaims(long, DAY);
    const { user, system } = process.cpuUsage(before);
    const heap = Math.round(process.memoryUsage().heapUsed / 1e6);
    console.log(
      `${line(`${(long.length / 1e6).toFixed(2)} MB, ${claims.length} claims, heap ${heap} MB`, (user + system) / 1000, long.length, read.length)}`,
    );
  }
  hostile();
}
