/** "The company", "the airline": the firm that an article is about, where no other can be meant. */
import { FIRM_WORDS, FIRMS } from '../lexicon/titles.ts';
import type { ReadSentence } from '../sentence/sentence.ts';
import { holds } from '../sentence/spans.ts';
import type { Span, Token } from '../types.ts';
import type { Edit } from './edits.ts';
import { standsBare } from './introduced.ts';

type Firm = { readonly key: string; name: string; count: number; last: number };

/** The firms named so far. Counts are kept of all, the two named most often are known at once. */
export type Firms = {
  readonly byKey: Map<string, Firm>;
  main: Firm | null;
  second: Firm | null;
  /** Where "a company", "another firm" was last spoken of: one without a name. */
  unnamedAt: number;
  /** Keys of those the sentence before named, and where it began. */
  before: readonly string[];
};

export const noFirms = (): Firms => ({ byKey: new Map(), main: null, second: null, unnamedAt: -1, before: [] });

/** These words mean a firm by themselves, whatever it makes. */
const CALLED = /^(?:company|firm|airline|retailer|carmaker|chipmaker)$/;
const CALLED_MANY: ReadonlySet<string> = new Set(
  'company companies firm firms airline airlines retailer retailers carmaker carmakers chipmaker chipmakers'.split(' '),
);
/** UTF-16 code units that a firm may have been out of mind. */
const MEMORY = 1500;
/** How many times as often as any other it must have been named. */
const FAR_AHEAD = 3;

/** "Halvorsen" and "Halvorsen Group" are one. */
const keyOf = (name: string): string => name.replace(/^the /i, '').split(' ')[0]?.toLowerCase() ?? '';

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

export const isFirmName = ({ byKey }: Firms, name: string): boolean => byKey.has(keyOf(name));

type Named = { readonly key: string; readonly name: string; readonly span: Span };

function namedIn({ tokens, mentions }: ReadSentence, { byKey }: Firms): Named[] {
  return mentions
    .filter(({ entity }) => entity.type === 'organization' || entity.type === 'other')
    .map(({ entity, span }) => ({ key: keyOf(entity.name), name: entity.name, span }))
    .filter((one) => byKey.has(one.key) || isFirm(tokens, one));
}

/** Notes the firms that a sentence names. Changes `firms`. */
export function noteFirms(sentence: ReadSentence, firms: Firms): void {
  const named = namedIn(sentence, firms);
  for (const { key, name, span } of named) {
    const firm = firms.byKey.get(key) ?? { key, name, count: 0, last: span.start };
    firms.byKey.set(key, firm);
    firm.count += 1;
    firm.last = span.start;
    if (name.length > firm.name.length) firm.name = name;
    rank(firms, firm);
  }
  firms.before = named.map(({ key }) => key);
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

/** "The company expects", "the firm's debt" → "[Ferrum] expects", "[Ferrum]'s debt": once in a claim that has not named it. */
export function firmNounEdit(sentence: ReadSentence, span: Span, firms: Firms): Edit | null {
  const { tokens } = sentence;
  const at = tokens.findIndex(
    (token, i) =>
      token.lower === 'the' &&
      holds(span, token) &&
      CALLED.test(tokens[i + 1]?.lower ?? '') &&
      standsBare(tokens, i + 1),
  );
  const [the, noun] = [tokens[at], tokens[at + 1]];
  const { main, second, unnamedAt, before } = firms;
  if (the === undefined || noun === undefined || !holds(span, noun) || main === null) return null;
  const named = namedIn(sentence, firms).filter((one) => one.span.end <= the.start);
  // "said of Ferrum in May, when the company balked": named right before, and alone
  const [here] = named;
  const isHere = here !== undefined && named.every(({ key }) => key === here.key) && unnamedAt < here.span.start;
  if (isHere && !holds(span, here.span) && named.every((one) => !holds(span, one.span)))
    return { start: the.start, end: noun.end, words: firms.byKey.get(here.key)?.name ?? here.name };
  const near = new Set([...named.map(({ key }) => key), ...before]);
  const isFar = near.size === 0 && (main.count < 2 || (second?.count ?? 0) * FAR_AHEAD > main.count);
  if (near.size > 1 || (near.size === 1 && !near.has(main.key)) || isFar) return null;
  const last = named.at(-1)?.span.start ?? main.last;
  if (last > the.start || the.start - last > MEMORY || unnamedAt > last) return null;
  // "Ferrum said the company": it is named there
  if (named.some((one) => holds(span, one.span))) return null;
  return { start: the.start, end: noun.end, words: main.name };
}
