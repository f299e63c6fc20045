import type { Outline, Picture } from '../outline/index.ts';
import { draw } from '../pictures/draw.ts';
import { type Element, el } from './tree.ts';

/** A picture with its title, and the same in numbers for who wants to read them. */
export const figure = (picture: Picture, { words }: { readonly words: Pick<Outline['words'], 'inNumbers'> }): Element =>
  el(
    'figure',
    { class: `rp-picture rp-${picture.id}` },
    el('figcaption', {}, picture.title),
    draw(picture),
    el(
      'details',
      { class: 'screen-only' },
      el('summary', {}, words.inNumbers, el('span', { class: 'rp-said' }, `: ${picture.title}`)),
      el(
        'table',
        {},
        el(
          'tbody',
          {},
          picture.rows.map(({ label, value }) => el('tr', {}, el('th', { scope: 'row' }, label), el('td', {}, value))),
        ),
      ),
    ),
  );
