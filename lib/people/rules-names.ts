/*
 * Reports print people by name, so a name must be a name, and one person's alone: nobody signs under a colleague's.
 */

/** Control and format signs: line breaks, and marks that turn the direction of what follows. Joiners are part of some names. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/u;
const JOINERS = /[\u200C\u200D]/g;

/** Scripts whose letters look like each other's: a word in two of them only looks like what it says. */
const ALIKE = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];

/** Whether a name is one line of letters that can be read for what it is. */
export const isPlainName = (name: string): boolean =>
  !UNSEEN.test(name.replace(JOINERS, '')) &&
  name.split(/\s+/u).every((word) => ALIKE.filter((script) => script.test(word)).length <= 1);

/** A name with blanks as one space. */
export const tidyName = (name: string): string => name.trim().replace(/[\p{Zs}\t]+/gu, ' ');

/** What two names share that a reader would take for one: width, case, accents, joiners, blanks and signs left out. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
