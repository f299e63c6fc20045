import { fold } from '#lib/anchor/fold.ts';
import { surroundings } from '#lib/anchor/sentences.ts';
import type { SentenceDTO } from '#lib/articles/types.ts';
import { sha256 } from '#lib/platform/canonical.ts';

/** UTF-16 code units kept on either side. */
const CONTEXT = 32;

/** What is kept of where a claim stands in a revision: its words, those around them, and the sentence. */
export function anchorOf(
  read: { readonly text: string; readonly sentences: readonly SentenceDTO[] },
  revisionId: string,
  span: { start: number; end: number },
) {
  const around = surroundings(read.sentences, span);
  const sentence = read.text.slice(around.start, around.end);
  return {
    revisionId,
    start: span.start,
    end: span.end,
    exact: read.text.slice(span.start, span.end),
    prefix: read.text.slice(Math.max(0, span.start - CONTEXT), span.start).toWellFormed(),
    suffix: read.text.slice(span.end, span.end + CONTEXT).toWellFormed(),
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
