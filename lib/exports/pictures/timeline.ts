import type { Element, Node } from '../html/tree.ts';
import type { Lane, TimelinePicture } from '../outline/types.ts';
import { box, cut, n, picture, stroke, WIDTH, widthOf, words } from './svg.ts';

const FROM = 116;
const LANE = 28;
/** The tallest bar. */
const TALL = 20;
const LABEL_MOST = FROM - 8;

/** The check in time: a row for each kind of thing that was done, and in it a bar for each stretch in which it was, as tall as it was often. */
export function drawTimeline({ id, title, says, drawing }: TimelinePicture): Element {
  const { lanes, from, to, days } = drawing;
  const counts = Math.max(...lanes.map(({ count }) => widthOf(n(count), 'small')));
  const until = WIDTH - counts - 8;
  const most = Math.max(1, ...lanes.flatMap(({ bins }) => bins));
  const foot = lanes.length * LANE + 4;
  const at = (part: number) => FROM + (until - FROM) * part;
  return picture(id, title, says, foot + 20, [
    ...days.map((part) => stroke({ x: at(part), y: 0 }, { x: at(part), y: foot }, 'pic-rule')),
    ...lanes.flatMap((lane, i) => drawLane(lane, (i + 1) * LANE, until, most)),
    ...[FROM, ...(to === '' ? [] : [until])].map((x) => stroke({ x, y: foot - 4 }, { x, y: foot + 4 }, 'pic-edge')),
    words(from, { x: FROM, y: foot + 16 }, { size: 'small', more: 'pic-soft' }),
    ...(to === '' ? [] : [words(to, { x: until, y: foot + 16 }, { size: 'small', anchor: 'end', more: 'pic-soft' })]),
  ]);
}

function drawLane({ label, count, bins }: Lane, foot: number, until: number, most: number): Node[] {
  const width = (until - FROM) / bins.length;
  const bars = bins.flatMap((value, i) => {
    if (value === 0) return [];
    const height = Math.max(3, (TALL * value) / most);
    return [box({ x: FROM + i * width, y: foot - height, width: Math.max(2, width - 1), height }, 'pic-bar')];
  });
  return [
    words(cut(label, 'small', LABEL_MOST), { x: 0, y: foot - 4 }, { size: 'small' }),
    stroke({ x: FROM, y: foot + 0.5 }, { x: until, y: foot + 0.5 }, 'pic-edge'),
    ...bars,
    words(n(count), { x: WIDTH, y: foot - 4 }, { size: 'small', anchor: 'end', more: 'pic-strong' }),
  ];
}
