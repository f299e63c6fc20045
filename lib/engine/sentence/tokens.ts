/**
 * Stage 4: words and marks of one sentence, each with its exact place and a part of speech.
 *
 * The first tags are wink-nlp's (its tagger only; sentences, names and numbers are our own stages). They are then mended by a few rules
 * of agreement and position, in `tags.ts`, where a wrong tag costs a clause: "which accounts for", "the recent launch", "companies benefit".
 */
import model from 'wink-eng-lite-web-model';
import winkNLP, { type WinkMethods } from 'wink-nlp';
import { type Mark, type Span, TAGS, type Tag, type Token } from '../types.ts';
import { mendTags } from './tags.ts';

/** A token that no stage has marked yet. */
export const NO_MARKS: ReadonlySet<Mark> = new Set();

/** wink keeps every unknown word it ever sees; a fresh instance after this many characters bounds the memory. */
const REFRESH_AFTER = 4_000_000;

/** The words wink knows, in the order it met them, and where it finds each. */
type Words = { readonly list: readonly string[]; readonly hash: Record<string, number> };
/** `told`: of how many words it has been settled whether they stay known. */
type Tagger = { readonly nlp: WinkMethods; readonly words: Words; told: number };

let tagger: Tagger | null = null;
let sinceFresh = 0;

function newTagger(): Tagger {
  const cores: { readonly features: { readonly lexeme: Words } }[] = [];
  const readCore = model.core as () => (typeof cores)[number];
  const core = (): (typeof cores)[number] => {
    const read = readCore();
    cores.push(read);
    return read;
  };
  const nlp = winkNLP({ ...model, core }, ['pos']);
  const [own] = cores;
  if (own === undefined) throw new Error('wink-nlp has not read its model');
  const { lexeme } = own.features;
  return { nlp, words: lexeme, told: lexeme.list.length };
}

/**
 * wink splits "Trump's" or "U.K.-based" by whether it has met the word before, wherever that was: it forgets every word in which it could split,
 * so that a text is read alike whatever was read before it. What is plain letters it takes as one word, met or not.
 */
function forgetWords(known: Tagger): void {
  const { list, hash } = known.words;
  for (; known.told < list.length; known.told += 1) {
    const word = list[known.told] ?? '';
    if (!/^[A-Za-z]+$/.test(word)) delete hash[word];
  }
}

/** A tagger as if it had read nothing yet. */
function freshTagger(): WinkMethods {
  if (tagger === null || sinceFresh > REFRESH_AFTER) {
    tagger = newTagger();
    sinceFresh = 0;
  }
  forgetWords(tagger);
  return tagger.nlp;
}

const KNOWN_TAGS: ReadonlySet<string> = new Set(TAGS);

const asTag = (tag: string): Tag => (KNOWN_TAGS.has(tag) ? (tag as Tag) : 'X');

const isWord = (token: Token): boolean => token.tag !== 'PUNCT' && token.tag !== 'SYM';

/** The tag of a compound such as "US-backed" (from its last part) or "25-year-old". */
function compoundTag(parts: readonly Token[]): Tag {
  const last = parts.at(-1);
  const first = parts[0];
  if (first === undefined || last === undefined) return 'X';
  if (last.tag === 'VERB' || last.tag === 'ADV' || last.tag === 'ADP') return 'ADJ';
  if (first.tag === 'PROPN' && last.tag === 'NOUN') return 'NOUN';
  return last.tag;
}

/** "-", or the dot of "Ver.di" and "amazon.com", which no gap and no capital follows. */
const joins = (mark: Token | undefined, next: Token | undefined): boolean =>
  mark?.text === '-' || (mark?.text === '.' && /^\p{Ll}/u.test(next?.text ?? ''));

/** What follows the hyphen of a word that is only half told. */
const isHalf = (next: Token | undefined, end: number): boolean =>
  next !== undefined && next.start > end && /^(?:and|or|to)$/.test(next.lower);

/** Joins "hard", "-", "line" into one word where nothing stands between them. */
function joinHyphens(tokens: readonly Token[], text: string): Token[] {
  const joined: Token[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const first = tokens[i];
    if (first === undefined) break;
    if (tokens[i + 1]?.start !== first.end || !isWord(first)) {
      joined.push(first);
      continue;
    }
    const parts = [first];
    for (;;) {
      const hyphen = tokens[i + 1];
      const next = tokens[i + 2];
      const previousEnd = parts.at(-1)?.end;
      if (hyphen === undefined || !joins(hyphen, next)) break;
      if (hyphen.start !== previousEnd || next?.start !== hyphen.end || !isWord(next)) break;
      parts.push(next);
      i += 2;
    }
    const last = parts.at(-1) ?? first;
    const hung = tokens[i + 1];
    // "medium- and long-term": half of a word, and no dash
    if (parts.length === 1 && hung?.text === '-' && hung.start === first.end && isHalf(tokens[i + 2], hung.end)) {
      const word = text.slice(first.start, hung.end);
      joined.push({ ...first, end: hung.end, text: word, lower: word.toLowerCase() });
      i += 1;
    } else if (parts.length === 1) joined.push(first);
    else {
      const word = text.slice(first.start, last.end);
      joined.push({
        start: first.start,
        end: last.end,
        text: word,
        lower: word.toLowerCase(),
        tag: compoundTag(parts),
        marks: NO_MARKS,
      });
    }
  }
  return joined;
}

/** What the tagger is given at once: sentences of one block, up to about this many characters. Each call costs as much as a long sentence. */
const BATCH = 1500;

/** The tagger's time grows with the square of an unbroken run of marks and letters; no word is as long as this. */
const LONGEST_RUN = 120;
const RUN = new RegExp(`(?<!\\S)\\S{${LONGEST_RUN},}`, 'g');

/** The same length, but of an unbroken run (a picture's data, a web address) no more than its opening. */
const withoutRuns = (stretch: string): string =>
  stretch.replace(RUN, (run) => run.slice(0, LONGEST_RUN).padEnd(run.length));

/** Tokens of one stretch of the text, tagged but not mended. */
function tagged(nlp: WinkMethods, text: string, span: Span): Token[] {
  const stretch = withoutRuns(text.slice(span.start, span.end));
  sinceFresh += stretch.length;
  const words = nlp.readDoc(stretch).tokens();
  const values = words.out();
  const tags = words.out(nlp.its.pos);
  const tokens: Token[] = [];
  let cursor = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? '';
    const at = stretch.indexOf(value, cursor);
    if (value.trim() === '' || at < 0) continue;
    cursor = at + value.length;
    const start = span.start + at;
    tokens.push({
      start,
      end: start + value.length,
      text: value,
      lower: value.toLowerCase(),
      tag: asTag(String(tags[i])),
      marks: NO_MARKS,
    });
  }
  return tokens;
}

/**
 * Splits sentences into tokens.
 *
 * @param text the whole text, or a view of it of the same length (a folded one serves the tagger best)
 * @param sentences in order, not overlapping, UTF-16, half-open; those of one `block` may be tagged together
 * @returns for each sentence its tokens in order, never overlapping, each with `text === <text>.slice(start, end)`
 */
export function tokenizeAll(text: string, sentences: readonly (Span & { readonly block?: number })[]): Token[][] {
  const result: Token[][] = [];
  const nlp = freshTagger();
  let first = 0;
  while (first < sentences.length) {
    const start = sentences[first]?.start ?? 0;
    let next = first + 1;
    while (
      next < sentences.length &&
      sentences[next]?.block === sentences[first]?.block &&
      sentences[first]?.block !== undefined &&
      (sentences[next]?.end ?? 0) - start <= BATCH
    )
      next += 1;
    const tokens = tagged(nlp, text, { start, end: sentences[next - 1]?.end ?? start });
    let at = 0;
    for (const { start: from, end: to } of sentences.slice(first, next)) {
      const own: Token[] = [];
      while (at < tokens.length && (tokens[at]?.start ?? to) < from) at += 1;
      for (; at < tokens.length && (tokens[at]?.end ?? to) <= to; at += 1) {
        const token = tokens[at];
        if (token !== undefined) own.push(token);
      }
      result.push(mendTags(joinHyphens(own, text)));
    }
    first = next;
  }
  return result;
}

/** Splits one sentence into tokens, as `tokenizeAll` does for many. */
export const tokenize = (text: string, span: Span): Token[] => tokenizeAll(text, [span])[0] ?? [];
