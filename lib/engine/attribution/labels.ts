/** Who stands before a colon and a quotation, as its label. */
import { type Phrase, phraseBefore } from './phrase.ts';
import type { Item, Unit } from './units.ts';
import { hasVerb } from './verbs.ts';
import { isMark, isPerson, speakingNoun } from './words.ts';

/** "Two mills to close - *Ida Moss*: “…”", "From *the report*: “…”": who stands right before the colon, as a label of the quotation. */
export function labelOf({ items }: Unit, at: number): Phrase | null {
  const [before, name, colon] = [items[at - 3], items[at - 2], items[at - 1]];
  if (name === undefined || !isMark(colon, ':')) return null;
  if (isMark(before, '—') && name.kind === 'name' && name.entity?.type !== 'place' && !name.possessive)
    return { from: at - 2, to: at - 1, head: at - 2 };
  const phrase = speakingNoun(name.lower) === 'document' ? phraseBefore(items, at - 1) : null;
  return phrase !== null && items[phrase.from - 1]?.lower === 'from' ? phrase : null;
}

/** "Shopkeeper: “…”", "Barlow staff: “…”": whom a line begins with, where nothing else stands before the colon. */
export function labelBefore(items: readonly Item[], colon: number): Phrase | null {
  const phrase = phraseBefore(items, colon);
  // "Rovers manager Sir Nils Falk: “…”": he, and not the club
  if (phrase !== null && isPerson(items[phrase.head]) && phrase.to === colon && !hasVerb(items, 0, colon))
    return phrase;
  const head = phrase === null ? undefined : items[phrase.head];
  const speaks = head?.kind === 'name' || speakingNoun(head?.lower ?? '') !== null;
  return phrase !== null && phrase.from === 0 && phrase.to === colon && speaks ? phrase : null;
}
