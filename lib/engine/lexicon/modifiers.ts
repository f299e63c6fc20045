/**
 * Words that soften or bound a figure. Hand-made from the approximators and comparatives of English grammar; the five classes are the contract's.
 * To add one: put it into its line; several words are written with spaces.
 */
import type { Modifier } from '../types.ts';

const BEFORE: Readonly<Record<Modifier, string>> = {
  approximately:
    'about|perhaps|maybe|plus or minus|give or take|around|approximately|approx|roughly|some|almost|nearly|close to|circa|an estimated|estimated|near|nigh on|in the region of|virtually|practically|more or less|something like|well nigh|just about|not quite|all but|pretty much|as much as around',
  'at least':
    'at least|no fewer than|no less than|no worse than|no smaller than|no lower than|not less than|a minimum of|minimum of|upwards of|upward of|as few as|as little as|fully|a full',
  'at most':
    'at most|up to|as many as|as much as|no more than|not more than|no better than|no greater than|no higher than|no longer than|no larger than|no bigger than|a maximum of|maximum of|at the most|a high of|capped at|not exceeding',
  'more than':
    'more than|over|well over|just over|slightly over|in excess of|above|well above|just above|exceeding|exceeded|exceeds|exceed|greater than|higher than|better than|larger than|topping|topped|surpassing|surpassed|upwards from|beyond|slightly more than|just more than|little more than|a little over|passed the|bigger than|longer than|north of',
  'less than':
    'less than|fewer than|under|well under|just under|slightly under|below|well below|just below|lower than|smaller than|shy of|just shy of|short of|just short of|slightly less than|a little under|south of|shorter than|within',
};

const AFTER: Readonly<Record<Modifier, string>> = {
  approximately: 'or so|or thereabouts|-odd|odd|give or take|-ish|-something|approximately',
  'at least':
    'or more|or higher|or greater|or above|or over|and over|or older|and older|or longer|at least|at the least|plus|and above|and up|or better',
  'at most': 'or less|or fewer|or under|and under|or younger|and younger|or lower|or below|at most|at the most',
  'more than': '',
  'less than': '',
};

const entries = (table: Readonly<Record<Modifier, string>>): (readonly [string, Modifier])[] =>
  Object.entries(table).flatMap(([modifier, phrases]) =>
    phrases
      .split('|')
      .filter((p) => p !== '')
      .map((p) => [p, modifier as Modifier] as const),
  );

/** Before the figure: "almost 40%". */
export const MODIFIERS_BEFORE: readonly (readonly [string, Modifier])[] = entries(BEFORE);
/** Behind the figure and its unit: "30 or more". */
export const MODIFIERS_AFTER: readonly (readonly [string, Modifier])[] = entries(AFTER);
/** Signs before the figure. */
export const MODIFIER_SIGNS: ReadonlyMap<string, Modifier> = new Map([
  ['~', 'approximately'],
  ['≈', 'approximately'],
  ['>', 'more than'],
  ['<', 'less than'],
  ['≥', 'at least'],
  ['≤', 'at most'],
]);
