/** Which items may be part of a noun phrase. */
import { CUE_FORMS } from '../lexicon/cues.ts';
import type { Item } from './units.ts';
import { AUXILIARIES, NOUN_CUES, speakingNoun } from './words.ts';

export const ARTICLES = new Set(
  'a an the this that these those some many several few most two three four five six other another one his her its their our my your no any both all every each'.split(
    ' ',
  ),
);
export const PREPOSITIONS = new Set(
  'of for at from on in with to by about against within among under over near inside outside between behind'.split(' '),
);
const BREAKS = new Set(
  `that which who whom whose if when while because although though as but than where after before since until unless whether so yet or then
   how why what and`.split(/\s+/),
);
/** Adjectives that stand behind the people they describe: "people familiar with the talks". */
export const DESCRIBED = new Set([
  'familiar',
  'close',
  'briefed',
  'involved',
  'aware',
  'present',
  'based',
  'loyal',
  'opposed',
]);

export function isNominal(item: Item | undefined): boolean {
  if (item === undefined) return false;
  if (item.kind === 'name') return true;
  if (item.kind !== 'word' || AUXILIARIES.has(item.lower) || PREPOSITIONS.has(item.lower) || BREAKS.has(item.lower))
    return false;
  const cue = CUE_FORMS.get(item.lower);
  return cue === undefined || NOUN_CUES.has(item.lower) || (cue.form !== 'past' && speakingNoun(item.lower) !== null);
}
