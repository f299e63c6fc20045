/** "The company", "the airline": the firm that an article is about, where no other can be meant. */
import { FIRM_WORDS, FIRMS } from '../lexicon/titles.ts';
import type { Mention, ReadSentence } from '../sentence/sentence.ts';
import { holds } from '../sentence/spans.ts';
import type { Span, Token } from '../types.ts';
import type { Edit } from './edits.ts';
import type { Introductions } from './introduced.ts';
import { pointersIn } from './pointers.ts';

type Firm = { readonly key: string; name: string; count: number; last: number };

/** The firms named so far. Counts are kept of all, the two named most often are known at once. */
export type Firms = {
  readonly byKey: Map<string, Firm>;
  /** Keys by the letters that the firms may be called by. */
  readonly byInitials: Map<string, string>;
  main: Firm | null;
  second: Firm | null;
  /** How often each body has been named that nothing tells to be a firm, and how often the one named most. */
  readonly others: Map<string, number>;
  mostOther: number;
  /** Where "a company", "another firm" was last spoken of: one without a name. */
  unnamedAt: number;
  /** Keys of those the sentence before named, and where it began. */
  before: readonly string[];
  /** Whether that is all that the sentence before named by a name that may be a body's. */
  isAlone: boolean;
};

export const noFirms = (): Firms => ({
  byKey: new Map(),
  byInitials: new Map(),
  main: null,
  second: null,
  others: new Map(),
  mostOther: 0,
  unnamedAt: -1,
  before: [],
  isAlone: false,
});

/** These words mean a firm by themselves, whatever it makes. */
const CALLED = /^(?:company|firm|airline|retailer|carmaker|chipmaker)$/;
const CALLED_MANY: ReadonlySet<string> = new Set(
  'company companies firm firms airline airlines retailer retailers carmaker carmakers chipmaker chipmakers'.split(' '),
);
/** These mean a firm as well as much else: only the one that has just been named, where nothing else is called so. */
const CALLED_NEAR =
  /^(?:group|concern|utility|insurer|brewer|lender|thrift|publisher|manufacturer|supplier|developer|operator|chain|broadcaster|conglomerate|shipyard|brokerage)$/;
/** UTF-16 code units that a firm may have been out of mind. */
const MEMORY = 1500;
/** How many times as often as any other it must have been named. */
const FAR_AHEAD = 3;

/** "Halvorsen" and "Halvorsen Group" are one. */
const keyOf = (name: string): string => name.replace(/^the /i, '').split(' ')[0]?.toLowerCase() ?? '';

const LEGAL = /^(?:inc|ltd|plc|llc|corp|co|ag|spa|nv|sa|gmbh)\.?$/i;

/** "AMI" for "American Medical International Inc": the letters a firm may be called by; empty for one of a single word. */
function initialsOf(name: string): string {
  const words = name
    .replace(/^the /i, '')
    .split(' ')
    .filter((word) => /^\p{Lu}/u.test(word) && !LEGAL.test(word));
  return words.length < 2 ? '' : words.map((word) => word.charAt(0)).join('');
}

/** "Halden Steel", "the retailer Leda": told by its name, or by what stands before it. */
function isFirm(tokens: readonly Token[], { name, span }: { readonly name: string; readonly span: Span }): boolean {
  const words = name.toLowerCase().replace(/\./g, '').split(' ');
  if (words.length > 1 && FIRM_WORDS.has(words.at(-1) ?? '')) return true;
  const at = tokens.findIndex((token) => token.end > span.start);
  // "the operator, Lintas Samudra,"
  if (tokens[at - 1]?.text === ',' && FIRMS.has(tokens[at - 2]?.lower ?? '') && tokens[at - 3]?.lower === 'the')
    return true;
  return FIRMS.has(tokens[at - 1]?.lower ?? '') || /^(?:giant|startup|conglomerate)$/.test(tokens[at - 1]?.lower ?? '');
}

/** "Lintas, *a Norvik oil company*": told right behind the name, from the comma on. */
function isToldFirm(tokens: readonly Token[], comma: number): boolean {
  if (tokens[comma]?.text !== ',' || !/^(?:an?|the)$/.test(tokens[comma + 1]?.lower ?? '')) return false;
  const words = tokens.slice(comma + 2, comma + 8);
  const stop = words.findIndex(({ tag }) => !/^(?:ADJ|NOUN|PROPN|NUM|PART)$/.test(tag));
  return FIRMS.has(words[(stop < 0 ? words.length : stop) - 1]?.lower ?? '');
}

export const isFirmName = ({ byKey }: Firms, name: string): boolean => byKey.has(keyOf(name));

type Named = { readonly key: string; readonly name: string; readonly span: Span };

function namedIn({ tokens, mentions }: ReadSentence, { byKey, byInitials }: Firms): Named[] {
  return mentions
    .filter(({ entity }) => entity.type === 'organization' || entity.type === 'other')
    .map(({ entity: { name }, span }) => ({ key: byInitials.get(name) ?? keyOf(name), name, span }))
    .filter((one) => byKey.has(one.key) || isFirm(tokens, one));
}

const bodiesIn = ({ mentions }: ReadSentence): readonly Mention[] =>
  mentions.filter(({ entity }) => entity.type === 'organization' || entity.type === 'other');

/** Notes the firms that a sentence names. Changes `firms`. */
export function noteFirms(sentence: ReadSentence, firms: Firms): void {
  const named = namedIn(sentence, firms);
  for (const { key, name, span } of named) {
    const firm = firms.byKey.get(key) ?? { key, name, count: 0, last: span.start };
    firms.byKey.set(key, firm);
    const initials = initialsOf(name);
    if (initials !== '' && !firms.byKey.has(initials.toLowerCase())) firms.byInitials.set(initials, key);
    firm.count += 1;
    firm.last = span.start;
    if (name.length > firm.name.length) firm.name = name;
    rank(firms, firm);
  }
  for (const { entity, span } of bodiesIn(sentence)) {
    if (named.some((one) => one.span.start === span.start)) continue;
    // "Lintas, a Norvik oil company": "the company" may be that from here on
    if (
      isToldFirm(
        sentence.tokens,
        sentence.tokens.findIndex(({ start }) => start >= span.end),
      )
    )
      firms.unnamedAt = sentence.span.end;
    const count = (firms.others.get(entity.name) ?? 0) + 1;
    firms.others.set(entity.name, count);
    firms.mostOther = Math.max(firms.mostOther, count);
  }
  firms.before = named.map(({ key }) => key);
  firms.isAlone = new Set(bodiesIn(sentence).map(({ entity }) => entity)).size === 1;
  const { tokens } = sentence;
  tokens.forEach(({ lower, start }, i) => {
    if (!CALLED_MANY.has(lower)) return;
    const lead = tokens.slice(Math.max(0, i - 4), i).map((token) => token.lower);
    const isApposed = lead.includes(',');
    if (lead.some((word) => /^(?:an?|another|other|some|many|two|three)$/.test(word)) && !isApposed)
      firms.unnamedAt = start;
  });
}

/** Changes `firms`. */
function rank(firms: Firms, firm: Firm): void {
  if (firms.main === firm) return;
  if (firms.main === null || firm.count > firms.main.count) {
    firms.second = firms.main;
    firms.main = firm;
  } else if (firms.second === null || firm.count > firms.second.count) firms.second = firm;
}

/** "bid for the company", "a stake in the company", "to acquire the company": another's than whoever does so. */
const WANTED =
  /^(?:bid|bids|offer|offers|tender|stake|interest|control|shares?|stock|takeover|acquisition|purchase|merger|owner|holding)$/;
const WANTS = /^(?:acquir|buy|bought|own|purchas|tak(?:e|es|ing) over)/;

const isWanted = (tokens: readonly Token[], the: number): boolean =>
  WANTS.test(tokens[the - 1]?.lower ?? '') ||
  (/^(?:for|in|of|with)$/.test(tokens[the - 1]?.lower ?? '') && WANTED.test(tokens[the - 2]?.lower ?? ''));

/** By name the firm that "the company" at `at` means, in words of `span`; null where more than one can be meant. */
function firmAt(sentence: ReadSentence, at: number, span: Span, firms: Firms): string | null {
  const { tokens } = sentence;
  const the = tokens[at];
  const { main, second, unnamedAt, before, mostOther } = firms;
  if (the === undefined || main === null) return null;
  const own = namedIn(sentence, firms);
  const named = own.filter((one) => one.span.end <= the.start);
  const isTarget = isWanted(tokens, at);
  const does = (key: string): boolean => isTarget && own.some((one) => one.key === key);
  // "said of Ferrum in May, when the company balked": named right before, and alone
  const [here] = named;
  const isHere = here !== undefined && named.every(({ key }) => key === here.key) && unnamedAt < here.span.start;
  if (isHere && !does(here.key) && named.every((one) => !holds(span, one.span)))
    return firms.byKey.get(here.key)?.name ?? here.name;
  const near = new Set([...named.map(({ key }) => key), ...before]);
  // "Ferrum was split from Norlux. The company has": what opens the sentence is whom nearly all is about
  const isMain = at === 0 && near.has(main.key) && (second?.count ?? 0) * FAR_AHEAD <= main.count && unnamedAt < 0;
  if (isMain && !does(main.key)) return main.name;
  // an article about a body that nothing has told to be a firm: "the company" may be that
  if (mostOther > main.count) return null;
  const isFar = near.size === 0 && (main.count < 2 || (second?.count ?? 0) * FAR_AHEAD > main.count);
  if (near.size > 1 || (near.size === 1 && !near.has(main.key)) || isFar || does(main.key)) return null;
  const last = named.at(-1)?.span.start ?? main.last;
  if (last > the.start || the.start - last > MEMORY || unnamedAt > last) return null;
  // "Ferrum said the company": it is named there
  return named.some((one) => holds(span, one.span)) ? null : main.name;
}

/** "The company expects", "the firm's debt" → "[Ferrum] expects", "[Ferrum]'s debt": once in a claim that has not named it. */
export function firmNounEdit(sentence: ReadSentence, span: Span, firms: Firms, introduced: Introductions): Edit | null {
  const { tokens } = sentence;
  const isNear = firms.isAlone && firms.before[0] === firms.main?.key && bodiesIn(sentence).length === 0;
  const isCalled = (noun: string): boolean =>
    CALLED.test(noun) || (isNear && CALLED_NEAR.test(noun) && !introduced.has(noun) && !introduced.has(`${noun}s`));
  const found = pointersIn(tokens, span).find(
    ({ the, noun, isBare }) => isBare && the.lower === 'the' && isCalled(noun.lower),
  );
  if (found === undefined) return null;
  const { at, the, noun } = found;
  const words = firmAt(sentence, at, span, firms);
  return words === null ? null : { start: the.start, end: noun.end, words };
}

/** "The company said *it* would close two mines": by name, where "the company" is certain. */
export function firmSaying(sentence: ReadSentence, claimant: Span, firms: Firms): string | null {
  const { tokens } = sentence;
  const noun = tokens.findIndex((token) => holds(claimant, token) && CALLED.test(token.lower));
  if (noun < 1 || tokens[noun - 1]?.lower !== 'the') return null;
  return firmAt(sentence, noun - 1, { start: -1, end: -1 }, firms);
}
