import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attribute } from '#lib/engine/attribution/attribution.ts';
import { findQuotations } from '#lib/engine/attribution/quotes.ts';
import { findNames } from '#lib/engine/names/names.ts';
import { splitSentences } from '#lib/engine/sentence/split.ts';
import { readText } from '#lib/engine/text/text.ts';
import type { Attribution, Span } from '#lib/engine/types.ts';
import { findZones } from '#lib/engine/zones/zones.ts';
import type { Row } from './types.ts';

/** One attribution of the gold: stretches of its source and of its content. */
export type GoldAttribution = { readonly sources: readonly Span[]; readonly contents: readonly Span[] };
/** One quotation of the gold and the sources that are right for it. */
export type GoldQuote = Span & { readonly sources: readonly Span[] };
export type Article = { readonly name: string; readonly text: string; readonly gold: readonly GoldAttribution[] };

/**
 * Speakers of quotations on PolNeAR's news articles under `sharedDir`. A quotation is a stretch in double quotation marks
 * of at least two words inside a gold content; its speaker is the source of the shortest gold content that holds it. The
 * engine is right where the words it names the claimant by overlap that source, or where its claimant's name shares a
 * capitalised word with it; a source that is a relative pronoun stands for the name right before it. No answer is a wrong answer. The rules were developed on every other article (by name).
 */
export async function run(sharedDir: string | null): Promise<Row[]> {
  if (sharedDir === null) return [];
  const articles = readArticles(join(sharedDir, 'data/attribution'));
  const rows = articles.map((article, i) => ({ held: i % 2 === 1, ...scoreQuotes(article) }));
  const share = (list: readonly { right: number; all: number }[]): number =>
    list.reduce((n, row) => n + row.right, 0) /
    Math.max(
      1,
      list.reduce((n, row) => n + row.all, 0),
    );
  const reported = articles.map(scoreReported);
  return [
    {
      measure: 'quote to speaker, PolNeAR',
      value: share(rows),
      target: '≥ .85',
      note: `${rows.reduce((n, row) => n + row.all, 0)} quotations`,
    },
    {
      measure: 'quote to speaker, PolNeAR, articles not developed on',
      value: share(rows.filter((row) => row.held)),
      target: '≥ .85',
    },
    {
      measure: 'reported speech without quotation marks: source found, PolNeAR',
      value: share(reported),
      target: 'shown',
    },
  ];
}

export function readArticles(folder: string): Article[] {
  return readdirSync(join(folder, 'attributions'))
    .filter((name) => name.endsWith('.ann'))
    .sort()
    .map((file) => {
      const name = file.replace(/\.ann$/, '');
      const text = readFileSync(join(folder, 'text', `${name}.txt`), 'utf8');
      return { name, text, gold: readGold(readFileSync(join(folder, 'attributions', file), 'utf8')) };
    });
}

/** Stand-off lines: `T1<tab>Source 10 20;30 40<tab>words`, `E1<tab>Attribution:T4 Cue:T3 Source:T2 Content:T1`. */
function readGold(annotation: string): GoldAttribution[] {
  const spans = new Map<string, Span[]>();
  const gold: GoldAttribution[] = [];
  for (const line of annotation.split('\n')) {
    const [id = '', body = ''] = line.split('\t');
    if (id.startsWith('T')) spans.set(id, readSpans(body));
    if (!id.startsWith('E')) continue;
    const arguments_ = body.split(' ').map((argument) => argument.split(':'));
    const of = (role: string): Span[] =>
      arguments_
        .filter(([key = '']) => key.replace(/\d+$/, '') === role)
        .flatMap(([, target = '']) => spans.get(target) ?? []);
    gold.push({ sources: of('Source'), contents: of('Content') });
  }
  return gold;
}

function readSpans(body: string): Span[] {
  const [, ...numbers] = body.split(/[ ;]/);
  return numbers.flatMap((start, i) => (i % 2 === 0 ? [{ start: Number(start), end: Number(numbers[i + 1]) }] : []));
}

export function attributionsOf(text: string): Attribution[] {
  const view = readText(text);
  const blocks = findZones(view);
  const sentences = splitSentences(view, blocks);
  return attribute(view, sentences, blocks, findNames(view, sentences, blocks), findQuotations(view, blocks));
}

/** How far before "who" its name may stand, in characters. */
const ANTECEDENT = 30;

const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** Quotations found by the marks alone, apart from the engine's own pairing. */
export function goldQuotes({ text, gold }: Article): GoldQuote[] {
  const quotes: GoldQuote[] = [];
  for (const match of text.matchAll(/(?:“|"|'')((?:(?!“|”|"|''|\n)[\s\S])+)(?:”|"|'')/g)) {
    const width = match[0].startsWith("''") ? 2 : 1;
    const span = { start: match.index + width, end: match.index + match[0].length - width };
    if ((match[1] ?? '').trim().split(/\s+/).length < 2) continue;
    const holding = gold
      .filter(
        (one) =>
          one.sources.length > 0 &&
          one.contents.some((content) => overlap(content, span) >= 0.9 * (span.end - span.start)),
      )
      .sort((a, b) => length(a.contents) - length(b.contents));
    const [first] = holding;
    if (first === undefined) continue;
    quotes.push({
      ...span,
      sources: holding.filter((one) => length(one.contents) === length(first.contents)).flatMap((one) => one.sources),
    });
  }
  return quotes;
}

function length(spans: readonly Span[]): number {
  return spans.reduce((n, span) => n + span.end - span.start, 0);
}

/** The engine's answer for a stretch: the shortest content that holds most of it. */
export function answerFor(attributions: readonly Attribution[], span: Span): Attribution | null {
  const holding = attributions.filter((one) => overlap(one.content, span) >= 0.5 * (span.end - span.start));
  return holding.sort((a, b) => length([a.content]) - length([b.content]) || b.confidence - a.confidence)[0] ?? null;
}

export function rightSource(text: string, answer: Attribution | null, sources: readonly Span[]): boolean {
  if (answer === null) return false;
  const { start, end, name } = answer.claimant;
  const reached = sources.map((source) =>
    /^(?:who|which|that)$/i.test(text.slice(source.start, source.end))
      ? { start: source.start - ANTECEDENT, end: source.end }
      : source,
  );
  if (start !== null && end !== null && reached.some((source) => overlap(source, { start, end }) > 0)) return true;
  const words = (phrase: string): string[] =>
    phrase.match(/\p{Lu}[\p{L}\p{M}'’-]{2,}/gu)?.map((word) => word.replace(/['’]s$/, '')) ?? [];
  return sources.some((source) =>
    words(text.slice(source.start, source.end)).some((word) => words(name).includes(word)),
  );
}

function scoreQuotes(article: Article): { right: number; all: number } {
  const attributions = attributionsOf(article.text);
  const quotes = goldQuotes(article);
  return {
    right: quotes.filter((quote) => rightSource(article.text, answerFor(attributions, quote), quote.sources)).length,
    all: quotes.length,
  };
}

function scoreReported(article: Article): { right: number; all: number } {
  const attributions = attributionsOf(article.text);
  const reported = article.gold.filter(
    (one) =>
      one.sources.length > 0 &&
      one.contents.length > 0 &&
      !one.contents.some((content) => /["“”]|''/.test(article.text.slice(content.start, content.end))),
  );
  const right = reported.filter((one) =>
    one.contents.some((content) => rightSource(article.text, answerFor(attributions, content), one.sources)),
  );
  return { right: right.length, all: reported.length };
}
