import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { refuse } from '#lib/platform/result.ts';

/** Of 0 to 4: fewer than 10^8 guesses for somebody who knows how people choose passwords is too few. */
const LEAST_SCORE = 3;
/** Characters that are looked at: what is weak at its beginning and long is weak all the same, and the work grows with length. */
const LOOKED_AT = 48;
/** Letters of a word before it counts as one of the person's own, and letters and digits that must be left without them. */
const OWN_WORD = 4;
const LEAST_LEFT = 8;

let checker: Promise<ZxcvbnFactory> | undefined;

async function loadChecker(): Promise<ZxcvbnFactory> {
  // Its lists of common passwords take memory, and a moment to load: whoever sets no password needs none of it.
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
}

/**
 * Refuses a new password, as `invalid` and naming the field, that is one of the common ones or made of them, or of little
 * else than `context`: the person's name and address, the desk's name. Length is the schema's affair.
 */
export async function assertGoodPassword(password: string, context: readonly string[]): Promise<void> {
  const own = ownWords([...context, 'stet', 'password']);
  if (withoutWords(password, own).length < LEAST_LEFT) refuse('invalid', 'password-of-names', { field: 'password' });
  checker ??= loadChecker();
  const { score } = (await checker).check(password.slice(0, LOOKED_AT), [...own]);
  if (score < LEAST_SCORE) refuse('invalid', 'password-common', { field: 'password' });
}

const ownWords = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => plain(text).split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= OWN_WORD)),
];

/** The letters and digits of a password that belong to none of the words. */
const withoutWords = (password: string, words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.replaceAll(word, ''), plain(password))
    .replace(/[^\p{L}\p{N}]/gu, '');

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
