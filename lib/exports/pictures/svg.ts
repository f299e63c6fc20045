import { type Element, el, type Node } from '../html/tree.ts';

/**
 * What pictures are drawn with. All are as wide, in units that a phone shows one to one, so that words in them stay as large as those around. Their
 * colours are classes, for the page's sheet to paint (app/styles/report.css) or a paper's (`PAPER`).
 */
export const WIDTH = 352;

/** Sizes of type, in units. */
export const TYPE = { words: 12, small: 11, sign: 10, ring: 9 } as const;
type Size = keyof typeof TYPE;

/** A number as it stands in a picture. */
export const n = (value: number): string => String(Math.round(value * 100) / 100);

/** How wide words are at most in the typefaces of a report, in units: every sign is taken for a wide one of its kind. */
export function widthOf(words: string, size: Size): number {
  let em = 0;
  for (const sign of words) em += WIDE.test(sign) ? 1.25 : BROAD.test(sign) ? 0.95 : NARROW.test(sign) ? 0.35 : 0.66;
  return em * TYPE[size];
}
const WIDE = /[\p{Extended_Pictographic}\u1100-\u{1F02F}\u{20000}-\u{3FFFF}]/u;
const BROAD = /[\p{Lu}mwMW@%&—…]/u;
const NARROW = /[ijlI.,:;'’!|() ]/u;

/** Words cut to a width, with a sign that they go on. */
export function cut(words: string, size: Size, most: number): string {
  if (widthOf(words, size) <= most) return words;
  const signs = [...words];
  while (signs.length > 1 && widthOf(`${signs.join('').trimEnd()}…`, size) > most) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}

/** Words in one line or two, each no wider than `most`. */
export function lines(words: string, size: Size, most: number): string[] {
  const clean = words.replace(/\s+/g, ' ').trim();
  if (widthOf(clean, size) <= most) return [clean];
  const parts = clean.split(' ');
  let taken = 0;
  while (taken < parts.length - 1 && widthOf(parts.slice(0, taken + 1).join(' '), size) <= most) taken++;
  const head = parts.slice(0, taken).join(' ');
  return head === '' ? [cut(clean, size, most)] : [head, cut(parts.slice(taken).join(' '), size, most)];
}

/** Signs in a ring are drawn larger than letters. */
const RINGS = /[②⊖]/;

/** A status's sign around a middle. */
export const signed = (sign: string, { x, y }: At, look: string): Element => {
  const size = RINGS.test(sign) ? 'ring' : 'sign';
  return words(sign, { x, y: y + TYPE[size] * 0.36 }, { size, anchor: 'middle', more: `pic-strong ${look}` });
};

type At = { readonly x: number; readonly y: number };
type Look = { readonly size?: Size; readonly anchor?: 'start' | 'middle' | 'end'; readonly more?: string };

/** A line of words; `y` is where they stand on. */
export const words = (
  text: string,
  { x, y }: At,
  { size = 'words', anchor = 'start', more = '' }: Look = {},
): Element =>
  el(
    'text',
    { x: n(x), y: n(y), class: ['pic-text', `pic-${size}`, `pic-${anchor}`, more].filter(Boolean).join(' ') },
    text,
  );

export const box = (at: At & { readonly width: number; readonly height: number }, look: string): Element =>
  el('rect', { x: n(at.x), y: n(at.y), width: n(at.width), height: n(at.height), class: look });

export const stroke = (from: At, to: At, look: string): Element =>
  el('path', { d: `M${n(from.x)} ${n(from.y)}L${n(to.x)} ${n(to.y)}`, class: look });

/** A picture with its name and what it shows for who does not see it. */
export const picture = (id: string, title: string, says: string, height: number, nodes: readonly Node[]): Element =>
  el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${n(height)}`,
      class: 'pic',
      role: 'img',
      'aria-labelledby': `${id}-name ${id}-says`,
    },
    el('title', { id: `${id}-name` }, title),
    el('desc', { id: `${id}-says` }, says),
    nodes,
  );

const INK = '#211d17';
const SOFT = '#655e52';
/** The states' colours on paper, as the PDF's template has them. */
const STATES = {
  open: '#6b6457',
  review: '#8f5a00',
  await: '#1d5fbf',
  disputed: '#b3261e',
  stands: '#1b6e36',
  unrated: '#4c5b66',
  wrong: '#b3261e',
  stale: '#8a3fa0',
  excluded: SOFT,
} as const;

/** The sheet of a picture that is printed: no variables, for programs that know none. */
export const PAPER = [
  `.pic-text{fill:${INK};font-family:Inter,"Noto Sans Arabic","Noto Sans Hebrew","Noto Emoji"}`,
  ...Object.entries(TYPE).map(([size, value]) => `.pic-${size}{font-size:${value}px}`),
  '.pic-middle{text-anchor:middle}.pic-end{text-anchor:end}.pic-strong{font-weight:600}',
  `.pic-soft{fill:${SOFT}}.pic-bar{fill:${INK}}.pic-rule{stroke:#d9d2c2;fill:none}.pic-edge{stroke:${SOFT};fill:none}`,
  '.pic-dashed{stroke-dasharray:2 2}.pic-out{fill:#fff}',
  ...Object.entries(STATES).map(
    ([state, colour]) => `.pic-fill.state-${state}{fill:${colour}}.pic-edge.state-${state}{stroke:${colour}}`,
  ),
].join('');
