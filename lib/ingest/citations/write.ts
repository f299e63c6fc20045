import type { CslItem } from './types.ts';

/*
 * References as files. BibTeX is written here in the fields of BibLaTeX: what Citation.js writes leaves out every letter
 * that LaTeX has no command for, and so whole titles.
 */

/** References as CSL-JSON. */
export const writeCsl = (items: readonly CslItem[]): string => `${JSON.stringify(items, null, 2)}\n`;

const TYPES: Readonly<Record<string, string>> = {
  webpage: 'online',
  dataset: 'dataset',
  report: 'report',
  broadcast: 'audio',
  interview: 'audio',
};

const FIELDS: readonly (readonly [bibtex: string, csl: string])[] = [
  ['title', 'title'],
  ['author', 'author'],
  ['organization', 'publisher'],
  ['date', 'issued'],
  ['url', 'URL'],
  ['urldate', 'accessed'],
  ['doi', 'DOI'],
  ['isbn', 'ISBN'],
  ['keywords', 'keyword'],
  ['note', 'note'],
];

/** References as BibTeX, one entry after another. What the formats have no common field for is left out. */
export const writeBibtex = (items: readonly CslItem[]): string =>
  items
    .map((item, i) => `@${TYPES[String(item.type)] ?? 'misc'}{${labelOf(item, i)},\n${fieldsOf(item)}}\n`)
    .join('\n');

const labelOf = ({ id }: CslItem, i: number): string => `source-${String(id ?? '').replace(/[^\w:.-]/g, '') || i + 1}`;

function fieldsOf(item: CslItem): string {
  // A report is an institution's.
  const nameOf = (name: string) => (name === 'organization' && item.type === 'report' ? 'institution' : name);
  return FIELDS.flatMap(([name, field]) => {
    const value = writtenAs(name, item[field]);
    return value === null ? [] : [`  ${nameOf(name)} = {${value}},\n`];
  }).join('');
}

function writtenAs(name: string, value: unknown): string | null {
  if (name === 'date' || name === 'urldate') return dayIn(value);
  if (name === 'author') return authorsIn(value);
  if (typeof value !== 'string' || value === '') return null;
  if (name === 'url' || name === 'doi') return verbatim(value);
  // In braces of its own a title keeps its capitals.
  return name === 'title' ? `{${escaped(value)}}` : escaped(value);
}

function dayIn(value: unknown): string | null {
  const parts: unknown = isObject(value) && Array.isArray(value['date-parts']) ? value['date-parts'][0] : null;
  if (!Array.isArray(parts)) return null;
  return parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
}

function authorsIn(value: unknown): string | null {
  if (!Array.isArray(value)) return null;
  const names = value.flatMap((name) => (isObject(name) && typeof name.literal === 'string' ? [name.literal] : []));
  return names.length === 0 ? null : names.map((name) => `{${escaped(name)}}`).join(' and ');
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Braces would end the field, and an address can be written without them. */
const verbatim = (link: string): string => link.replace(/[{}\\]/g, (sign) => encodeURIComponent(sign));

const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Words as BibTeX reads them back: its own signs as commands, and pairs that it would draw together kept apart. */
const escaped = (words: string): string =>
  words
    .replace(/[\\~^{}$&%#_]/g, (sign) => COMMANDS[sign] ?? `\\${sign}`)
    .replace(/(?<=([-'`?!<>,]))(?=\1)/g, '{}')
    .replace(/([?!])`/g, '$1{}`')
    .replace(/\s+/g, ' ');
