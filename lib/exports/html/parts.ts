import type { Line, Outline, Status } from '../outline/index.ts';
import { type Element, el, type Node } from './tree.ts';

/** A section with its heading; `none` is said where there is nothing in it. */
export function section(id: string, title: string, items: readonly Node[], none = ''): Element {
  return el(
    'section',
    { class: 'rp-section', id, 'aria-labelledby': `${id}-title` },
    el('h2', { id: `${id}-title` }, title),
    items.length > 0 ? items : el('p', { class: 'rp-soft' }, none),
  );
}

/** A line of words: what was taken out and put in is said too, and what leads somewhere is a link. */
export function line(runs: Line, { words }: Pick<Outline, 'words'>): Node[] {
  return runs.map(({ text, as, to }) => {
    if (as === 'strong') return el('strong', {}, text);
    if (as === 'deleted') return el('del', {}, said(words.deleted), text);
    if (as === 'inserted') return el('ins', {}, said(words.inserted), text);
    return to === null ? text : el('a', { href: `#${to}` }, text);
  });
}
const said = (words: string) => el('span', { class: 'rp-said' }, `${words} `);

/** A claim's status: the sign for the eye, the words for everybody. */
export const sign = ({ mark, sign }: Status): Element =>
  el('span', { class: `rp-sign state-${mark}`, 'aria-hidden': 'true' }, sign);
