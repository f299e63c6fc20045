import type { Place } from '#lib/standing/rules-coverage.ts';

/** Why a span cannot hold a claim, or null. A claim stands within one block: a headline, a paragraph, a list item. */
export function spanRefusal(
  span: Place,
  textLength: number,
  blocks: readonly Place[],
): 'outside' | 'two-blocks' | null {
  if (span.start < 0 || span.end > textLength || span.start >= span.end) return 'outside';
  return blocks.some((block) => block.start <= span.start && span.end <= block.end) ? null : 'two-blocks';
}
