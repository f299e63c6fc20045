/**
 * How fast claims are carried to an edited text, beside one plain pass over the same text. Processor time, the best of three.
 */
import { readFileSync } from 'node:fs';
import { reanchor, type Span, type SplitText } from '#lib/anchor/reanchor.ts';
import { extractClaims } from '#lib/engine/index.ts';

const ARTICLES = ['tram-budget', 'night-shift-study', 'china-north-korea-trade'];
const NAMES = ['Abara', 'Lindqvist', 'Okonkwo', 'Marchetti', 'Petrov', 'Delacroix', 'Ivarsson', 'Mbeki'];

/** One article many times over, with other names and numbers each time, so that its sentences are as many as they look. */
function textOf(size: number): string {
  const articles = ARTICLES.map((name) =>
    readFileSync(new URL(`../../lib/cli/samples/${name}.txt`, import.meta.url), 'utf8'),
  );
  const parts: string[] = [];
  for (let n = 0, length = 0; length < size; n++) {
    const part = (articles[n % articles.length] ?? '')
      .replace(/\d+/g, (number) => String(Number(number) + n))
      .replace(/[a-z]{6,}(?=[.,])/g, (word) => `${word} near ${NAMES[n % NAMES.length]} ${n}`);
    parts.push(part);
    length += part.length;
  }
  return parts.join('\n\n').slice(0, size);
}

type Sentences = readonly Span[];

/** Every `nth` sentence changed in its first figure or, without one, in its last word; `Infinity` changes none, 1 all. */
function edited({ text, sentences }: SplitText, nth: number): SplitText {
  let now = '';
  const places: Span[] = [];
  let from = 0;
  sentences.forEach((sentence, i) => {
    now += text.slice(from, sentence.start);
    const said = text.slice(sentence.start, sentence.end);
    const other =
      i % nth === nth - 1 ? (/\d/.test(said) ? said.replace(/\d/, '7') : said.replace(/\w+\W*$/, 'so.')) : said;
    places.push({ start: now.length, end: now.length + other.length });
    now += other;
    from = sentence.end;
  });
  return { text: now + text.slice(from), sentences: places };
}

function cost(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** The least that reading a text can cost: each of its characters looked at once. */
function pass(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  return sum;
}

/** As many of the claims, evenly spread. */
const spread = (claims: readonly Span[], most: number): Span[] => {
  const step = Math.max(1, claims.length / most);
  return Array.from({ length: Math.min(most, claims.length) }, (_, i) => claims[Math.floor(i * step)]).flatMap(
    (claim) => (claim ? [{ start: claim.start, end: claim.end }] : []),
  );
};

export async function run(): Promise<void> {
  console.log('Claims carried to an edited text; a pass looks at each character of both texts once');
  for (const [name, nth] of [
    ['nothing changed', Number.POSITIVE_INFINITY],
    ['1 sentence in 20 changed', 20],
    ['every sentence changed', 1],
  ] as const) {
    console.log(`\n${name}`);
    for (const size of [250_000, 500_000, 1_000_000, 2_000_000]) {
      const text = textOf(size);
      const { sentences, claims } = extractClaims(text, { publishedOn: '2026-11-20' });
      const before = { text, sentences: sentences as Sentences };
      const after = edited(before, nth);
      const spans = spread(claims, 3000);
      const heap = process.memoryUsage().heapUsed;
      reanchor(before, after, spans);
      const grown = Math.max(0, process.memoryUsage().heapUsed - heap);
      const ms = cost(() => reanchor(before, after, spans));
      const plain = cost(() => pass(text) + pass(after.text));
      console.log(
        `${(size / 1e6).toFixed(2).padStart(6)} MB ${String(spans.length).padStart(6)} claims ${ms.toFixed(0).padStart(6)} ms, ${(ms / plain).toFixed(0).padStart(4)} passes, ${(grown / 1e6).toFixed(0)} MB more on the heap`,
      );
    }
  }
}
