/*
 * By what a source is known: its link, a DOI, an ISBN. Each in one way of writing, so that equal ones are equal.
 */

const LONGEST_LINK = 2000;
const DOI = /^(?:doi:\s*|(?:https?:\/\/)?(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/[^\s"<>]+)$/i;
/** "example.org/page": a host of two labels or more, and a path. */
const WITHOUT_SCHEME =
  /^(?:www\.(?:[\p{L}\p{N}-]+\.)*[\p{L}\p{N}-]+\.\p{L}{2,}|(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?=[:/]))(?::\d{1,5})?(?:[/?#]\S*)?$/iu;

/** The http or https link that somebody typed or pasted, as one would write it in full; null where it is none. */
export function typedLink(words: string): string | null {
  const typed = words.trim().replace(/^<(.*)>$/, '$1');
  if (typed.length > LONGEST_LINK || /\s/.test(typed)) return null;
  const doi = /^(?:doi:)?10\./i.test(typed) ? doiIn(typed) : null;
  if (doi !== null) return `https://doi.org/${doi}`;
  const whole = /^https?:\/\/[^/]/i.test(typed) ? typed : WITHOUT_SCHEME.test(typed) ? `https://${typed}` : null;
  return whole !== null && URL.canParse(whole) ? whole : null;
}

/** A DOI without what leads to it, in small letters; null where it is none. */
export function doiIn(typed: string): string | null {
  return (
    DOI.exec(typed.trim())?.[1]
      ?.replace(/[.,;)]+$/, '')
      .toLowerCase() ?? null
  );
}

/** An ISBN as its 13 digits, whichever length it was written in; null where its digits do not check. */
export function isbnIn(typed: string): string | null {
  const digits = typed
    .replace(/^\s*(?:isbn(?:-1[03])?:?)?/i, '')
    .replace(/[\s‐-―-]/g, '')
    .toUpperCase();
  if (/^97[89]\d{10}$/.test(digits)) return checkDigit(digits) === digits[12] ? digits : null;
  if (!/^\d{9}[\dX]$/.test(digits)) return null;
  const sum = [...digits].reduce((total, sign, i) => total + (10 - i) * (sign === 'X' ? 10 : Number(sign)), 0);
  if (sum % 11 !== 0) return null;
  const long = `978${digits.slice(0, 9)}`;
  return `${long}${checkDigit(long)}`;
}

function checkDigit(digits: string): string {
  const sum = [...digits.slice(0, 12)].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
  return String((10 - (sum % 10)) % 10);
}
