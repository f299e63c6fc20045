import { fold } from '#lib/anchor/fold.ts';
import { surroundings } from '#lib/anchor/sentences.ts';
import type { SentenceDTO } from '#lib/articles/types.ts';
import { sha256 } from '#lib/platform/canonical.ts';

/** UTF-16 code units kept on either side. */
const CONTEXT = 32;

/** What is kept of where a stretch of a text stands: its words, and those around them. */
export const wordsAt = (text: string, revisionId: string, { start, end }: { start: number; end: number }) => ({
  revisionId,
  start,
  end,
  exact: text.slice(start, end),
  prefix: text.slice(Math.max(0, start - CONTEXT), start).toWellFormed(),
  suffix: text.slice(end, end + CONTEXT).toWellFormed(),
});

/** What is kept of where a claim stands in a revision: its words, those around them, and the sentence. */
export function anchorOf(
  read: { readonly text: string; readonly sentences: readonly SentenceDTO[] },
  revisionId: string,
  span: { start: number; end: number },
) {
  const around = surroundings(read.sentences, span);
  const sentence = read.text.slice(around.start, around.end);
  return {
    ...wordsAt(read.text, revisionId, span),
    ...sentenceFields(sentence),
    state: 'unchanged' as const,
  };
}

/** What is kept of the sentence around a claim. */
export const sentenceFields = (sentence: string) => ({ sentence, sentenceDigest: sha256(fold(sentence)) });

/** Words that stand nowhere in a revision: what they last stood on is kept, for whoever re-attaches them. */
export const lostAnchor = (revisionId: string, exact: string, sentence: string) => ({
  revisionId,
  start: null,
  end: null,
  exact,
  prefix: '',
  suffix: '',
  sentence,
  sentenceDigest: '',
  state: 'lost' as const,
});
