/** The rows and cells of a Word document's table. */
import { childAt, childrenOf, isElement, within, wordsOf, type XmlElement } from './xml.ts';

const MOST_IN_CELL = 600;
const MOST_PARAGRAPHS = 3;

const unwrapped = (parent: XmlElement, name: string): XmlElement[] =>
  parent.children
    .filter(isElement)
    .flatMap((child) =>
      child.name === name
        ? [child]
        : child.name === 'w:sdt'
          ? childrenOf(childAt(child, 'w:sdtContent') ?? child, name)
          : [],
    );
export const rowsOf = (element: XmlElement): XmlElement[] => unwrapped(element, 'w:tr');
export const cellsOf = (row: XmlElement): XmlElement[] => unwrapped(row, 'w:tc');

/** Rows and columns of short cells, rather than text that is laid out by a table. */
export const isData = (rows: readonly XmlElement[]): boolean =>
  rows.some((row) => cellsOf(row).length > 1) &&
  rows.every((row) =>
    cellsOf(row).every(
      (cell) =>
        childrenOf(cell, 'w:tbl').length === 0 &&
        childrenOf(cell, 'w:p').length <= MOST_PARAGRAPHS &&
        [...within(cell, 'w:t')].reduce((sum, words) => sum + wordsOf(words).length, 0) <= MOST_IN_CELL,
    ),
  );
