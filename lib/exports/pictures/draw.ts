import { type Element, el, written } from '../html/tree.ts';
import type { Picture } from '../outline/types.ts';
import { drawCoverage } from './coverage.ts';
import { drawRatings } from './ratings.ts';
import { PAPER } from './svg.ts';
import { drawTimeline } from './timeline.ts';

/** A picture as an element of SVG: the same for the same numbers. */
export function draw(picture: Picture): Element {
  switch (picture.id) {
    case 'ratings':
      return drawRatings(picture);
    case 'coverage':
      return drawCoverage(picture);
    case 'timeline':
      return drawTimeline(picture);
  }
}

/** The same as a file that stands alone, in the colours of paper. */
export function svgOf(picture: Picture): string {
  const { tag, attrs, children } = draw(picture);
  return written(el(tag, attrs, el('style', {}, PAPER), children));
}
