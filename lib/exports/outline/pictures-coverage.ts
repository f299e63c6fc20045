import type { ReportClaim, ReportModel } from '../model.ts';
import { statusOf, statusOfMark } from './status.ts';
import type { Cell, CellMark, CoveragePicture, KeyItem, Mark } from './types.ts';
import { listWords, say, sayOne } from './words.ts';

/** So many squares are drawn at most; of a longer text each is several sentences. */
const MOST_CELLS = 480;

/** What presses most comes first: it is what a sentence of several claims is marked with. */
const PRESSING: readonly CellMark[] = [
  'wrong',
  'disputed',
  'stale',
  'await',
  'review',
  'open',
  'minor',
  'unread',
  'unrated',
  'stands',
  'excluded',
  'clear',
];

type Unit = { readonly start: number; readonly end: number; readonly bare: CellMark };
type Placed = ReportClaim & { readonly start: number; readonly end: number };

/**
 * Where in the text claims stand and what became of them: a square for each sentence, in order. Of an older report, which did not keep the
 * sentences, for each paragraph. Null where there is no text.
 */
export function coverageIn(model: ReportModel): CoveragePicture | null {
  const { sentences, article } = model;
  const isOld = sentences.length === 0;
  const units: Unit[] = isOld
    ? article.blocks.map(({ start, end }) => ({ start, end, bare: 'clear' }))
    : sentences.map(({ start, end, state }) => ({ start, end, bare: state === 'read' ? 'clear' : state }));
  if (units.length === 0) return null;
  const marks = marksOf(units, model.claims.filter(isPlaced));
  const per = Math.ceil(units.length / MOST_CELLS);
  const key = keyOf(marks, isOld);
  const unit = isOld ? 'paragraph' : 'sentence';
  const list = listWords(key.map(({ words, count }) => say('picturesCount', { label: words, count })));
  const square = say('coverageSquare', { unit, per });
  return {
    id: 'coverage',
    title: say('coverageTitle'),
    says: say('coverageSays', { unit, count: units.length, list }),
    rows: [
      ...key.map(({ words, count }) => ({ label: words, value: say('coverageUnits', { unit, count }) })),
      { label: say('coverageHow'), value: square },
    ],
    drawing: { cells: cellsOf(units, marks, per, isOld ? null : article.blocks), key, note: square },
  };
}

const isPlaced = (claim: ReportClaim): claim is Placed => claim.start !== null && claim.end !== null;

/** Of each unit the mark of what presses most in it. Units are in order. */
function marksOf(units: readonly Unit[], placed: readonly Placed[]): CellMark[] {
  const claims = placed.toSorted((a, b) => a.start - b.start);
  const found = units.map<CellMark[]>(() => []);
  let first = 0;
  for (const claim of claims) {
    while (first < units.length && (units[first]?.end ?? 0) <= claim.start) first++;
    for (let i = first; i < units.length && (units[i]?.start ?? 0) < claim.end; i++)
      found[i]?.push(statusOf(claim).mark);
  }
  return units.map(({ bare }, i) => {
    const marks = found[i] ?? [];
    // Its claims are minor, and nobody has touched them.
    if (bare === 'minor' || marks.length === 0) return bare;
    return pressing(marks);
  });
}

const pressing = (marks: readonly CellMark[]): CellMark => PRESSING.find((mark) => marks.includes(mark)) ?? 'clear';

function cellsOf(
  units: readonly Unit[],
  marks: readonly CellMark[],
  per: number,
  blocks: ReportModel['article']['blocks'] | null,
): Cell[] {
  const heads = headsOf(units, blocks ?? []);
  const cells: Cell[] = [];
  for (let at = 0; at < units.length; at += per) {
    const mark = pressing(marks.slice(at, at + per));
    const sign = isStatus(mark) ? statusOfMark(mark).sign : '';
    cells.push({ mark, sign, opens: at > 0 && heads.has(at), from: at + 1 });
  }
  return cells;
}

/** The units that a block begins with. Both are in order. */
function headsOf(units: readonly Unit[], blocks: readonly { readonly start: number }[]): Set<number> {
  const heads = new Set<number>();
  let at = 0;
  for (const { start } of blocks) {
    while (at < units.length && (units[at]?.start ?? 0) < start) at++;
    heads.add(at);
  }
  return heads;
}

const isStatus = (mark: CellMark): mark is Mark => mark !== 'clear' && mark !== 'unread' && mark !== 'minor';

function keyOf(marks: readonly CellMark[], isOld: boolean): KeyItem[] {
  const counts = new Map<CellMark, number>();
  for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return PRESSING.flatMap((mark) => {
    const count = counts.get(mark) ?? 0;
    if (count === 0) return [];
    const status = isStatus(mark) ? statusOfMark(mark) : null;
    // Of an older report it is not known whether what has no claim was read.
    const words = status?.words ?? sayOne('cell', isOld ? 'none' : mark);
    return [{ mark, sign: status?.sign ?? '', words, count }];
  });
}
