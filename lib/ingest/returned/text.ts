import { canonicalText } from '#lib/platform/canonical.ts';
import { isThere, type Ours } from './changes.ts';
import type { ReadParagraph, SentCopy } from './types.ts';

/**
 * The article's text out of a copy's paragraphs: what others than the desk have changed is taken as done, what the desk suggested and
 * is still only suggested as if it were not there. A paragraph whose words are those that went out is, to the letter, the one that went out,
 * and what stood between two neighbours stands between them still.
 */
export function rebuild(sent: SentCopy, paragraphs: readonly ReadParagraph[], ours: Ours): string {
  const words = resolved(paragraphs, ours);
  const places = placesOf(sent, words);
  let text = '';
  let before: number | null = null;
  for (const [i, paragraph] of words.entries()) {
    const at = places[i] ?? null;
    const block = at === null ? undefined : sent.blocks[at];
    const isWhole = block !== undefined && block.words === paragraph;
    if (i > 0) text += between(sent, before, at);
    text += isWhole ? sent.text.slice(block.start, block.end) : canonicalText(paragraph).trim();
    before = at;
  }
  const [first, last] = [sent.blocks[0], sent.blocks.at(-1)];
  const isAll = words.length > 0 && places[0] === 0 && before === sent.blocks.length - 1;
  return isAll && first && last ? sent.text.slice(0, first.start) + text + sent.text.slice(last.end) : text;
}

/** The words of each paragraph as they stand, those without any left out. */
function resolved(paragraphs: readonly ReadParagraph[], ours: Ours): string[] {
  const found: string[] = [];
  let open = '';
  for (const { pieces, end } of paragraphs) {
    open += pieces
      .filter((_, i) => isThere(pieces, i, ours))
      .map(({ text }) => text)
      .join('');
    // An end that was taken out joins the next paragraph to this one.
    if (end?.kind === 'deleted') continue;
    found.push(open);
    open = '';
  }
  found.push(open);
  return found.filter((words) => words.trim() !== '');
}

/** What stands between two paragraphs: what stood there, where they were neighbours; else what parts such as they are. */
function between(sent: SentCopy, before: number | null, after: number | null): string {
  const [left, right] = [sent.blocks[before ?? -1], sent.blocks[after ?? -1]];
  if (left && right && after === (before ?? -1) + 1) return sent.text.slice(left.end, right.start);
  return left?.isItem && right?.isItem ? '\n' : '\n\n';
}

/** How many blocks after the last that was found are looked at for one that was reworded. */
const AHEAD = 6;
const LEAST_SHARED = 0.5;

/** Of each paragraph which block it is; null of a new one. */
function placesOf(sent: SentCopy, words: readonly string[]): (number | null)[] {
  const waiting = Map.groupBy(sent.blocks.keys(), (at) => sent.blocks[at]?.words ?? '');
  const places = words.map((paragraph) => waiting.get(paragraph)?.shift() ?? null);
  const taken = new Set(places);
  let last = -1;
  return places.map((place, i) => {
    const found = place ?? likeliest(sent, words[i] ?? '', last + 1, taken);
    if (found === null) return null;
    taken.add(found);
    last = found;
    return found;
  });
}

function likeliest(sent: SentCopy, paragraph: string, from: number, taken: ReadonlySet<number | null>): number | null {
  const said = new Set(wordsOf(paragraph));
  const scores = sent.blocks.slice(from, from + AHEAD).flatMap((block, i) => {
    if (taken.has(from + i)) return [];
    const known = wordsOf(block.words);
    const shared = known.filter((word) => said.has(word)).length;
    return [{ at: from + i, share: (2 * shared) / Math.max(1, known.length + said.size) }];
  });
  const best = scores.sort((a, b) => b.share - a.share)[0];
  return best && best.share >= LEAST_SHARED ? best.at : null;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
