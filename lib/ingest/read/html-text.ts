import { isTag, TEXT, tagOf, walk } from './dom.ts';
import type { DocumentLink } from './types.ts';
import { newWriter, type Writer, type Written } from './writer.ts';

export type PageText = Written & {
  readonly links: readonly DocumentLink[];
  /** Indices of places that are headings of the first rank. */
  readonly headings: readonly number[];
};

/** Elements that are not shown, or that show no words of the page. */
const LEFT_OUT = new Set(
  'script style template noscript title meta link base iframe frame object embed applet canvas audio video picture img select option optgroup datalist textarea input desc defs metadata annotation annotation-xml rp'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article aside blockquote body button center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend main menu nav ol p pre search section summary ul text foreignobject caption tbody thead tfoot'.split(
    ' ',
  ),
);
const CELLS = new Set(['td', 'th']);
const HIDDEN_BY_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i;
/** Class names by which all but everybody hides words from the eye that a screen reader speaks. */
const HIDDEN_BY_CLASS =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|screen-reader-only|element-invisible)(?:\s|$)/i;
const NOT_SEEN = /[\u00AD\u200B]/g;

/** All words of a page that its reader sees without running anything, block by block. */
export function pageText(root: Node, base: string | null): PageText {
  const writer = newWriter();
  const links: { start: number; end: number; href: string }[] = [];
  const openLinks: { start: number; href: string; element: Element }[] = [];
  const headings: number[] = [];
  const lists: { isOrdered: boolean; next: number }[] = [];
  const tables: { readonly isData: boolean; hasRow: boolean }[] = [];
  let kept = 0;

  const enterElement = (element: Element): boolean => {
    const tag = tagOf(element);
    if (LEFT_OUT.has(tag) || isHidden(element, tag)) return false;
    if (tag === 'br') writer.breakLine();
    else if (tag === 'table') {
      writer.open('paragraph');
      tables.push({ isData: isDataTable(element), hasRow: false });
    } else if (tag === 'tr') enterRow(writer, tables.at(-1));
    else if (CELLS.has(tag)) {
      if (tables.at(-1)?.isData) writer.cell(spanOf(element, 'colspan'), spanOf(element, 'rowspan'));
      else writer.open('paragraph');
    } else if (tag === 'li') writer.open('item', markOf(element, lists.at(-1)));
    else if (BLOCKS.has(tag)) writer.open('paragraph');
    if (tag === 'ul' || tag === 'ol' || tag === 'menu') lists.push(listOf(element, tag));
    if (tag === 'pre') kept += 1;
    if (tag === 'h1') headings.push(writer.count());
    if (tag === 'q') writer.add('“');
    if (tag === 'a') {
      const href = addressIn(element.getAttribute('href'), base);
      if (href !== null) openLinks.push({ start: writer.here(), href, element });
    }
    return true;
  };

  const leave = (element: Element): void => {
    const tag = tagOf(element);
    if (LEFT_OUT.has(tag)) return;
    if (tag === 'table') {
      if (tables.pop()?.isData) writer.endTable();
      else writer.close();
    } else if (BLOCKS.has(tag) || tag === 'li' || (CELLS.has(tag) && !tables.at(-1)?.isData)) writer.close();
    if (tag === 'ul' || tag === 'ol' || tag === 'menu') lists.pop();
    if (tag === 'pre') kept -= 1;
    if (tag === 'q') writer.add('”');
    if (openLinks.at(-1)?.element === element) {
      const link = openLinks.pop();
      if (link) links.push({ start: link.start, end: writer.here(), href: link.href });
    }
  };

  walk(
    root,
    (node) => {
      if (isTag(node)) return enterElement(node);
      if (node.nodeType === TEXT) writer.add((node.nodeValue ?? '').replace(NOT_SEEN, ''), kept > 0);
      return false;
    },
    leave,
  );
  const written = writer.finish();
  return {
    ...written,
    headings: headings.filter((index) => index < written.places.length),
    links: links
      .map(({ start, end, href }) => ({ ...written.settle(start, end), href }))
      .filter(({ start, end }) => end > start),
  };
}

function isHidden(element: Element, tag: string): boolean {
  if (element.hasAttribute('hidden') || (tag === 'dialog' && !element.hasAttribute('open'))) return true;
  const style = element.getAttribute('style');
  if (style !== null && HIDDEN_BY_STYLE.test(style)) return true;
  const names = element.getAttribute('class');
  return names !== null && HIDDEN_BY_CLASS.test(names);
}

/** A table begins with its first row: its caption stands before it. */
function enterRow(writer: Writer, table: { readonly isData: boolean; hasRow: boolean } | undefined): void {
  if (!table?.isData) return;
  if (!table.hasRow) writer.table();
  table.hasRow = true;
  writer.row();
}

const spanOf = (cell: Element, name: 'colspan' | 'rowspan'): number => {
  const span = Number(cell.getAttribute(name) ?? 1);
  return Number.isInteger(span) && span > 0 && span <= 100 ? span : 1;
};

const listOf = (list: Element, tag: string): { isOrdered: boolean; next: number } => {
  const start = Number(list.getAttribute('start') ?? 1);
  return { isOrdered: tag === 'ol', next: Number.isInteger(start) ? start : 1 };
};

function markOf(item: Element, list: { isOrdered: boolean; next: number } | undefined): string {
  if (!list?.isOrdered) return '• ';
  const value = Number(item.getAttribute('value') ?? Number.NaN);
  const number = Number.isInteger(value) ? value : list.next;
  list.next = number + 1;
  return `${number}. `;
}

const NO_DATA = new Set('table h1 h2 h3 h4 h5 h6 form blockquote pre article section nav'.split(' '));
const MOST_IN_CELL = 600;

/** Rows and columns of short cells, rather than a page laid out by a table. */
function isDataTable(table: Element): boolean {
  if (/^(?:presentation|none)$/i.test(table.getAttribute('role') ?? '')) return false;
  let heads = 0;
  let cells = 0;
  let rows = 0;
  let inCell = 0;
  let isData = true;
  walk(
    table,
    (node) => {
      if (!isData) return false;
      if (node.nodeType === TEXT) {
        inCell += node.nodeValue?.trim().length ?? 0;
        if (inCell > MOST_IN_CELL) isData = false;
      }
      if (!isTag(node)) return false;
      const tag = tagOf(node);
      if (NO_DATA.has(tag)) isData = false;
      if (tag === 'tr') rows += 1;
      if (tag === 'th' || tag === 'caption') heads += 1;
      if (CELLS.has(tag)) cells += 1;
      if (CELLS.has(tag) || tag === 'caption') inCell = 0;
      return isData && !LEFT_OUT.has(tag);
    },
    () => {},
  );
  return isData && (heads > 0 || (rows >= 2 && cells >= 2 * rows));
}

/** An address that can be opened, absolute; null for one that names a script, a place on the page, or nothing. */
export function addressIn(href: string | null, base: string | null): string | null {
  const words = href?.trim() ?? '';
  if (words === '' || words.startsWith('#') || words.length > 2000) return null;
  try {
    const url = new URL(words, base ?? undefined);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}
