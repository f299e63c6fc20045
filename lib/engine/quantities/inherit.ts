/**
 * Figures whose unit stands at another figure: "by 2 percent … by 1", "21 mpg to 23", "280m of the 1.5bn shekels", "22 votes to 17", "226 of them".
 */

import { MEASURE_VERBS } from '../lexicon/change-words.ts';
import { PHRASE_ENDS } from '../lexicon/count-nouns.ts';
import { CARDINALS } from '../lexicon/number-words.ts';
import type { Draft } from './figures.ts';
import { tidy } from './number-words.ts';
import type { Word } from './scan.ts';

type Words = readonly Word[];

/** Before a bare figure these tie it to the measured figure before it. */
const LINKS: ReadonlySet<string> = new Set(
  'to from and by at versus against or between about nearly than with'.split(' '),
);
/** The same for counted things, where fewer words are sure. */
const COUNT_LINKS: ReadonlySet<string> = new Set('to from with than against versus'.split(' '));
/** Verbs of having tie a figure to its own noun, not to another's unit. */
const HAVING: ReadonlySet<string> = new Set('have has had make makes made earn earns earned pay pays paid'.split(' '));

/** How many words may stand between the two figures. */
const REACH = 12;

const withUnit = (draft: Draft, from: Draft, per: string | null): Draft => ({
  ...draft,
  per: draft.per ?? per,
  figure: { ...draft.figure, unit: { ...from.figure.unit, next: draft.next, noun: null } },
});

/** The whole behind a part: "280 million of the 1.5 billion shekels", "three of five counts", "12 of 40". */
function fromWhole(words: Words, draft: Draft, after: Draft | undefined): Draft | null {
  if (after === undefined || words[draft.next]?.lower !== 'of' || after.at - draft.next > 2) return null;
  const { kind } = after.figure.unit;
  if (kind === 'none') return after.figure.number.value > draft.figure.number.value ? draft : null;
  return kind === 'money' || kind === 'count' ? withUnit(draft, after, null) : null;
}

/** "Of the 90 pupils, 61 were boys, and 14 needed care": what the sentence opens with goes for every figure that is its own subject. */
function ofOpening(words: Words, draft: Draft, first: Draft | undefined): Draft | null {
  if (first === undefined || first === draft || first.figure.unit.kind !== 'count' || words[0]?.lower !== 'of')
    return null;
  const follows = words[draft.next]?.lower ?? '';
  const opens = words[draft.at - 1]?.text === ',' || words[draft.at - 1]?.lower === 'and';
  const isSubject = /^(?:were|was|are|is|had|have|has|did|do|will|would)$/.test(follows) || /[a-z]{2}ed$/.test(follows);
  return first.at < 3 && words[first.next]?.text === ',' && opens && isSubject ? withUnit(draft, first, null) : null;
}

/** The part behind its whole: "14 of the 50 have paid", "of the 40 schools, 12 have closed". */
function fromPart(words: Words, draft: Draft, before: Draft | undefined): Draft | null {
  if (before === undefined) return null;
  const gap = words
    .slice(before.next, draft.at)
    .map(({ lower }) => lower)
    .join(' ');
  if (gap === 'of' || gap === 'of the')
    return before.figure.unit.kind === 'count' ? withUnit(draft, before, null) : draft;
  const of = words[before.at - 1]?.lower === 'of' || words[before.at - 2]?.lower === 'of';
  return of && gap === ',' && before.figure.unit.kind === 'count' ? withUnit(draft, before, null) : null;
}

/** "1.3bn euros from 980m", "3m users, up from 2.1m": millions of what was named before, not metres. */
function millions(words: Words, draft: Draft, before: Draft | undefined): Draft | null {
  const { number, unit } = draft.figure;
  const sign = words[number.next];
  if (before === undefined || before.figure.number.scale < 1e6) return null;
  if (before.figure.unit.kind !== 'money' && before.figure.unit.kind !== 'count') return null;
  if (unit.unit !== 'metre' || sign?.lower !== 'm' || sign.spaced) return null;
  const figure = { ...draft.figure, number: { ...number, value: tidy(number.value * 1e6), scale: 1e6 } };
  return withUnit({ ...draft, figure }, before, null);
}

const PRONOUNS: ReadonlySet<string> = new Set(['them', 'these', 'those', 'whom', 'which']);

/** Whether a bare figure counts what an earlier one counted: "22 votes to 17", "226 of them". */
function sameCount(words: Words, draft: Draft): boolean {
  const [before, after] = [words[draft.at - 1], words[draft.next]];
  const [cue, follows] = [before?.lower ?? '', after?.lower ?? ''];
  const second = words[draft.next + 1]?.lower ?? '';
  if (follows === 'of' && PRONOUNS.has(second)) return true;
  // "20,000 doses and another 30,000"
  if (cue === 'another' || (cue === 'further' && words[draft.at - 2]?.lower === 'a')) return follows !== 'of';
  // "rescued 700 migrants, and the navy saved 200 more"
  if (follows === 'more' && second !== 'than') return true;
  // "300 votes out of 21,000 cast"
  if (cue === 'of' && words[draft.at - 2]?.lower === 'out') return true;
  if (before?.text === ',') {
    // "418 people have died, 9.1 for every 100,000"
    if (draft.per !== null) return true;
    // "it has 640 pupils, 38 more than last year", "112 seats, four short of a majority"
    if (/^(?:more|fewer|less)$/.test(follows) && second === 'than') return true;
    if (follows === 'short' && second === 'of') return true;
  }
  const closes = after === undefined || after.kind === 'mark';
  // "57,000 troops, including 22,000 in the home guard"
  if (cue === 'including') return closes || /^(?:in|at|on|from|who|for)$/.test(follows);
  // "he needs 270 votes; he has 248", "lost 14 seats, holding just nine"
  const holder = cue === 'just' ? (words[draft.at - 2]?.lower ?? '') : cue;
  if (closes && HOLDING.has(holder)) return true;
  // "214 robberies, up from 163 the year before"
  const isAgo = CARDINALS.has(follows) && /^(?:days|weeks|months|years)$/.test(second);
  const then = isAgo || (follows === 'the' && /^(?:day|week|month|quarter|year|season|previous|same)$/.test(second));
  const ends = closes || /^(?:in|by|at|on|and|a|last|for|during|before|after)$/.test(follows);
  return (then || ends) && COUNT_LINKS.has(cue);
}

/** "410 points, 35 ahead of Brandt". */
const leads = (words: Words, draft: Draft): boolean =>
  words[draft.at - 1]?.text === ',' &&
  /^(?:ahead|behind|clear|adrift|short|fewer)$/.test(words[draft.next]?.lower ?? '');

const HOLDING: ReadonlySet<string> = new Set(
  'have has had hold holds held holding keep keeps kept got left only'.split(' '),
);

/** "Labour won 54 seats, the Greens nine and others four": only names and links lie between the two figures. */
function elided(words: Words, before: Draft, draft: Draft): boolean {
  const after = words[draft.next];
  if (!(after === undefined || after.kind === 'mark' || after.lower === 'and' || after.lower === 'each')) return false;
  const stretch = words.slice(before.next, draft.at);
  // "24 seats up in November, Democrats 10": what stands between the comma and the name goes with the first
  const comma = stretch.findLastIndex(({ text }) => text === ',' || text === ';');
  const between = stretch.slice(Math.max(0, comma));
  if (between.length > 5 || between.length < 2) return false;
  const names = between.filter((word) => word.kind === 'word' && /^\p{Lu}/u.test(word.text));
  const others = between.filter((word) => !names.includes(word));
  const links = others.every((word) => /^(?:,|;|and|the|its|others|independents|rivals|remaining)$/.test(word.lower));
  return links && (names.length > 0 || others.some((word) => /^(?:others|independents|rivals)$/.test(word.lower)));
}

const GAUGING: ReadonlySet<string> = new Set('measured measures measuring weighed weighs weighing'.split(' '));

/** The figure further back that this one is set beside: "418 people have died, 9.1 for every 100,000, compared with 502", "up to 20 millimetres; one rival said hers measured 25". */
function likeIt(words: Words, drafts: readonly Draft[], n: number): Draft | undefined {
  const draft = drafts[n];
  if (draft === undefined) return undefined;
  const back = drafts.slice(Math.max(0, n - 3), n).reverse();
  if (GAUGING.has(words[draft.at - 1]?.lower ?? '')) return back.find(({ figure }) => figure.unit.kind === 'measure');
  if (back[0]?.figure.unit.kind !== 'none' || !sameCount(words, draft)) return undefined;
  return back.find(({ figure }) => figure.unit.kind !== 'none');
}

/** "3.3 billion euros ($3.6 billion), down from 3.8 billion": the last figure before, past what a bracket says again. */
function outsideBrackets(words: Words, drafts: readonly Draft[], n: number): Draft | undefined {
  const [draft, near, further] = [drafts[n], drafts[n - 1], drafts[n - 2]];
  if (
    draft === undefined ||
    near === undefined ||
    further === undefined ||
    further.figure.unit.kind !== near.figure.unit.kind
  )
    return near;
  if (draft.at - near.next > REACH) return near;
  const isClosed =
    words.slice(near.next, draft.at).some(({ text }) => text === ')') && words[near.at - 1]?.text === '(';
  return isClosed ? further : near;
}

/**
 * The draft with the unit of the figure it goes with; null where it has its own, or goes with none.
 * @param drafts all figures of the sentence, `n` the one looked at
 */
export function inheritUnit(words: Words, drafts: readonly Draft[], n: number): Draft | null {
  const draft = drafts[n];
  if (draft === undefined) return null;
  const money = millions(words, draft, drafts[n - 1]);
  if (money !== null) return money;
  if (draft.figure.unit.kind !== 'none' || draft.figure.tally !== null) return null;
  const whole =
    fromWhole(words, draft, drafts[n + 1]) ??
    fromPart(words, draft, drafts[n - 1]) ??
    ofOpening(words, draft, drafts[0]);
  if (whole !== null) return whole;
  const { form, scale, value } = draft.figure.number;
  const near = outsideBrackets(words, drafts, n);
  const before = likeIt(words, drafts, n) ?? near;
  if (before === undefined || form === 'fraction' || form === 'ratio' || form === 'vague') return null;
  if (near === undefined || draft.at - (drafts[n - 1] ?? near).next > REACH) return null;
  const written = words[draft.figure.at];
  const { kind } = before.figure.unit;
  if (kind === 'none' || before.figure.unit.unit === null) return null;
  if (leads(words, draft)) return withUnit(draft, before, null);
  if (kind === 'count')
    return sameCount(words, draft) || elided(words, before, draft) ? withUnit(draft, before, null) : null;
  if (written?.kind !== 'number' || (scale > 1 && kind !== 'money')) return null;
  // "or 1.2%, to 2,843.21": an index, not a share
  if (kind === 'share' && (value > 100 || written.text.includes(','))) return null;
  const cue = words[draft.at - 1]?.lower ?? '';
  const measured = MEASURE_VERBS.has(cue) && !HAVING.has(cue);
  const list = kind === 'money' && before.figure.number.scale > 1 && scale > 1;
  const spread = draft.figure.range !== null && (cue === 'anywhere' || cue === 'somewhere');
  // "52.3 per cent and his rival 46.9"
  const behind = words[draft.next];
  const ends = behind === undefined || behind.kind === 'mark' || behind.lower === 'in';
  const decimal = kind === 'share' && written.text.includes('.') && ends;
  // "9mm and 12 were found"
  if (cue === 'and' && /^(?:were|was|are|is|have|had|has)$/.test(behind?.lower ?? '')) return null;
  // "310°C and 900 bolts": it has its own noun
  if (cue === 'and' && behind?.kind === 'word' && !PHRASE_ENDS.has(behind.lower)) return null;
  const linked = LINKS.has(cue) || spread || decimal || measured || list || (draft.modifier !== null && cue !== 'of');
  return linked ? withUnit(draft, before, before.per) : null;
}
