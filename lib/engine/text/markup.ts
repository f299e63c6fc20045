/**
 * Marks of Markdown and HTML in a text that was pasted with them. They say how words look and are no words: in the folded view spaces stand in their place,
 * so that every offset stays; in a statement they are left out.
 */
import type { Span } from '../types.ts';

/** Tags that end a line. */
const BLOCK_TAG =
  /^<\/?(?:p|div|br|hr|h[1-6]|li|ul|ol|tr|table|thead|tbody|blockquote|section|article|header|footer|aside|nav|figure|figcaption|pre|dl|dt|dd)\b/i;
const TAG = /<\/?[a-z][^<>\n]{0,400}>/gi;
/** A name that a news agency sets between angle brackets where it has no sign on the exchange: "<Halden Steel Co>", "<Morello>". */
const isName = (tag: string): boolean =>
  /^<\p{Lu}\p{Ll}/u.test(tag) &&
  !/[=/]/.test(tag) &&
  (/ \p{Lu}/u.test(tag) || (/^<\p{L}{4,}>$/u.test(tag) && !BLOCK_TAG.test(tag) && !INLINE_TAG.test(tag)));
const INLINE_TAG =
  /^<(?:abbr|area|aside|audio|base|body|button|canvas|caption|center|cite|code|data|details|dialog|embed|font|form|frame|head|html|iframe|image|input|label|legend|link|main|mark|marquee|menu|meta|meter|object|option|output|param|picture|progress|quote|ruby|samp|script|select|slot|small|source|span|strike|strong|style|summary|svg|tbody|template|textarea|tfoot|time|title|track|video)>$/i;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  pound: '£',
  euro: '€',
  yen: '¥',
  cent: '¢',
  dollar: '$',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  middot: '·',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  times: '×',
  minus: '−',
  percnt: '%',
  num: '#',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
  szlig: 'ß',
  ntilde: 'ñ',
  oslash: 'ø',
  aring: 'å',
};
const ENTITY = /&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,6}\d{0,2}));/gi;

function character(decimal: string | undefined, hex: string | undefined, name: string | undefined): string | null {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? null;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 31 && code < 0xd800 ? String.fromCharCode(code) : null;
}

/** Words struck out, which are no longer the text's; code; a box that is ticked or not; a mark that is only a mark. */
const STRUCK = /~~[^~\n]{1,200}~~/g;
const CODE = /`([^`\n]{1,200})`/g;
const BOX = /(?<=^ {0,3}[-*+] )\[[ xX]\](?= )/gm;
const ESCAPE = /\\(?=[\\`*_{}[\]()#+.!$>~|-])/g;

/** A picture with all it has, a note's number, the address behind a link's words. */
const PICTURE = /!\[[^[\]\n]{0,400}\]\([^()\s]*(?: "[^"\n]{0,200}")?\)/g;
const NOTE = /\[\^[\w-]{1,20}\]:?/g;
const LINK = /\[([^[\]\n]{1,400})\](?:\([^()\s]*(?: "[^"\n]{0,200}")?\)|\[[\w-]{0,40}\])/g;
/** Marks at the head of a line. */
const HEADING = /^ {0,3}#{1,6}(?= )|^ {0,3}(?:> ?){1,12}/gm;
const EMPHASIS =
  /(?<![\p{L}\p{N}*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\p{L}\p{N}_])/gu;

const MAY_HOLD = /[<&*_#>\]~`\\]/;
const spaces = (words: string): string => ' '.repeat(words.length);

/** Stretches between `open` and `close`, both included, found in one pass: what is not closed is left. */
function hidden(text: string, open: string, close: string): string {
  const parts: string[] = [];
  const lower = text.toLowerCase();
  let from = 0;
  for (let at = lower.indexOf(open); at >= 0; at = lower.indexOf(open, from)) {
    const end = lower.indexOf(close, at + open.length);
    if (end < 0) break;
    parts.push(text.slice(from, at), text.slice(at, end + close.length).replace(/[^\n]/g, ' '));
    from = end + close.length;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(from);
}

const tagged = (tag: string): string => (BLOCK_TAG.test(tag) ? `\n${spaces(tag.slice(1))}` : spaces(tag));

/** The text with a space for every mark, and a line end for the start of a tag that ends a line. Of the same length. */
export function withoutMarks(text: string): string {
  if (!MAY_HOLD.test(text)) return text;
  const code = text.includes('<')
    ? hidden(hidden(hidden(text, '<!--', '-->'), '<script', '</script>'), '<style', '</style>')
    : text;
  return code
    .replace(TAG, (tag) => (isName(tag) ? ` ${tag.slice(1, -1)} ` : tagged(tag)))
    .replace(ENTITY, (entity, decimal, hex, name) => {
      const found = character(decimal, hex, name);
      if (found === null) return entity;
      return /[£€¥$“‘’']/.test(found) ? found.padStart(entity.length) : found.padEnd(entity.length);
    })
    .replace(STRUCK, spaces)
    .replace(CODE, (_, words: string) => ` ${words} `)
    .replace(BOX, spaces)
    .replace(ESCAPE, ' ')
    .replace(PICTURE, spaces)
    .replace(NOTE, spaces)
    .replace(LINK, (link, words: string) => ` ${words}${spaces(link.slice(words.length + 1))}`)
    .replace(HEADING, spaces)
    .replace(EMPHASIS, spaces);
}

/** The stretches of a span that are marks and no words, in order. */
export function marksIn(text: string, { start, end }: Span): Span[] {
  const words = text.slice(start, end);
  if (!MAY_HOLD.test(words)) return [];
  const found: Span[] = [];
  for (const match of words.matchAll(CODE)) {
    const [at, end] = [start + match.index, start + match.index + match[0].length];
    found.push({ start: at, end: at + 1 }, { start: end - 1, end });
  }
  for (const pattern of [TAG, STRUCK, BOX, ESCAPE, PICTURE, NOTE, EMPHASIS])
    for (const { index, 0: mark } of words.matchAll(pattern)) {
      const [from, to] = [start + index, start + index + mark.length];
      if (pattern === TAG && isName(mark)) found.push({ start: from, end: from + 1 }, { start: to - 1, end: to });
      // no space is left before a comma
      else
        found.push({ start: text[from - 1] === ' ' && /[\s,.;:)]/.test(text[to] ?? ' ') ? from - 1 : from, end: to });
    }
  for (const match of words.matchAll(LINK)) {
    const at = start + match.index;
    const tail = at + 1 + (match[1]?.length ?? 0);
    found.push({ start: at, end: at + 1 }, { start: tail, end: at + match[0].length });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Words with the characters that HTML writes by name or number. */
export const withCharacters = (words: string): string =>
  words.includes('&')
    ? words.replace(ENTITY, (entity, decimal, hex, name) => character(decimal, hex, name) ?? entity)
    : words;
