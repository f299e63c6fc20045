import { readSentences, readWhole } from '#lib/engine/read.ts';
import type { ReadSentence } from '#lib/engine/sentence/sentence.ts';

/** The sentences of a text as the rules see them. Published on Thursday, 12 March 2026. */
export function sentencesOf(text: string): ReadSentence[] {
  const { article } = readWhole(text);
  if (article === null) throw new Error(`Not taken for English: ${text}`);
  return [...readSentences(article, { publishedOn: '2026-03-12' })]
    .flat()
    .flatMap(({ sentence }) => (sentence === null ? [] : [sentence]));
}
