/**
 * Texts in plain letters. A pattern over all letters there are asks for each sign of a text with curly quotation marks in it whether it is one, far from the
 * pattern; most sentences have no letters but those of English, and a pattern over these says the same of them, many times as fast.
 */

const BEYOND = /[^\t\n\r -~£€\u2010-\u2027]/;

/** Whether a text has no letters, marks and digits but those of English. */
export const isPlain = (text: string): boolean => !BEYOND.test(text);
