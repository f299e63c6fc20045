/** "denied Ruiz, a nominee for the court, a hearing": a verb with two objects, and what the first of them is set between. Neither is a claim without the other. */
import { once } from '../sentence/once.ts';
import type { Token } from '../types.ts';

const GIVING =
  /^(?:award|deny|denie|offer|hand|promise|send|owe|refuse|grant|lend|fine|show|teach|cost|pay|give|assign|allow)(?:s|ed|d)?$|^(?:gave|sent|lent|taught|paid|given|shown|giving|sending|paying|denying|awarding|offering|handing|promising|refusing|granting)$/;

/** Words of the first object, and of what is said of it. */
const OBJECT_WORDS = 8;
const ASIDE_WORDS = 14;

const opensThing = (token: Token | undefined): boolean =>
  token?.tag === 'NUM' || /^(?:an?|the|his|her|its|their|another|more)$/.test(token?.lower ?? '');

const isBusy = (tokens: readonly Token[]): boolean =>
  tokens.some(({ tag, lower }) => tag === 'AUX' || (tag === 'VERB' && !/(?:ed|ing)$/.test(lower)) || lower === '"');

/** The commas around what is set between the two objects of a verb. */
const givenCommas = once((tokens): ReadonlySet<number> => {
  const found = new Set<number>();
  tokens.forEach(({ tag, lower }, at) => {
    if (tag !== 'VERB' || !GIVING.test(lower) || /^(?:PUNCT|ADP|PART)$/.test(tokens[at + 1]?.tag ?? 'PUNCT')) return;
    const opens = tokens.findIndex(({ text }, i) => i > at && text === ',');
    const closes = tokens.findIndex(({ text }, i) => i > opens && text === ',');
    if (opens < 0 || closes < 0 || opens - at > OBJECT_WORDS || closes - opens > ASIDE_WORDS) return;
    if (!opensThing(tokens[closes + 1]) || isBusy(tokens.slice(at + 1, closes))) return;
    // "gave Lund, who had won, a prize" has two verbs; "gave the park a bench, a pond, a path" is a list of things
    if (tokens.slice(at + 1, opens).some(({ tag: own }) => own === 'ADP' || own === 'CCONJ')) return;
    if (opensThing(tokens[at + 1]) && !isNamed(tokens.slice(at + 1, opens))) return;
    const goesOn = tokens.findIndex(({ text }, i) => i > closes && text === ',');
    const next = tokens.slice(closes + 1, goesOn < 0 ? tokens.length : goesOn);
    if (next.some(({ tag: own, marks }) => own === 'AUX' || (own === 'CCONJ' && marks.size === 0))) return;
    found.add(opens).add(closes);
  });
  return found;
});

const isNamed = (object: readonly Token[]): boolean => object.some(({ tag }) => tag === 'PROPN');

/** Whether the comma at `at` only sets off what the first of two objects is. */
export const isWithinGiven = (tokens: readonly Token[], at: number): boolean => givenCommas(tokens).has(at);
