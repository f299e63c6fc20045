import type { ArticleText } from '#lib/articles/types.ts';
import { type CanonicalText, canonicalText } from '#lib/platform/canonical.ts';
import { refuse } from '#lib/platform/result.ts';

/** 2 million UTF-16 code units: several books. Beyond that a text is not an article. */
export const MAX_ARTICLE_LENGTH = 2_000_000;

/** Text that can be an article; otherwise a refusal that names the field. */
export function articleText(text: CanonicalText): ArticleText {
  if (text.length > MAX_ARTICLE_LENGTH) {
    refuseText(
      'too-large',
      `This text has ${text.length.toLocaleString('en')} characters; an article has at most ${MAX_ARTICLE_LENGTH.toLocaleString('en')}.`,
    );
  }
  if (!/[\p{L}\p{N}]/u.test(text))
    refuseText('invalid', 'There is no text here yet. Paste the article, or drop a file.');
  return text as ArticleText;
}

/** The same out of what was typed or pasted. */
export function typedText(raw: string): ArticleText {
  if (raw.includes('\0')) refuseText('invalid', 'This is not text: it holds binary content.');
  return articleText(canonicalText(raw));
}

const refuseText = (reason: 'invalid' | 'too-large', message: string): never =>
  refuse(reason, message, { fields: { text: message } });
