/** To whom something is told: "told reporters", "told the jury". */
import { ARTICLES, isNominal } from './nominal.ts';
import type { Item } from './units.ts';
import { AUXILIARIES, PRONOUNS, speakingNoun } from './words.ts';

const LISTENERS = new Set(
  `conference programme program court jury inquest tribunal hearing inquiry meeting rally crowd audience channel agency newspaper commons lords
   congress parliament committee staff parents employees colleagues shareholders investors analysts students pupils patients tenants mps peers senate house show podcast paper website reporters journalists police officers`.split(
    /\s+/,
  ),
);

/** "told the jury", "told reporters", "told him", "told BBC News": behind the one who is told. */
export function pastListener(items: readonly Item[], from: number): number {
  const first = items[from];
  if (first === undefined || first.kind === 'quote' || first.kind === 'mark') return from;
  if (/^(?:it|you)$/.test(first.lower) && AUXILIARIES.has(items[from + 1]?.lower ?? '')) return from;
  if (/^(?:him|her|them|us|me|it|you)$/.test(first.lower)) return from + 1;
  const listens = (item: Item | undefined): boolean =>
    item !== undefined && (LISTENERS.has(item.lower) || speakingNoun(item.lower) !== null);
  const heard = pastProgramme(items, from);
  if (heard > from) return heard;
  if (first.kind === 'name' && !first.possessive)
    return listens(items[from + 1]) && items[from + 1]?.kind === 'word' ? from + 2 : from + 1;
  const article = first.possessive || /^(?:the|an?|his|her|its|their|our|my|this|that)$/.test(first.lower);
  if (!article) {
    // "told news agency Norpress"
    const named = items.findIndex((item, i) => i > from && i < from + 4 && item.kind === 'name');
    // "told leader Ida Moss the plan was dead", and not "told reporters Lund was dead"
    const next = items[named + 1];
    const opens = next?.kind === 'quote' || ARTICLES.has(next?.lower ?? '') || PRONOUNS.has(next?.lower ?? '');
    const isOne = named > from + 1 || (opens && speakingNoun(first.lower) === 'person');
    const isTitled =
      named > from && isOne && listens(items[named - 1]) && items.slice(from, named).every((item) => isNominal(item));
    if (isTitled && items[named]?.possessive === false) return named + 1;
    return listens(first) ? from + 1 : from;
  }
  for (let at = from + 1; at < from + 6; at++) {
    const item = items[at];
    if (item === undefined || item.kind === 'mark' || item.kind === 'quote') return from;
    const next = items[at + 1];
    // "warned that one in ten patients had …": what is said begins here
    if (first.lower === 'that' && next?.lower !== 'that') continue;
    if (listens(item) && !listens(next)) return at + 1;
    if (item.kind === 'name' && next?.kind !== 'name' && !listens(next) && first.lower === 'the') return at + 1;
  }
  return from;
}

/** "BBC Radio 4's Today programme" has no more words. */
const PROGRAMME_WORDS = 8;

/** "told *Radio Garm's Morning programme* fares rose", "told *his party's spring conference* the mayor …": behind what is heard or read, where something owns it; `from` elsewhere. */
function pastProgramme(items: readonly Item[], from: number): number {
  const stretch = items.slice(from, from + PROGRAMME_WORDS);
  const end = stretch.findIndex(({ kind, lower }) => kind === 'word' && PROGRAMMES.test(lower));
  const owner = stretch.findIndex(({ possessive }) => possessive);
  const isOne =
    end > 0 &&
    owner >= 0 &&
    owner < end &&
    stretch
      .slice(0, end)
      .every((item) => item.kind === 'name' || (item.kind === 'word' && (isNominal(item) || ARTICLES.has(item.lower))));
  return isOne ? from + end + 1 : from;
}

const PROGRAMMES = /^(?:programme|program|conference|show|website|newspaper|podcast|inquiry|committee|congress)$/;
