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
 * | `^`, `$` | the start and the end of the sentence, of what somebody says in it, or of a bare quotation |
 *
 * Matching tries the longest first and goes back where that fails. A repetition is bounded by `MOST`, so the work at one place is bounded too.
 */
import { CLASSES } from '../lexicon/classes.ts';
import { formsOf } from '../lexicon/forms.ts';
import type { Mark, Tag, Token } from '../types.ts';
import { nounPhraseEnd } from './chunks.ts';

type Test = (token: Token) => boolean;
type Node =
  | { readonly type: 'token'; readonly test: Test; readonly least: number; readonly most: number }
  | { readonly type: 'phrase'; readonly optional: boolean }
  | { readonly type: 'start' }
  | { readonly type: 'end' }
  | { readonly type: 'open'; readonly name: string }
  | { readonly type: 'close'; readonly name: string };

export type Pattern = readonly Node[];

/** Token ranges by name, half-open; `all` is the whole match. */
export type Captures = ReadonlyMap<string, readonly [number, number]>;

/** No `*` or `+` reaches further. */
const MOST = 40;
const TAGS: ReadonlySet<string> = new Set<Tag>([
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
]);
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

function testOf(part: string): Test {
  const words: string[] = [];
  const tests: Test[] = [];
  for (const alternative of alternatives(part)) {
    if (alternative !== '.' && /^[^%@[\-!.&<\p{Lu}]|^[^\p{L}]$|^-+$/u.test(alternative) && !alternative.includes('&'))
      words.push(alternative);
    else tests.push(alternative.length > 1 && alternative.includes('&') ? bothOf(alternative) : atomOf(alternative));
  }
  if (words.length > 0) {
    const set = new Set(words);
    tests.push(({ lower }) => set.has(lower));
  }
  const [only] = tests;
  return tests.length === 1 && only !== undefined ? only : (token) => tests.some((test) => test(token));
}

function bothOf(part: string): Test {
  const tests = part.split('&').map(testOf);
  return (token) => tests.every((test) => test(token));
}

/** One alternative that is no plain word. */
function atomOf(part: string): Test {
  const name = part.slice(1);
  if (part === '.') return () => true;
  if (part.startsWith('<')) throw new Error(`A noun phrase stands alone, not in: ${part}`);
  if (part.startsWith('!')) {
    const test = testOf(name);
    return (token) => !test(token);
  }
  if (part.startsWith('@')) {
    if (!MARKS.has(name)) throw new Error(`No mark is called ${name}`);
    return ({ marks }) => marks.has(name as Mark);
  }
  if (part.startsWith('%')) {
    const list = CLASSES[name];
    if (list === undefined) throw new Error(`No list of words is called ${name}`);
    return ({ lower }) => list.has(lower);
  }
  if (part.startsWith('[')) {
    const forms = new Set(part.slice(1, -1).split('|').flatMap(formsOf));
    return ({ lower, tag }) => forms.has(lower) && tag !== 'PROPN';
  }
  if (part.startsWith('-')) return ({ lower }) => lower.endsWith(name) && lower.length > name.length + 1;
  if (!TAGS.has(part)) throw new Error(`No tag is called ${part}`);
  return ({ tag }) => tag === part;
}

const REPEATED = /^(.+?)(\?|\*|\+|\{(\d+)\})$/;

function nodeOf(part: string): Node {
  if (part === '^') return { type: 'start' };
  if (part === '$') return { type: 'end' };
  if (part === '<np>' || part === '<np>?') return { type: 'phrase', optional: part.endsWith('?') };
  const gap = /^\.\.(\d+)$/.exec(part);
  if (gap !== null) return { type: 'token', test: () => true, least: 0, most: Number(gap[1]) };
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
  return nodes;
}

type Ends = ReadonlyMap<string, number>;

/** Where the phrases of a sentence end, by where they start: read once for all rules. */
const known = new WeakMap<readonly Token[], Map<number, number>>();

export function phraseEnd(tokens: readonly Token[], at: number): number {
  let ends = known.get(tokens);
  if (ends === undefined) {
    ends = new Map();
    known.set(tokens, ends);
  }
  let end = ends.get(at);
  if (end === undefined) {
    end = nounPhraseEnd(tokens, at);
    ends.set(at, end);
  }
  return end;
}

/** Whether a pattern can begin with this token, where that is told by one token; most are done with at this. */
export function mayOpen(pattern: Pattern, token: Token): boolean {
  const first = pattern.find(({ type }) => type !== 'open');
  return first?.type !== 'token' || first.least === 0 || first.test(token);
}

/** Whether a pattern begins with a noun phrase. */
export const opensWithPhrase = (pattern: Pattern): boolean =>
  pattern.find(({ type }) => type !== 'open')?.type === 'phrase';

function step(pattern: Pattern, tokens: readonly Token[], node: number, at: number, ends: Ends): [number, Ends] | null {
  const next = pattern[node];
  if (next === undefined) return [at, ends];
  if (next.type === 'start') return at === 0 ? step(pattern, tokens, node + 1, at, ends) : null;
  if (next.type === 'end') return at === tokens.length ? step(pattern, tokens, node + 1, at, ends) : null;
  if (next.type === 'open' || next.type === 'close')
    return step(pattern, tokens, node + 1, at, new Map(ends).set(`${next.type} ${next.name}`, at));
  if (next.type === 'phrase') {
    const end = phraseEnd(tokens, at);
    if (end > at) {
      const found = step(pattern, tokens, node + 1, end, ends);
      if (found !== null) return found;
    }
    return next.optional ? step(pattern, tokens, node + 1, at, ends) : null;
  }
  let count = 0;
  while (count < next.most) {
    const token = tokens[at + count];
    if (token === undefined || !next.test(token)) break;
    count += 1;
  }
  for (; count >= next.least; count -= 1) {
    const found = step(pattern, tokens, node + 1, at + count, ends);
    if (found !== null) return found;
  }
  return null;
}

const NOTHING: Ends = new Map();

/** What a pattern captures where it matches at the token `at`; null where it does not. */
export function matchAt(pattern: Pattern, tokens: readonly Token[], at: number): Captures | null {
  const found = step(pattern, tokens, 0, at, NOTHING);
  if (found === null) return null;
  const [end, ends] = found;
  const captures = new Map<string, readonly [number, number]>([['all', [at, end]]]);
  for (const [key, from] of ends) {
    const name = key.startsWith('open ') ? key.slice(5) : null;
    if (name !== null) captures.set(name, [from, ends.get(`close ${name}`) ?? from]);
  }
  return captures;
}

/** False where a token that the pattern cannot do without stands nowhere in the sentence: most patterns are done with at this. */
export const canMatch = (pattern: Pattern, tokens: readonly Token[]): boolean =>
  pattern.every((node) => node.type !== 'token' || node.least === 0 || tokens.some(node.test));
