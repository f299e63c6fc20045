/** One key for everything that names the same country, body or person. */
import { NATIONALITIES, PLACES } from '#lib/engine/lexicon/places.ts';
import type { EntityType } from '#lib/engine/types.ts';

/** Other names for a state or its government. A capital stands for its government in news. */
const ALSO: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'united states': 'us usa america american americans washington white-house u.s united-states-of-america',
    'united kingdom': 'uk britain british great-britain downing-street whitehall u.k',
    'north korea': 'pyongyang dprk north-korean north-koreans the-north',
    'south korea': 'seoul south-korean south-koreans the-south',
    china: 'beijing prc chinese',
    russia: 'moscow kremlin russian russians',
    japan: 'tokyo japanese',
    iran: 'tehran iranian iranians',
    ukraine: 'kyiv kiev ukrainian ukrainians',
    france: 'elysee french',
    germany: 'german germans',
    'united nations': 'un u.n',
    'united nations security council': 'un-security-council u.n-security-council security-council',
    'european union': 'eu e.u',
    'world health organization': 'who-agency',
  }).flatMap(([name, others]) =>
    others.split(' ').map((other): [string, string] => [other.replaceAll('-', ' '), name]),
  ),
);

const NATION_OF: ReadonlyMap<string, string> = new Map(
  [...NATIONALITIES].map(([adjective, country]) => [adjective.toLowerCase(), country.toLowerCase()]),
);
const KNOWN_PLACES: ReadonlySet<string> = new Set([...PLACES].map((place) => place.toLowerCase()));

const flat = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[‘’]/g, "'")
    .toLowerCase()
    .replace(/'s$/, '')
    .replace(/\b(?:the|mr|mrs|ms|dr)\b\.? ?/g, '')
    .replace(/\.(?=\s|$)/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The key of a name. A person keeps every word of theirs: see `sameName`. */
export function nameKey(name: string, type: EntityType): string {
  const plain = flat(name);
  if (type === 'person') return plain.replace(/,? (?:jr|sr|ii|iii)$/, '');
  const country = ALSO.get(plain) ?? NATION_OF.get(plain);
  return country === undefined ? plain : (ALSO.get(country) ?? country);
}

/** Equal keys, or one name holding all the words of the other ("haley", "nikki haley"; "who" is not a part of anything). */
export function sameName(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const words = long.split(' ');
  return short.length > 2 && !ALSO_NAMES.has(short) && short.split(' ').every((word) => words.includes(word));
}
const ALSO_NAMES: ReadonlySet<string> = new Set([...ALSO.values(), ...NATION_OF.values()]);

/** The country, government or known place that one or two words of running text name; null where they name none. */
export function placeKey(words: string): string | null {
  const plain = flat(words);
  const also = ALSO.get(plain) ?? NATION_OF.get(plain);
  if (also !== undefined) return ALSO.get(also) ?? also;
  return KNOWN_PLACES.has(plain) ? plain : null;
}
