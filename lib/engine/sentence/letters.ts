/** What a word begins with. Most letters are plain ones, of which a look at the first code tells; the others are looked up. */

const isAscii = (code: number): boolean => code < 128;

/** "bill", not "Bill", "3m" or "". */
export function startsSmall(word: string): boolean {
  const first = word.charCodeAt(0);
  return isAscii(first) ? first >= 97 && first <= 122 : /^\p{Ll}/u.test(word);
}

/** "Bill", "US", not "bill", "3m" or "". */
export function startsCapital(word: string): boolean {
  const first = word.charCodeAt(0);
  return isAscii(first) ? first >= 65 && first <= 90 : /^\p{Lu}/u.test(word);
}

/** "Bill", not "US", "bill" or "B". */
export function isCapitalised(word: string): boolean {
  const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)];
  return isAscii(first) && isAscii(second)
    ? first >= 65 && first <= 90 && second >= 97 && second <= 122
    : /^\p{Lu}\p{Ll}/u.test(word);
}
