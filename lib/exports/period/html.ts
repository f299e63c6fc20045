import { document } from '../html/html.ts';
import { section } from '../html/parts.ts';
import { figure } from '../html/pictures.ts';
import { type Element, el, type Node } from '../html/tree.ts';
import type { Row } from '../outline/types.ts';
import type { PeriodOutline, PeriodOutlineArticle } from './outline.ts';

/** A period's report as one file that stands alone, on the same paper as an article's. */
export const renderPeriodHtml = (outline: PeriodOutline): string =>
  document(`${outline.title} · ${outline.desk}`, outline.words, periodPaper(outline));

function periodPaper(outline: PeriodOutline): Element {
  const { totals, picture, people, articles, record } = outline;
  return el(
    'article',
    { class: 'report' },
    el(
      'header',
      {},
      el('p', { class: 'rp-kicker' }, outline.kicker),
      el('h1', {}, outline.title),
      el('p', { class: 'rp-soft' }, outline.made),
      el('p', { class: 'rp-outcome' }, outline.says),
      el('p', { class: 'rp-soft' }, outline.scope),
    ),
    el(
      'div',
      { class: 'rp-columns' },
      section('totals', totals.title, rows(totals.rows)),
      picture !== null && el('div', { class: 'rp-section' }, figure(picture, outline)),
    ),
    people.rows.length > 0 &&
      section(
        'people',
        people.title,
        [...rows(people.rows), people.note && el('p', { class: 'rp-soft' }, people.note)].filter(isThere),
      ),
    section('articles', articles.title, articles.items.map(entry), articles.none),
    section('record', record.title, [el('dl', { class: 'rp-record' }, record.rows.map(row))]),
  );
}

const isThere = (node: Node | null | ''): node is Node => node !== null && node !== '';

const rows = (items: readonly Row[]): Node[] => [el('dl', { class: 'rp-pairs' }, items.map(row))];
const row = ({ label, value }: Row): Element => el('div', {}, el('dt', {}, label), el('dd', {}, value));

const entry = ({ headline, about, outcome, rows: told, corrections }: PeriodOutlineArticle, at: number): Element =>
  el(
    'section',
    { class: 'rp-entry', 'aria-labelledby': `article-${at + 1}` },
    el('h3', { id: `article-${at + 1}`, dir: 'auto' }, headline),
    about !== '' && el('p', { class: 'rp-soft' }, about),
    el('p', { class: 'rp-words' }, outcome),
    ...rows(told),
    corrections.map(({ label, value }) =>
      el('p', { class: 'rp-correction rp-words', dir: 'auto' }, el('span', { class: 'rp-soft' }, `${label} `), value),
    ),
  );
