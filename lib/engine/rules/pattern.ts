/**
 * Patterns over the tokens of a sentence, written as text and compiled once.
 *
 * Parts stand apart by spaces:
 *
 * | part | meaning |
 * |---|---|
 * | `which`, `who\|whose` | a word, or one of several, in lower case; punctuation stands for itself |
 * | `NOUN`, `NOUN\|PROPN` | a tag |
 * | `@figure`, `@person` | a mark of the token (see `Mark`) |
 * | `%saying` | a word of a list in `lexicon/classes.ts` |
 * | `[fail\|refuse]` | any form of one of these verbs |
 * | `-ing` | a word with this ending |
 * | `a\|b`, `a&b`, `!a` | either, both, not; `!` binds closest, then `&` |
 * | `a?`, `a*`, `a+`, `a{3}` | none or one, any number, one or more, up to three |
 * | `..6` | up to six tokens of any kind |
 * | `<np>` | a noun phrase, as long as it goes |
 * | `(tail: …)` | what matched inside is captured under this name |
 * | `after:for` | the token before this place, which is no part of the match |
 * | `^`, `$` | the start and the end of the sentence, of what somebody says in it, or of a bare quotation |
 *
 * Matching tries the longest first and goes back where that fails. A repetition is bounded by `MOST`, so the work at one place is bounded too.
 */
import { CLASSES } from '../lexicon/classes.ts';
import { formsOf } from '../lexicon/forms.ts';
import { once } from '../sentence/once.ts';
import { type Mark, TAGS, type Token } from '../types.ts';
import { nounPhraseEnds } from './chunks.ts';

/** Which tokens a part takes; `words` are the only words it can take, where they are known. Parts written alike share one. */
export type Test = { readonly takes: (token: Token) => boolean; readonly words: ReadonlySet<string> | null };
type Node =
  | { readonly type: 'token'; readonly test: Test; readonly least: number; readonly most: number }
  | { readonly type: 'phrase'; readonly optional: boolean }
  | { readonly type: 'after'; readonly test: Test }
  | { readonly type: 'start' }
  | { readonly type: 'end' }
  | { readonly type: 'open'; readonly name: string }
  | { readonly type: 'close'; readonly name: string };

export type Pattern = {
  readonly nodes: readonly Node[];
  /** What some token of the sentence has to be, each on its own. */
  readonly needs: readonly Test[];
};

/** Token ranges by name, half-open; `all` is the whole match. */
export type Captures = ReadonlyMap<string, readonly [number, number]>;

/** No `*` or `+` reaches further. */
const MOST = 40;
const TAG_NAMES: ReadonlySet<string> = new Set(TAGS);
const MARKS: ReadonlySet<string> = new Set<Mark>([
  'figure',
  'time',
  'quoted',
  'person',
  'place',
  'organization',
  'other',
]);

/** "a|b&!c" is a, or b and not c; the bars of "[fail|refuse]" are its own. */
const alternatives = (part: string): string[] => part.split(/\|(?![^[]*\])/);

const ofWords = (words: ReadonlySet<string>): Test => ({ takes: ({ lower }) => words.has(lower), words });
const ofAny = (takes: Test['takes']): Test => ({ takes, words: null });

const tests = new Map<string, Test>();

function testOf(part: string): Test {
  const test = tests.get(part) ?? readTest(part);
  tests.set(part, test);
  return test;
}

function readTest(part: string): Test {
  const words: string[] = [];
  const tests: Test[] = [];
  for (const alternative of alternatives(part)) {
    if (alternative !== '.' && /^[^%@[\-!.&<\p{Lu}]|^[^\p{L}]$|^-+$/u.test(alternative) && !alternative.includes('&'))
      words.push(alternative);
    else tests.push(alternative.length > 1 && alternative.includes('&') ? bothOf(alternative) : atomOf(alternative));
  }
  if (words.length > 0) tests.push(ofWords(new Set(words)));
  const [only] = tests;
  if (tests.length === 1 && only !== undefined) return only;
  const known = tests.flatMap((test) => (test.words === null ? [] : [test.words]));
  return {
    takes: (token) => tests.some(({ takes }) => takes(token)),
    words: known.length < tests.length ? null : new Set(known.flatMap((set) => [...set])),
  };
}

function bothOf(part: string): Test {
  const tests = part.split('&').map(testOf);
  return {
    takes: (token) => tests.every(({ takes }) => takes(token)),
    words: tests.find((test) => test.words !== null)?.words ?? null,
  };
}

/** One alternative that is no plain word. */
function atomOf(part: string): Test {
  const name = part.slice(1);
  if (part === '.') return ofAny(() => true);
  if (part.startsWith('<')) throw new Error(`A noun phrase stands alone, not in: ${part}`);
  if (part.startsWith('!')) {
    const { takes } = testOf(name);
    return ofAny((token) => !takes(token));
  }
  if (part.startsWith('@')) {
    if (!MARKS.has(name)) throw new Error(`No mark is called ${name}`);
    return ofAny(({ marks }) => marks.has(name as Mark));
  }
  if (part.startsWith('%')) {
    const list = CLASSES[name];
    if (list === undefined) throw new Error(`No list of words is called ${name}`);
    return ofWords(list);
  }
  if (part.startsWith('[')) {
    const words = new Set(part.slice(1, -1).split('|').flatMap(formsOf));
    return { takes: ({ lower, tag }) => words.has(lower) && tag !== 'PROPN', words };
  }
  if (part.startsWith('-')) return ofAny(({ lower }) => lower.endsWith(name) && lower.length > name.length + 1);
  if (!TAG_NAMES.has(part)) throw new Error(`No tag is called ${part}`);
  return ofAny(({ tag }) => tag === part);
}

const REPEATED = /^(.+?)(\?|\*|\+|\{(\d+)\})$/;

function nodeOf(part: string): Node {
  if (part === '^') return { type: 'start' };
  if (part === '$') return { type: 'end' };
  if (part === '<np>' || part === '<np>?') return { type: 'phrase', optional: part.endsWith('?') };
  if (part.startsWith('after:')) return { type: 'after', test: testOf(part.slice(6)) };
  const gap = /^\.\.(\d+)$/.exec(part);
  if (gap !== null) return { type: 'token', test: ofAny(() => true), least: 0, most: Number(gap[1]) };
  const repeated = REPEATED.exec(part);
  const [, bare = part, times = '', count = '1'] = repeated ?? [];
  return {
    type: 'token',
    test: testOf(bare),
    least: times === '' || times === '+' ? 1 : 0,
    most: times === '*' || times === '+' ? MOST : times.startsWith('{') ? Number(count) : 1,
  };
}

/** Compiles a pattern. Throws where it names a list or a mark that does not exist, or leaves a capture open. */
export function compile(pattern: string): Pattern {
  const open: string[] = [];
  const nodes = pattern
    .trim()
    .split(/\s+/)
    .flatMap((part): Node[] => {
      const opens = /^\((\w+):$/.exec(part);
      if (opens?.[1] !== undefined) {
        open.push(opens[1]);
        return [{ type: 'open', name: opens[1] }];
      }
      const name = part === ')' ? open.pop() : undefined;
      if (part === ')' && name !== undefined) return [{ type: 'close', name }];
      return [nodeOf(part)];
    });
  if (open.length > 0) throw new Error(`The capture “${open.join(', ')}” is not closed in: ${pattern}`);
  const needs = nodes.flatMap((node) => (node.type === 'token' && node.least > 0 ? [node.test] : []));
  return { nodes, needs };
}

/** Where the phrases of a sentence end, by where they start: read once for all rules. */
const phraseEnds = once(nounPhraseEnds);

/** Where the noun phrase ends that starts at a token; there, where none does. */
export const phraseEnd = (tokens: readonly Token[], at: number): number => phraseEnds(tokens)[at] ?? at;

/** What a pattern begins with: a noun phrase, a token of which this tells whether it can be the first, or what is not told by one token (null). */
export type Opening = 'phrase' | ((token: Token) => boolean) | null;

export function openingOf({ nodes }: Pattern): Opening {
  const first = nodes.find(({ type }) => type !== 'open');
  if (first?.type === 'phrase') return 'phrase';
  return first?.type === 'token' && first.least > 0 ? first.test.takes : null;
}

/** How many tokens a match may have before the one it needs, at least and at most. */
export function tokensBefore({ nodes }: Pattern, need: Test): { readonly least: number; readonly most: number } {
  let [least, most] = [0, 0];
  for (const node of nodes) {
    if (node.type === 'token') {
      if (node.least > 0 && node.test === need) break;
      least += node.least;
      most += node.most;
    } else if (node.type === 'phrase') {
      least += node.optional ? 0 : 1;
      most = Number.POSITIVE_INFINITY;
    }
  }
  return { least, most };
}

/** Where captures open and close, the last first: going back over a place costs nothing. */
type Bounds = { readonly name: string; readonly opens: boolean; readonly at: number; readonly before: Bounds | null };
type Match = { readonly end: number; readonly bounds: Bounds | null };

function step(
  nodes: Pattern['nodes'],
  tokens: readonly Token[],
  node: number,
  at: number,
  bounds: Bounds | null,
): Match | null {
  const next = nodes[node];
  if (next === undefined) return { end: at, bounds };
  if (next.type === 'after') {
    const before = tokens[at - 1];
    return before !== undefined && next.test.takes(before) ? step(nodes, tokens, node + 1, at, bounds) : null;
  }
  if (next.type === 'start') return at === 0 ? step(nodes, tokens, node + 1, at, bounds) : null;
  if (next.type === 'end') return at === tokens.length ? step(nodes, tokens, node + 1, at, bounds) : null;
  if (next.type === 'open' || next.type === 'close') {
    const { name, type } = next;
    return step(nodes, tokens, node + 1, at, { name, opens: type === 'open', at, before: bounds });
  }
  if (next.type === 'phrase') {
    const end = phraseEnd(tokens, at);
    const found = end > at ? step(nodes, tokens, node + 1, end, bounds) : null;
    return found ?? (next.optional ? step(nodes, tokens, node + 1, at, bounds) : null);
  }
  let count = 0;
  while (count < next.most) {
    const token = tokens[at + count];
    if (token === undefined || !next.test.takes(token)) break;
    count += 1;
  }
  for (; count >= next.least; count -= 1) {
    const found = step(nodes, tokens, node + 1, at + count, bounds);
    if (found !== null) return found;
  }
  return null;
}

/** What a pattern captures where it matches at the token `at`; null where it does not. */
export function matchAt(pattern: Pattern, tokens: readonly Token[], at: number): Captures | null {
  const found = step(pattern.nodes, tokens, 0, at, null);
  if (found === null) return null;
  const captures = new Map<string, readonly [number, number]>([['all', [at, found.end]]]);
  const ends = new Map<string, number>();
  for (let bound = found.bounds; bound !== null; bound = bound.before) {
    if (!bound.opens) ends.set(bound.name, bound.at);
    else captures.set(bound.name, [bound.at, ends.get(bound.name) ?? bound.at]);
  }
  return captures;
}
