/** Who a head says has written the article. */
import { outletIn } from './outlets.ts';

const NAME = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:de|van|von|der|den|bin|al|da|di|la|le|el|ibn|y|of)(?=[ ,]))*(?: \p{Lu}[\p{L}\p{M}.'’-]*){0,4}`;
const NAMES = `${NAME}(?:(?:, (?:and )?| and | & )${NAME}){0,5}`;
const BY =
  /^(?:(?:by|words by|written by|story by|text by|report by|reported by|posted by|authors?)\s*:?|words\s*:|text\s*:)\s+/i;
const LED_BY_NAMES = new RegExp(`^${NAMES}`, 'u');
const FULL_NAME = String.raw`\p{Lu}[\p{L}\p{M}'’-]+(?: (?:\p{Lu}\.|de|van|von|der|bin|al|da|di|la|le|\p{Lu}[\p{L}\p{M}'’-]+)){0,2} \p{Lu}[\p{L}\p{M}'’-]+(?: (?:Jr|Sr)\.?)?`;
const TRADE =
  '(?:correspondent|editor|reporter|writer|columnist|contributor|journalist|critic|bureau chief|analyst|producer)';
const JOB = String.raw`(?:[\p{L}&'’ -]{0,40}\b)?${TRADE}`;
/** "Jane Doe, health correspondent", "Jane Doe Health correspondent", "Jane Doe in Paris and Omar Diaz in Rome". */
const IS_TRADE = new RegExp(`^${JOB}$`, 'iu');
const SIGNED: readonly RegExp[] = [
  new RegExp(`^(${FULL_NAME}(?:(?:, | and | & )${FULL_NAME}){0,3}), ${JOB}(?:$|[ ,])`, 'u'),
  new RegExp(String.raw`^(\p{Lu}[\p{L}'’-]+ (?:\p{Lu}\. )?\p{Lu}[\p{L}'’-]+) ${JOB}(?:$|[ ,])`, 'u'),
  new RegExp(
    String.raw`^(${FULL_NAME}) in \p{Lu}[\p{L} ]{2,30}?(?:,? and (${FULL_NAME}) in \p{Lu}[\p{L} ]{2,30})?$`,
    'u',
  ),
];
/** "Tom Hill, Guardian": somebody, and where from; no headline. */
export const NAME_AND_PLACE = new RegExp(String.raw`^${FULL_NAME}, \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?$`, 'u');
export const IS_NAME = new RegExp(`^${FULL_NAME}$`, 'u');
const NO_NAME =
  /^(?:the|our|a|an|staff|all|this|that|it|new|more|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/i;
const HOUSE_AUTHOR =
  /^by:? ((?:the )?(?:associated press|reuters(?: staff)?|afp|ap|agence france-presse|press association|our (?:own )?\w+|staff (?:reporter|writer)s?|editorial board|guardian staff|\w+ staff))$/i;

/** Who wrote it, by the words of a line's part; null where they do not tell. */
export function bylineIn(part: string): string | null {
  const house = HOUSE_AUTHOR.exec(part);
  if (house?.[1] !== undefined) return house[1];
  const by = BY.exec(part)?.[0];
  // "By TOM HILL FOR THE DAILY MAIL"
  if (by !== undefined)
    return authorsIn(part.slice(by.length).replace(/ (?:FOR|IN|AT|OF) /g, (link) => link.toLowerCase()));
  for (const pattern of SIGNED) {
    const [, one, two] = pattern.exec(part) ?? [];
    if (one !== undefined && !NO_NAME.test(one)) return two === undefined ? one : `${one} and ${two}`;
  }
  return null;
}
export const isAuthor = (part: string): boolean => bylineIn(part) !== null;

const AFTER_NAMES = new RegExp(
  String.raw`^(?:$|,| in | for | at | of | with |\s*[(/]| (?:\p{L}+ ){0,3}?${TRADE}\b)`,
  'iu',
);
const OF_TRADE = new RegExp(`(?:^| )${TRADE}$`, 'iu');

/** The names of a "by" line; none where it goes on as a sentence would ("By Tuesday the river …"). */
function authorsIn(words: string): string | null {
  const names = LED_BY_NAMES.exec(words)?.[0] ?? '';
  const rest = words.slice(names.length);
  if (names === '' || NO_NAME.test(names) || rest.length > 80 || /[.!?]$/.test(rest) || !AFTER_NAMES.test(rest))
    return null;
  const list = names.split(/, (?:and )?| and | & /);
  // the names end where the paper, a job or a place begins: "By Ines Marek, City Hall reporter", "…, The Estuary Post", "…, Leeds"
  const job = new RegExp(`^ (?:\\p{L}+ ){0,3}?${TRADE}\\b`, 'iu').test(rest) ? list.length - 1 : list.length;
  const end = list.findIndex(
    (name, i) => i > 0 && (i === job || outletIn(name) !== null || !/ /.test(name) || OF_TRADE.test(name)),
  );
  const own = list.slice(0, end < 0 ? list.length : end);
  const at = own.reduce((from, name) => names.indexOf(name, from) + name.length, 0);
  const author = withoutStop(names.slice(0, at).trim());
  return / /.test(author) || !/\p{Ll}/u.test(author) ? inNameCase(author) : null;
}

/** Without the comma or stop behind the last name, but with that of "Jr." */
const withoutStop = (name: string): string => (/(?: Jr| Sr| \p{Lu})\.$/u.test(name) ? name : name.replace(/[,.]$/, ''));

/** "INES MAREK" as "Ines Marek". */
const inNameCase = (name: string): string =>
  /\p{Ll}/u.test(name.replace(/\band\b/g, '')) || !/ /.test(name)
    ? name
    : name
        .toLowerCase()
        .replace(/(?<![\p{L}’'])(?!and\b)\p{L}|(?<=\b(?:Mc|O['’]))\p{L}/gu, (letter) => letter.toUpperCase());

/** A name on a line of its own, and below it nothing but a trade: "Tom Hill", "Political correspondent". */
export function namedAbove(lines: readonly (readonly string[])[]): string | null {
  const at = lines.findIndex(
    ([trade = ''], i) => i > 0 && IS_TRADE.test(trade) && IS_NAME.test(lines[i - 1]?.[0] ?? ''),
  );
  return at < 0 ? null : (lines[at - 1]?.[0] ?? null);
}
