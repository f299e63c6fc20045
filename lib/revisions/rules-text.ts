import type { ArticleText } from '#lib/articles/types.ts';
import { type CanonicalText, canonicalText } from '#lib/platform/canonical.ts';
import { refuse } from '#lib/platform/result.ts';

/** 2 million UTF-16 code units: several books. Beyond that a text is not an article. */
export const MAX_ARTICLE_LENGTH = 2_000_000;

/** Text that can be an article; otherwise a refusal that names the field. */
export function articleText(text: CanonicalText): ArticleText {
  if (text.length > MAX_ARTICLE_LENGTH) {
    refuse('too-large', 'text-too-long', { values: { count: text.length, most: MAX_ARTICLE_LENGTH }, field: 'text' });
  }
  if (!/[\p{L}\p{N}]/u.test(text)) refuse('invalid', 'no-text', { field: 'text' });
  return text as ArticleText;
}

/** The same out of what was typed or pasted. */
export function typedText(raw: string): ArticleText {
  if (raw.includes('\0')) refuse('invalid', 'binary', { field: 'text' });
  return articleText(canonicalText(raw));
}
