/** What stands behind the noun of a phrase: its complements, and the name of whoever holds the office. */
import { ARTICLES, DESCRIBED, isNominal } from './nominal.ts';
import { isTitle } from './titled.ts';
import type { Item } from './units.ts';
import { isMark, speakingNoun } from './words.ts';

/** "its director of operations, | Colin Reid": the person whose office was told before the comma; null where none follows. */
export function namedBehind(items: readonly Item[], head: number, end: number): number | null {
  const titled = behindTitle(items, end + 1);
  const at = titled < 0 ? end + 1 : titled;
  const [mark, name] = [items[end], items[at]];
  const isOffice = speakingNoun(items[head]?.lower ?? '') === 'person';
  const isNamed = isMark(mark, ',') && name?.kind === 'name' && name.entity?.type === 'person' && !name.possessive;
  return isOffice && isNamed ? at : null;
}

/** "Dr NAME", "former state trooper NAME": the index of the name behind a title or what tells of him, -1 where none comes at once. */
export function behindTitle(items: readonly Item[], from: number): number {
  let at = from;
  while (at < from + 4 && items[at]?.kind === 'word' && isNominal(items[at]) && !ARTICLES.has(items[at]?.lower ?? ''))
    at++;
  const { kind, entity, possessive } = items[at] ?? {};
  const isTold = items.slice(from, at).some(isTitle);
  return isTold && kind === 'name' && entity?.type === 'person' && !possessive ? at : -1;
}

/** "the director of the agency": the phrases that hang on a noun. */
export function withComplement(items: readonly Item[], to: number, most = 3): number {
  let end = to;
  for (let step = 0; step < most; step++) {
    if (DESCRIBED.has(items[end]?.lower ?? '')) end++;
    const link = items[end];
    if (link?.kind !== 'word' || !/^(?:of|for|at|from|with|to|on|in|by)$/.test(link.lower)) break;
    let next = end + 1;
    while (next < items.length && (isNominal(items[next]) || ARTICLES.has(items[next]?.lower ?? '')) && next - end < 8)
      next++;
    if (next === end + 1 || /[a-z]{3}ing$/.test(items[end + 1]?.lower ?? '')) break;
    end = next;
  }
  return end;
}
