/** Days that a calendar has to be counted for, or that lack their month: "after Easter", "on the 14th". */
import { PHRASE_ENDS } from '../lexicon/count-nouns.ts';
import { isCapital, type Word } from '../quantities/scan.ts';
import { dayOf } from './calendar.ts';
import type { Reading } from './forms.ts';

/** The day number of Easter Sunday in the western churches (Meeus, Jones and Butcher). */
export function easterOf(year: number): number {
  const [golden, century, rest] = [year % 19, Math.floor(year / 100), year % 100];
  const shift = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - shift + 15) % 30;
  const week = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * week) / 451);
  const sum = epact + week - 7 * late + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** Nothing behind that would make a name or a noun of it: "Easter Island", "Easter eggs", "the 14th Amendment". */
const stands = (next: Word | undefined): boolean =>
  next === undefined || next.kind !== 'word' || (next.lower !== 'of' && PHRASE_ENDS.has(next.lower));

const EASTER_DAYS: ReadonlyMap<string, number> = new Map([
  ['sunday', 0],
  ['monday', 1],
]);

/** "at Easter", "over Easter 2025", "on Easter Monday": the four days of the feast, or the one that is told. */
export function readEaster(words: readonly Word[], at: number): Reading | null {
  if (!/^(?:at|over|after|before|until|by|since|on)$/.test(words[at - 1]?.lower ?? '')) return null;
  const day = EASTER_DAYS.get(words[at + 1]?.lower ?? '');
  const behind = at + (day === undefined ? 1 : 2);
  const told = words[behind];
  const year = told?.kind === 'number' && /^(?:19|20)\d\d$/.test(told.text) ? told.value : null;
  const next = year === null ? behind : behind + 1;
  if (!stands(words[next])) return null;
  return { form: { kind: 'easter', from: day ?? -2, to: day ?? 1, year }, next };
}

const ATTACKS =
  /^(?:attacks?|terror|terrorists?|hijack(?:ers?|ings?)|atrocit(?:y|ies)|suicide|strikes|commission|bombings?)$/;

/** "Fahrenheit 9/11". */
const isTitle = (before: Word | undefined): boolean =>
  before !== undefined && before.kind === 'word' && isCapital(before) && !PHRASE_ENDS.has(before.lower);

/** "the 11 September attacks", "9/11": of one year, whenever it is told. */
export function readAttacks(words: readonly Word[], at: number): Reading | null {
  const [first, second, third] = [words[at], words[at + 1], words[at + 2]];
  const form = { kind: 'date', year: 2001, month: 9, day: 11, isName: true } as const;
  if (first?.text === '9' && second?.text === '/' && third?.text === '11' && !second.spaced && !third.spaced)
    return words[at + 3]?.text === '/' || isTitle(words[at - 1]) ? null : { form, next: at + 3 };
  const day = first?.lower === 'september' ? second : first;
  const month = first?.lower === 'september' ? first : second;
  if (day?.text !== '11' || month?.lower !== 'september') return null;
  if (ATTACKS.test(third?.lower ?? '')) return { form, next: at + 2 };
  // "terror laws brought in after 11 September"
  const isBound = /^(?:after|since|before|until|pre|post)$/.test(words[at - 1]?.lower ?? '');
  const isTerror =
    isBound && third?.kind !== 'number' && third?.text !== ',' && words.some(({ lower }) => /^terror/.test(lower));
  return isTerror ? { form, next: at + 2 } : null;
}

/** "on the 14th", with the article before it; of a month, a reader before this one has it. */
export function readNth(words: readonly Word[], at: number): Reading | null {
  const [day, ending] = [words[at + 1], words[at + 2]];
  if (words[at]?.lower !== 'the' || day?.kind !== 'number' || day.value === null) return null;
  const isNth = ending !== undefined && !ending.spaced && /^(?:st|nd|rd|th)$/.test(ending.lower);
  const led = /^(?:on|until|by|before|since|after|from)$/.test(words[at - 1]?.lower ?? '');
  if (!isNth || !led || day.value < 1 || day.value > 31 || !stands(words[at + 3])) return null;
  return { form: { kind: 'nth', day: day.value }, next: at + 3 };
}
