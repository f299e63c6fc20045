/**
 * How fast quotations are checked: 10,000 of them against texts of 100 kB, a hundred to a text, beside one plain search for each. Processor time.
 */
import { readFileSync } from 'node:fs';
import { checkQuote, quotable } from '#lib/anchor/quote-check.ts';

const ARTICLES = ['tram-budget', 'night-shift-study', 'china-north-korea-trade'];
const SIZE = 100_000;
const TEXTS = 100;
const QUOTES = 100;

function textOf(seed: number): string {
  const parts = ARTICLES.map((name) =>
    readFileSync(new URL(`../../lib/cli/samples/${name}.txt`, import.meta.url), 'utf8'),
  );
  let text = '';
  for (let n = 0; text.length < SIZE; n++)
    text += `${(parts[n % parts.length] ?? '').replace(/\d+/g, (number) => String(Number(number) + n + seed * 31)).replace(/(.{60,80}) /g, '$1\n')}\n\n`;
  return text.slice(0, SIZE);
}

/** How a quotation differs from what it was cut out of. */
const KINDS: Readonly<Record<string, (words: string[]) => string>> = {
  'as it stands': (words) => words.join(' '),
  'words left out': (words) => [...words.slice(0, 8), '…', ...words.slice(12)].join(' '),
  'one word changed': (words) => words.map((word, i) => (i === 9 ? 'lantern' : word)).join(' '),
  'another text’s': (words) => words.reverse().join(' '),
};

function cpu(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export async function run(): Promise<void> {
  const texts = Array.from({ length: TEXTS }, (_, i) => textOf(i));
  const ready = texts.map((text) => quotable(text));
  const reading = cpu(() => {
    for (const text of texts) quotable(text);
  });
  console.log(`${TEXTS} texts of ${SIZE / 1000} kB made ready: ${reading.toFixed(0)} ms`);
  for (const [name, change] of Object.entries(KINDS)) {
    const quotes = texts.flatMap((text, t) => {
      const words = text.split(/\s+/);
      return Array.from({ length: QUOTES }, (_, i) => ({ t, quote: change(words.slice(i * 90 + 7, i * 90 + 32)) }));
    });
    const found = new Map<string, number>();
    const ms = cpu(() => {
      for (const { t, quote } of quotes) {
        const text = ready[t];
        if (!text) continue;
        const { kind } = checkQuote(quote, text);
        found.set(kind, (found.get(kind) ?? 0) + 1);
      }
    });
    const plain = cpu(() => {
      for (const { t, quote } of quotes) texts[t]?.indexOf(quote);
    });
    const kinds = [...found].map(([kind, count]) => `${count} ${kind}`).join(', ');
    console.log(`${quotes.length} ${name}: ${ms.toFixed(0)} ms (plain search ${plain.toFixed(0)} ms): ${kinds}`);
  }
}
