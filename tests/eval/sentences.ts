import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SentenceSpan, splitSentences } from '#lib/engine/sentence/split.ts';
import { readText } from '#lib/engine/text/text.ts';
import { findZones } from '#lib/engine/zones/zones.ts';
import type { Row } from './types.ts';

type GoldDocument = { file: string; sentences: { start: number; end: number }[] };
type GoldenRule = { name: string; text: string; sents: string[] };
type Wikinews = { doc: string; sents: string[]; par: boolean[] };

/** Sentence boundaries against three golds under `sharedDir`: the two articles, the golden rules, Wikinews. */
export async function run(sharedDir: string | null): Promise<Row[]> {
  if (sharedDir === null) return [];
  return [articles(sharedDir), goldenRules(sharedDir), wikinews(sharedDir)];
}

function split(text: string): { start: number; end: number }[] {
  const view = readText(text);
  return splitSentences(view, findZones(view)).map(({ start, end }: SentenceSpan) => ({ start, end }));
}

function spanF1(gold: readonly { start: number; end: number }[], found: readonly { start: number; end: number }[]) {
  const wanted = new Set(gold.map((span) => `${span.start}:${span.end}`));
  const hits = found.filter((span) => wanted.has(`${span.start}:${span.end}`)).length;
  return { hits, gold: gold.length, found: found.length };
}

function f1({ hits, gold, found }: { hits: number; gold: number; found: number }): number {
  return gold + found === 0 ? 0 : (2 * hits) / (gold + found);
}

function articles(sharedDir: string): Row {
  const { documents } = JSON.parse(readFileSync(join(sharedDir, 'articles/gold.json'), 'utf8')) as {
    documents: GoldDocument[];
  };
  const counts = documents.map((document) =>
    spanF1(document.sentences, split(readFileSync(join(sharedDir, 'articles', document.file), 'utf8'))),
  );
  return { measure: 'sentences F1, the two articles', value: f1(sum(counts)), target: '≥ .995' };
}

function sum(counts: readonly { hits: number; gold: number; found: number }[]) {
  return counts.reduce((a, b) => ({ hits: a.hits + b.hits, gold: a.gold + b.gold, found: a.found + b.found }), {
    hits: 0,
    gold: 0,
    found: 0,
  });
}

function goldenRules(sharedDir: string): Row {
  const rules = JSON.parse(readFileSync(join(sharedDir, 'data/sentences/golden-rules.json'), 'utf8')) as GoldenRule[];
  const wrong = rules.filter((rule) => {
    const found = split(rule.text).map(({ start, end }) => rule.text.slice(start, end).replace(/\s+/g, ' '));
    return JSON.stringify(found) !== JSON.stringify(rule.sents);
  });
  return {
    measure: 'golden rules of sentence splitting',
    value: rules.length - wrong.length,
    target: '≥ 52 of 57',
    note:
      wrong.length === 0
        ? undefined
        : `not met: ${wrong.map((rule) => rule.name.match(/#\d+/)?.[0] ?? rule.name).join(', ')}`,
  };
}

/** The documents as they would be pasted: sentences of a paragraph in one line, a blank line between paragraphs. */
function wikinews(sharedDir: string): Row {
  const documents = JSON.parse(readFileSync(join(sharedDir, 'data/sentences/gum-news-dev.json'), 'utf8')) as Wikinews[];
  const counts = documents.map((document) => {
    let text = '';
    const gold = document.sents.map((sentence, i) => {
      if (i > 0) text += document.par[i] ? '\n\n' : ' ';
      const start = text.length;
      text += sentence;
      return { start, end: text.length };
    });
    return spanF1(gold, split(text));
  });
  return { measure: 'sentences F1, Wikinews', value: f1(sum(counts)), target: '≥ .98' };
}
