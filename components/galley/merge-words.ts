import { diffArrays } from 'diff';
import { wordsOf } from '#lib/exports/word-parts.ts';

/** Words of the base, from one index up to another that is no longer in it, and what stands there instead. */
type Edit = { readonly from: number; readonly to: number; readonly words: readonly string[] };

/**
 * Both changes of a text in one: what each has changed of `base`, where neither has changed what the other has; null where they
 * have, and somebody has to choose.
 */
export function mergeWords(base: string, mine: string, theirs: string): string | null {
  const words = wordsOf(base);
  const own = editsOf(words, wordsOf(mine));
  const all = own && editsOf(words, wordsOf(theirs));
  if (!own || !all) return null;
  const others = all.filter((edit) => !own.some((other) => isAlike(edit, other)));
  if (others.some((edit) => own.some((other) => meets(edit, other)))) return null;
  const edits = [...own, ...others].sort((a, b) => a.from - b.from);
  const merged: string[] = [];
  let at = 0;
  for (const edit of edits) {
    merged.push(...words.slice(at, edit.from), ...edit.words);
    at = edit.to;
  }
  return [...merged, ...words.slice(at)].join('');
}

const isAlike = (a: Edit, b: Edit): boolean =>
  a.from === b.from && a.to === b.to && a.words.join('') === b.words.join('');

/** They change the same words, or put in at the same place: which goes first nobody can tell. */
const meets = (a: Edit, b: Edit): boolean => a.from <= b.to && b.from <= a.to;

/** Beyond so many changed words a text is another, and finding what little they share takes the square of it. */
const MOST_EDITS = 600;

/** What turns one text into the other; null where they are two. */
function editsOf(base: readonly string[], other: readonly string[]): Edit[] | null {
  const changes = diffArrays([...base], [...other], { maxEditLength: MOST_EDITS });
  if (!changes) return null;
  const edits: Edit[] = [];
  let at = 0;
  let open: { from: number; to: number; words: string[] } | null = null;
  for (const { value, added, removed } of changes) {
    if (!added && !removed) {
      if (open) edits.push(open);
      open = null;
      at += value.length;
      continue;
    }
    open ??= { from: at, to: at, words: [] };
    if (added) open.words.push(...value);
    else {
      at += value.length;
      open.to = at;
    }
  }
  return open ? [...edits, open] : edits;
}
