import { type Element, el, type Node } from '../html/tree.ts';
import type { CellMark, CoveragePicture, KeyItem } from '../outline/types.ts';
import { box, cut, lines, n, picture, signed, stroke, WIDTH, widthOf, words } from './svg.ts';

const SIZE = 14;
const STEP = 16;
/** Between paragraphs. */
const GAP = 5;
const ROW = 18;
const KEY_ROW = 18;
/** Where the key's words begin, and where its counts end. */
const KEY_X = SIZE + 8;
const COUNT_X = 256;

/** Where in the text: a square for each sentence, row after row with the number of the first before it, and what the squares mean below. */
export function drawCoverage({ id, title, says, drawing: { cells, key, note } }: CoveragePicture): Element {
  const nodes: Node[] = [];
  const left = Math.max(24, 8 + widthOf(n(cells.at(-1)?.from ?? 0), 'small'));
  let [x, y, isFirst] = [left, 0, true];
  for (const { mark, sign, opens, from } of cells) {
    if (opens && !isFirst) x += GAP;
    if (x + SIZE > WIDTH) [x, y, isFirst] = [left, y + ROW, true];
    if (isFirst)
      nodes.push(words(n(from), { x: left - 6, y: y + 11 }, { size: 'small', anchor: 'end', more: 'pic-soft' }));
    nodes.push(...square(mark, sign, x, y));
    x += STEP;
    isFirst = false;
  }
  const below = y + ROW + 10;
  nodes.push(...key.flatMap((item, i) => drawKey(item, below + i * KEY_ROW)));
  const foot = below + key.length * KEY_ROW + 4;
  const notes = lines(note, 'small', WIDTH);
  nodes.push(
    ...notes.map((text, i) => words(text, { x: 0, y: foot + 10 + i * 15 }, { size: 'small', more: 'pic-soft' })),
  );
  return picture(id, title, says, foot + notes.length * 15, nodes);
}

const drawKey = ({ mark, sign, words: label, count }: KeyItem, y: number): Node[] => [
  ...square(mark, sign, 0, y),
  words(
    cut(label, 'small', COUNT_X - KEY_X - widthOf(n(count), 'small') - 6),
    { x: KEY_X, y: y + 11 },
    { size: 'small' },
  ),
  words(n(count), { x: COUNT_X, y: y + 11 }, { size: 'small', anchor: 'end', more: 'pic-strong' }),
];

/** What does not stand is filled, what stands has an edge, what was not read a broken one: they differ in grey too. */
function square(mark: CellMark, sign: string, x: number, y: number): Node[] {
  const inner = { x: x + 0.5, y: y + 0.5, width: SIZE - 1, height: SIZE - 1 };
  const middle = { x: x + SIZE / 2, y: y + SIZE / 2 };
  switch (mark) {
    case 'clear':
      return [el('circle', { cx: n(middle.x), cy: n(middle.y), r: '1.5', class: 'pic-soft' })];
    case 'unread':
      return [box(inner, 'pic-edge pic-dashed')];
    case 'minor':
      return [box(inner, 'pic-edge'), stroke({ x: x + 1, y: y + SIZE - 1 }, { x: x + SIZE - 1, y: y + 1 }, 'pic-edge')];
    case 'wrong':
      return [box({ x, y, width: SIZE, height: SIZE }, `pic-fill state-${mark}`), signed(sign, middle, 'pic-out')];
    default:
      return [box(inner, `pic-edge state-${mark}`), signed(sign, middle, `pic-fill state-${mark}`)];
  }
}
