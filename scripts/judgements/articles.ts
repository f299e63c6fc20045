/** The annotated articles that weights are learned from, as the engine reads them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSentences, readWhole } from '#lib/engine/read.ts';
import type { ReadSentence } from '#lib/engine/sentence/sentence.ts';
import type { Span } from '#lib/engine/types.ts';
import type { Gold, GoldDocument } from '#tests/eval/gold/types.ts';

/** The articles under a licence that lets weights be learned from them (Wikinews, CC BY 2.5), those that are kept for measuring left out. */
const LEARNED = ['dev-b2', 'dev-b3', 'dev-c1', 'dev-c2', 'dev-c3', 'dev-c4', 'dev-d1', 'dev-d2', 'dev-d4', 'dev-d5'];

export type Article = {
  readonly id: string;
  readonly text: string;
  readonly gold: GoldDocument;
  readonly sentences: readonly ReadSentence[];
};

function readArticles(file: string, keep: (id: string) => boolean): Article[] {
  const { documents } = JSON.parse(readFileSync(file, 'utf8')) as Gold;
  return documents
    .filter(({ id }) => keep(id))
    .map((gold) => {
      const text = readFileSync(join(file, '..', gold.file), 'utf8');
      const { article } = readWhole(text);
      const pages = article === null ? [] : [...readSentences(article, { publishedOn: gold.published })];
      const sentences = pages.flat().flatMap(({ sentence }) => (sentence === null ? [] : [sentence]));
      return { id: gold.id, text, gold, sentences };
    });
}

/** Wikinews articles out of `folder`, and the development half of the project's own gold. */
export const learnedArticles = (folder: string): Article[] => [
  ...readArticles(join(folder, 'real/gold.json'), (id) => LEARNED.includes(id)),
  ...readArticles(fileURLToPath(new URL('../../tests/eval/gold/dev.json', import.meta.url)), () => true),
];

/** Intersection over union of two spans, 0 to 1. */
export function iou(a: Span, b: Span): number {
  const both = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return both / (a.end - a.start + b.end - b.start - both);
}
