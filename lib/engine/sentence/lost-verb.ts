/**
 * A sentence has a verb. Where the tagger has found none that can be the main clause's, a word that is a noun as often as a verb is it, by its place and number.
 */
import { IRREGULAR_PLURALS, NOUN_OR_VERB, PLURAL_MODIFIERS } from '../lexicon/verbs.ts';
import type { Token } from '../types.ts';

/** "launches" or "rises" → "launch", "rise"; enough to look a word up in a list of base forms. */
export function baseOfS(word: string): string {
  if (/(?:ch|sh|ss|x|z|o)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

export const isPluralNoun = (token: Token): boolean =>
  (token.tag === 'NOUN' && /[^sui]s$/.test(token.lower) && !PLURAL_MODIFIERS.has(token.lower)) ||
  IRREGULAR_PLURALS.has(token.lower);

export const startsObject = (token: Token | undefined): boolean =>
  token !== undefined && ['DET', 'PRON', 'ADP', 'PART', 'NUM', 'PROPN', 'ADJ', 'ADV', 'SCONJ'].includes(token.tag);

const NOUN_LIKE: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'PUNCT', 'ADV']);

const isThirdPerson = ({ lower }: Token): boolean => /[^s]s$/.test(lower) && NOUN_OR_VERB.has(baseOfS(lower));

/** Where the main clause ends that another clause follows: ", which …", "that will …", "if …". The whole sentence where none does. */
function endOfMainClause(tokens: readonly Token[]): number {
  const at = tokens.findIndex(
    ({ tag, lower, text }, i) =>
      i > 2 &&
      ((text === ',' && /^(?:which|who|whom|that)$/.test(tokens[i + 1]?.lower ?? '')) ||
        (/^(?:which|who|that)$/.test(lower) && tag === 'PRON' && tokens[i - 1]?.tag === 'NOUN') ||
        /^(?:if|because|although|though|while|unless)$/.test(lower)),
  );
  return at === -1 ? tokens.length : at;
}

/** Whether a word can be the verb of a clause as it is tagged: not "to write", not "growing". */
const isVerbal = (tokens: readonly Token[], at: number): boolean => {
  const { tag, lower } = tokens[at] as Token;
  const isInfinitive = tokens[at - 1]?.lower === 'to' && tokens[at - 1]?.tag === 'PART';
  return tag === 'AUX' || (tag === 'VERB' && !lower.endsWith('ing') && !isInfinitive);
};

/** "Its beer accounts for half of sales": in a main clause without any verb, a word in -s between a noun and what may be its object. */
function thirdPerson(main: readonly Token[]): number {
  return main.findIndex(
    (token, i) =>
      i > 0 &&
      token.tag === 'NOUN' &&
      isThirdPerson(token) &&
      NOUN_LIKE.has(main[i - 1]?.tag ?? '') &&
      startsObject(main[i + 1]) &&
      main[i + 1]?.lower !== 'of',
  );
}

const isObject = (token: Token | undefined): boolean => /^(?:DET|PRON|PROPN|NUM|SYM|ADJ)$/.test(token?.tag ?? '');

/**
 * "Both mills use a dye to mark cloth", "The plan forms part of a scheme to help": where there are infinitives and no other verb, a word that agrees with the noun
 * before it and has an object right behind it; and what wants, plans or hopes "to".
 */
function agreeing(main: readonly Token[]): number {
  return main.findIndex((token, i) => {
    const [before, after] = [main[i - 1], main[i + 1]];
    if (token.tag !== 'NOUN' || before === undefined) return false;
    const isFollowed = isObject(after) || (token.lower === 'forms' && after?.lower === 'part');
    // "The premiere marks": the tagger's ADJ stands where a noun does
    const isOne =
      before.tag === 'PROPN' ||
      (before.tag === 'NOUN' && !isPluralNoun(before)) ||
      (before.tag === 'ADJ' && main[i - 2]?.tag === 'DET');
    if (isThirdPerson(token)) return isOne && isFollowed;
    const isAside =
      before.text === ',' && main.slice(0, i - 1).some(({ text }) => text === ',') && isPluralSubject(main);
    if (!NOUN_OR_VERB.has(token.lower) || token.lower.endsWith('s')) return false;
    if (/^(?:want|plan|hope)$/.test(token.lower) && after?.lower === 'to' && main[i + 2]?.tag === 'VERB')
      return (
        before.tag !== 'DET' && before.tag !== 'ADJ' && before.tag !== 'PRON' && main.slice(0, i).some(isPluralNoun)
      );
    return (isPluralNoun(before) || isAside) && (isFollowed || after?.tag === 'NOUN');
  });
}

/** "Many large firms, most of them in Hull, use": the last noun before the first comma is one of many. */
function isPluralSubject(main: readonly Token[]): boolean {
  const comma = main.findIndex(({ text }) => text === ',');
  const head = main[comma - 1];
  return head !== undefined && isPluralNoun(head);
}

/** "Vaccines cause autism.": the first noun that can be a verb, between two nouns. */
function betweenNouns(tokens: readonly Token[]): number {
  return tokens.findIndex(
    ({ tag, lower }, i) =>
      i > 0 &&
      tag === 'NOUN' &&
      (NOUN_OR_VERB.has(lower) || NOUN_OR_VERB.has(baseOfS(lower))) &&
      /^(?:NOUN|PROPN|NUM)$/.test(tokens[i - 1]?.tag ?? '') &&
      /^(?:NOUN|PROPN|DET|ADJ|NUM|ADP)$/.test(tokens[i + 1]?.tag ?? ''),
  );
}

/** The tokens with the verb of the main clause, where the tagger had taken it for a noun. */
export function withLostVerb(tokens: Token[]): Token[] {
  const asVerb = (at: number): Token[] =>
    at < 0 ? tokens : tokens.with(at, { ...(tokens[at] as Token), tag: 'VERB' });
  const main = tokens.slice(0, endOfMainClause(tokens));
  const isProse = tokens.at(-1)?.text === '.';
  if (main.some((_, i) => isVerbal(main, i))) return tokens;
  const hasInfinitive = main.some(({ tag, lower }) => tag === 'VERB' && !lower.endsWith('ing'));
  if (hasInfinitive) return isProse ? asVerb(agreeing(main)) : tokens;
  const third = main.length < 5 ? -1 : thirdPerson(main);
  if (third >= 0) return asVerb(third);
  if (!isProse) return tokens;
  const agrees = agreeing(main);
  return asVerb(agrees >= 0 || main.some(({ tag }) => tag === 'VERB') ? agrees : betweenNouns(main));
}
