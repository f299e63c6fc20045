/** What stands before a verb of saying: whether it was really said, and in the active voice. */
import type { Item } from './units.ts';
import { AUXILIARIES, isAdverb, WEEKDAY } from './words.ts';

export type Auxiliary = { from: number; blocked: boolean; passive: boolean };

/** Looks back over auxiliaries and adverbs: whether somebody really said it, and in the active voice. */
export function auxiliaries(items: readonly Item[], at: number, speaks: boolean): Auxiliary {
  let from = at;
  let blocked = false;
  let passive = false;
  let seems = false;
  let nearest = '';
  while (from > 0) {
    const item = items[from - 1];
    if (item === undefined || item.kind !== 'word') break;
    if (AUXILIARIES.has(item.lower)) {
      if (/^(?:is|are|was|were|be|been|being|am|'s)$/.test(item.lower) && nearest === '') passive = true;
      if (
        /^(?:will|would|can|could|may|might|must|shall|should|won't|wouldn't|can't|couldn't|cannot|didn't|don't|doesn't|wasn't|weren't|isn't|aren't|hasn't|haven't|hadn't)$/.test(
          item.lower,
        )
      )
        blocked = true;
      nearest = item.lower;
    } else if (item.lower === 'not' || item.lower === 'never') blocked = true;
    else if (item.lower === 'to' || item.lower === 'without') {
      const before = items[from - 2]?.lower ?? '';
      if (
        !/^(?:on|continued|continues|continue|went|goes|quick|began|appeared|seemed|sought|moved|tried|reported|said|alleged|likes|liked|loves|loved|used)$/.test(
          before,
        ) ||
        item.lower === 'without'
      )
        blocked = true;
      else {
        seems ||= /^(?:appeared|seemed)$/.test(before);
        from -= before === 'on' ? 3 : 2;
        nearest = before;
        continue;
      }
    } else if (speaks && item.lower === 'on' && WEEKDAY.test(nearest)) {
      from--;
      continue;
    } else if (
      speaks &&
      /^(?:week|month|year|night)$/.test(item.lower) &&
      /^(?:last|this)$/.test(items[from - 2]?.lower ?? '')
    ) {
      from -= 2;
      continue;
    } else if (speaks && item.lower === 'past' && items[from - 2]?.lower === 'the' && items[from - 3]?.lower === 'in') {
      from -= 3;
      continue;
    } else if (speaks && items[from - 2]?.lower === 'in' && /^(?:19|20)\d\d$/.test(item.lower)) {
      // "the unit in 2003 said"
      from -= 2;
      continue;
    } else if (!isAdverb(item)) break;
    if (WEEKDAY.test(item.lower)) nearest = item.lower;
    from--;
  }
  return { from, blocked: blocked || (seems && !quoteAhead(items, at)), passive };
}

function quoteAhead(items: readonly Item[], at: number): boolean {
  return items.slice(at, at + 12).some((item) => item.kind === 'quote');
}
