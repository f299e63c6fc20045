/** Reads `gold/passages`: articles, their sources, and which words of a source bear on which claim. */
import { readdirSync, readFileSync } from 'node:fs';

export type Bearing = 'agrees' | 'differs' | 'more precise' | 'either way';
const SIGNS: Readonly<Record<string, Bearing>> = {
  '=': 'agrees',
  '!': 'differs',
  '+': 'more precise',
  '~': 'either way',
};

type Span = { readonly start: number; readonly end: number };
export type GoldSource = { readonly key: string; readonly on: string; readonly title: string; readonly text: string };
export type GoldMark = { readonly source: string; readonly bearing: Bearing; readonly span: Span };
export type PassageGold = {
  readonly name: string;
  readonly on: string;
  readonly article: string;
  readonly sources: readonly GoldSource[];
  readonly claims: readonly { readonly words: string; readonly span: Span; readonly marks: readonly GoldMark[] }[];
};

const FOLDER = new URL('./gold/passages/', import.meta.url);

export const readPassages = (half: 'dev' | 'test'): PassageGold[] =>
  readdirSync(new URL(`${half}/`, FOLDER))
    .sort()
    .map((file) => parse(file.replace(/\.passages$/, ''), readFileSync(new URL(`${half}/${file}`, FOLDER), 'utf8')));

function parse(name: string, whole: string): PassageGold {
  const [texts = '', marks = ''] = whole.split('\n===\n');
  const [head = '', ...parts] = texts.split(/^--- /m);
  const [on = '', ...article] = head.split('\n');
  const sources = parts.map((part): GoldSource => {
    const [line = '', ...text] = part.split('\n');
    const [key = '', day = '', title = ''] = line.split(' | ');
    return { key, on: day, title, text: text.join('\n').trim() };
  });
  const text = article.join('\n').trim();
  const claims = marks
    .split(/^\? /m)
    .slice(1)
    .map((block) => {
      const [words = '', ...lines] = block.trimEnd().split('\n');
      return { words, span: once(text, words, name), marks: lines.map((line) => markOf(line.trim(), sources, name)) };
    });
  return { name, on, article: text, sources, claims };
}

function markOf(line: string, sources: readonly GoldSource[], name: string): GoldMark {
  const [, key = '', sign = '', words = ''] = /^(\S+) (\S) (.+)$/.exec(line) ?? [];
  const [source, bearing] = [sources.find((one) => one.key === key), SIGNS[sign]];
  if (!source || !bearing) throw new Error(`${name}: no mark: ${line}`);
  return { source: key, bearing, span: once(source.text, words, name) };
}

function once(text: string, words: string, name: string): Span {
  const start = text.indexOf(words);
  if (start === -1 || text.indexOf(words, start + 1) !== -1)
    throw new Error(`${name}: not exactly once in its text: ${words}`);
  return { start, end: start + words.length };
}
