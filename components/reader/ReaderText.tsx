'use client';

import { useTranslations } from 'next-intl';
import { memo, useMemo } from 'react';
import { cx } from '#components/ui/cx.ts';
import { clock } from '#lib/sources/rules-places.ts';
import { type DocumentBlock, type DocumentRow, type Stretch, slipsOf } from './document.ts';
import { type Mark, marksIn, piecesOf } from './marks.ts';

export type ReaderTextProps = {
  readonly text: string;
  readonly blocks: readonly DocumentBlock[];
  readonly marks: readonly Mark[];
};

/** A capture's text as plain words of ours, each with its place; nothing of the page itself is drawn. */
export function ReaderText({ text, blocks, marks }: ReaderTextProps) {
  const slips = useMemo(() => slipsOf(blocks), [blocks]);
  return slips.map((slip) => <Slip key={slip[0]?.start} text={text} slip={slip} marks={marks} />);
}

function Slip({ text, slip, marks }: { text: string; slip: readonly DocumentBlock[]; marks: readonly Mark[] }) {
  return (
    <div className="reader-slip">
      {slip.map((block) => (
        <Block key={block.start} text={text} block={block} marks={marksIn(marks, block)} />
      ))}
    </div>
  );
}

type BlockProps = { readonly text: string; readonly block: DocumentBlock; readonly marks: readonly Mark[] };

const Block = memo(
  function Block({ text, block, marks }: BlockProps) {
    const t = useTranslations('reader');
    return (
      <>
        {block.page === null ? null : <p className="reader-page">{t('page', { number: block.page })}</p>}
        {block.kind === 'text' ? (
          <p
            className={cx('reader-p', block.seconds !== null && 'reader-timed')}
            data-block={block.start}
            data-paragraph={block.paragraph ?? undefined}
          >
            {block.seconds === null ? null : <span className="reader-time">{clock(block.seconds)}</span>}
            <Words text={text} place={block} marks={marks} />
          </p>
        ) : (
          <TableBlock text={text} block={block} marks={marks} />
        )}
      </>
    );
  },
  (a, b) => a.text === b.text && a.block === b.block && sameMarks(a.marks, b.marks),
);

const sameMarks = (a: readonly Mark[], b: readonly Mark[]): boolean =>
  a === b || (a.length === b.length && a.every((mark, i) => JSON.stringify(mark) === JSON.stringify(b[i])));

function TableBlock({ text, block, marks }: BlockProps & { block: DocumentBlock & { kind: 'table' } }) {
  const t = useTranslations('reader');
  return (
    <div className="reader-table">
      <table>
        {block.sheet === null ? null : <caption>{t('sheet', { name: block.sheet })}</caption>}
        <tbody>
          {block.rows.map((row) => (
            <Row key={row.start} text={text} row={row} columns={block.columns} marks={marksIn(marks, row)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = Omit<BlockProps, 'block'> & { readonly row: DocumentRow; readonly columns: readonly number[] };

function Row({ text, row, columns, marks }: RowProps) {
  // One that is in hand whole is framed as one.
  const whole = marks.find((mark) => isHand(mark) && mark.start <= row.start && mark.end >= row.end);
  return (
    <tr data-row={row.start} className={cx(whole && `reader-row-${whole.kind}`)} data-hand={whole ? '' : undefined}>
      {columns.map((column) => {
        const cell = row.cells.find((one) => one.column === column);
        return (
          <td key={column} className={cell && isFigure(text.slice(cell.start, cell.end)) ? 'reader-figure' : undefined}>
            {cell ? (
              <Words text={text} place={cell} marks={whole ? marks.filter((mark) => mark !== whole) : marks} />
            ) : null}
          </td>
        );
      })}
    </tr>
  );
}

const isFigure = (words: string): boolean => /^[-−+(]?[£$€¥]?\s?\d[\d.,\s]*\s?[%)]?$/.test(words.trim());
const isHand = ({ kind }: Mark): boolean => kind === 'chosen' || kind === 'offered';

function Words({ text, place, marks }: { text: string; place: Stretch; marks: readonly Mark[] }) {
  return piecesOf(place, marks).map(({ start, end, kinds, labels }) => {
    const words = (
      <span key={start} data-at={start}>
        {text.slice(start, end)}
      </span>
    );
    if (kinds.length === 0) return words;
    const isInHand = kinds.includes('chosen') || kinds.includes('offered');
    return (
      <mark
        key={start}
        className={cx('reader-mark', ...kinds.map((kind) => `reader-${kind}`))}
        data-hand={isInHand ? '' : undefined}
      >
        {labels.length === 0 ? null : <span className="sr-only">{labels.join(' ')} </span>}
        {words}
      </mark>
    );
  });
}
