import type { Element, Node } from '../html/tree.ts';
import type { Bar, RatingsPicture } from '../outline/types.ts';
import { box, lines, n, picture, signed, TYPE, WIDTH, widthOf, words } from './svg.ts';

const LABEL_X = 18;
const BAR_X = 140;
const LABEL_MOST = BAR_X - LABEL_X - 8;
const LINE = 15;
const BETWEEN = 9;
const BAR_HEIGHT = 12;

/** Claims by verdict: a bar each, filled where a rating stands for it, as long as its count, with its label before and its count after. */
export function drawRatings({ id, title, says, drawing: { bars } }: RatingsPicture): Element {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const counts = Math.max(...bars.map(({ count }) => widthOf(n(count), 'words')));
  const longest = WIDTH - BAR_X - counts - 8;
  const nodes: Node[] = [];
  let y = 0;
  for (const [i, bar] of bars.entries()) {
    const label = lines(bar.label, 'words', LABEL_MOST);
    nodes.push(...rowOf(bar, label, y, Math.max(2, (longest * bar.count) / most)));
    y += label.length * LINE + BETWEEN;
    if (!bar.isOpen && bars[i + 1]?.isOpen) y += BETWEEN;
  }
  return picture(id, title, says, y, nodes);
}

function rowOf({ status, count, isOpen }: Bar, label: readonly string[], y: number, length: number): Node[] {
  const middle = y + (label.length * LINE) / 2;
  const under = middle + TYPE.words * 0.36;
  return [
    signed(status.sign, { x: 6, y: y + LINE / 2 }, `pic-fill state-${status.mark}`),
    ...label.map((text, i) => words(text, { x: LABEL_X, y: y + TYPE.words + i * LINE })),
    isOpen
      ? box(
          { x: BAR_X + 0.5, y: middle - BAR_HEIGHT / 2 + 0.5, width: length - 1, height: BAR_HEIGHT - 1 },
          `pic-edge state-${status.mark}`,
        )
      : box(
          { x: BAR_X, y: middle - BAR_HEIGHT / 2, width: length, height: BAR_HEIGHT },
          `pic-fill state-${status.mark}`,
        ),
    words(n(count), { x: BAR_X + length + 6, y: under }, { more: 'pic-strong' }),
  ];
}
