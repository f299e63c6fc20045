import type {
  Outline,
  OutlineChange,
  OutlineItem,
  OutlineOpen,
  OutlinePerson,
  OutlineSource,
  Row,
} from '../outline/index.ts';
import { claimEntry, query } from './claims.ts';
import { line, section, sign } from './parts.ts';
import { figure } from './pictures.ts';
import { proofSection } from './proof.ts';
import { type Element, el, type Node } from './tree.ts';

/** A report as elements of HTML, in the order in which it is read: the same for its page and for the file. */
export function paper(outline: Outline): Element {
  return el(
    'article',
    { class: 'report' },
    front(outline),
    el('div', { class: 'rp-columns' }, rests(outline), people(outline)),
    outline.pictures.items.length > 0 && pictures(outline),
    proofSection(outline),
    outline.questions.items.length > 0 &&
      section('questions', outline.questions.title, outline.questions.items.map(query)),
    section('claims', outline.claims.title, entries(outline.claims.items, outline), outline.claims.none),
    outline.unchecked.items.length > 0 &&
      section('unchecked', outline.unchecked.title, list(outline.unchecked.items, outline)),
    outline.former.items.length > 0 && section('former', outline.former.title, entries(outline.former.items, outline)),
    outline.leftOut.items.length > 0 &&
      section('left-out', outline.leftOut.title, list(outline.leftOut.items, outline)),
    outline.unlooked.items.length > 0 && unlooked(outline),
    section('method', outline.method.title, rows(outline.method.rows)),
    section('scale', outline.scale.title, rows(outline.scale.rows)),
    section('sources', outline.sources.title, outline.sources.items.map(source), outline.sources.none),
    section('record', outline.record.title, [el('dl', { class: 'rp-record' }, outline.record.rows.map(rowOf))]),
  );
}

function front(outline: Outline): Element {
  return el(
    'header',
    {},
    el('p', { class: 'rp-kicker' }, outline.kicker),
    el('h1', { dir: 'auto', lang: outline.language }, outline.title),
    el('p', { class: 'rp-soft' }, outline.byline),
    el('p', { class: 'rp-soft' }, `${outline.running} · ${outline.made}`),
    outline.part &&
      el(
        'section',
        { class: 'rp-part' },
        el('h2', {}, outline.part.title),
        el('p', {}, outline.part.about),
        outline.part.note && el('p', { class: 'rp-words', dir: 'auto' }, outline.part.note),
      ),
    outline.later && superseded(outline.later),
    outline.correction &&
      el(
        'section',
        { class: 'rp-correction' },
        el('h2', {}, outline.correction.title),
        el('p', { class: 'rp-words' }, outline.correction.note),
        outline.correction.about && el('p', { class: 'rp-soft' }, outline.correction.about),
      ),
    el('p', { class: 'rp-outcome' }, line(outline.outcome, outline)),
    section('changes', outline.changes.title, changes(outline), outline.changes.none),
    openSection(outline),
  );
}

const superseded = ({ title, about, notes }: NonNullable<Outline['later']>): Element =>
  el(
    'section',
    { class: 'rp-correction' },
    el('h2', {}, title),
    el('p', {}, about),
    notes.map(({ label, value }) =>
      el('p', { class: 'rp-words' }, el('span', { class: 'rp-soft' }, `${label} `), value),
    ),
  );

const changes = (outline: Outline): Node[] =>
  outline.changes.items.length === 0
    ? []
    : [
        el(
          'ol',
          { class: 'rp-rows' },
          outline.changes.items.map((change) => changeRow(change, outline)),
        ),
      ];

function changeRow({ number, claim, status, words, notes }: OutlineChange, outline: Outline): Element {
  return el(
    'li',
    { class: `rp-row state-${status.mark}` },
    el('a', { class: 'rp-number', href: `#${claim}` }, `${number}`),
    el(
      'div',
      {},
      el('p', { class: 'rp-words', dir: 'auto', lang: outline.language }, line(words, outline)),
      notes.map((note) => el('p', { class: 'rp-soft' }, line(note, outline))),
    ),
  );
}

function openSection(outline: Outline): Element {
  const { title, items, none, more } = outline.open;
  const nodes: Node[] = [];
  if (items.length > 0)
    nodes.push(
      el(
        'ol',
        { class: 'rp-rows' },
        items.map((item) => openRow(item, outline)),
      ),
    );
  if (more !== null) nodes.push(el('p', { class: 'rp-more' }, el('a', { href: '#unchecked' }, more)));
  return section('open', title, nodes, none);
}

const openRow = ({ number, claim, status, quote, notes }: OutlineOpen, { language }: Outline): Element =>
  el(
    'li',
    { class: `rp-row state-${status.mark}` },
    el('a', { class: 'rp-number', href: `#${claim}` }, `${number}`),
    el(
      'div',
      {},
      el('p', { class: 'rp-words', dir: 'auto', lang: language }, quote),
      el('p', { class: 'rp-soft' }, sign(status), ` ${status.words}`),
      notes.map((note) => el('p', { class: 'rp-soft rp-lines' }, note)),
    ),
  );

const pictures = (outline: Outline): Element =>
  section('pictures', outline.pictures.title, [
    el(
      'div',
      { class: 'rp-pictures' },
      outline.pictures.items.map((picture) => figure(picture, outline)),
    ),
  ]);

function rests({ rests }: Outline): Element {
  return section('rests', rests.title, rows(rests.rows));
}

const people = ({ people }: Outline): Element =>
  section('people', people.title, [el('dl', { class: 'rp-pairs' }, people.items.map(person))]);

const person = ({ name, role, counts, read }: OutlinePerson): Element =>
  el(
    'div',
    {},
    el('dt', {}, name, role && el('span', { class: 'rp-soft' }, `, ${role}`)),
    el('dd', {}, counts),
    read && el('dd', { class: 'rp-soft rp-read' }, read),
  );

const rows = (items: readonly Row[]): Node[] => [el('dl', { class: 'rp-pairs' }, items.map(rowOf))];
const rowOf = ({ label, value }: Row): Element => el('div', {}, el('dt', {}, label), el('dd', {}, value));

const entries = (items: Outline['claims']['items'], outline: Outline): Node[] =>
  items.map((claim) => claimEntry(claim, outline));

const list = (items: readonly OutlineItem[], { language }: Outline): Node[] => [
  el(
    'ol',
    { class: 'rp-list' },
    items.map(({ id, number, statement, quote, status, notes }) =>
      el(
        'li',
        { id, class: `state-${status.mark}` },
        el('a', { class: 'rp-number', href: `#proof-${number}` }, `${number}`),
        el(
          'div',
          {},
          el('p', { class: 'rp-words', dir: 'auto', lang: language }, statement),
          quote && el('p', { class: 'rp-soft', dir: 'auto', lang: language }, quote),
          notes.length > 0 && el('p', { class: 'rp-soft' }, notes.join(' · ')),
        ),
      ),
    ),
  ),
];

const unlooked = ({ unlooked, language }: Outline): Element =>
  section('unlooked', unlooked.title, [
    el(
      'ul',
      { class: 'rp-list' },
      unlooked.items.map((words) => el('li', { class: 'rp-words', dir: 'auto', lang: language }, words)),
    ),
  ]);

export function source({ id, number, title, about, link, href, citedBy, claims }: OutlineSource): Element {
  return el(
    'div',
    { class: 'rp-source', id },
    el('span', { class: 'rp-number' }, `[${number}]`),
    el(
      'div',
      {},
      el('p', {}, el('strong', { dir: 'auto' }, title)),
      el('p', { class: 'rp-soft' }, about.join(' · ')),
      link && el('p', { class: 'rp-link' }, href === null ? link : el('a', { href, rel: 'noreferrer noopener' }, link)),
      el('p', { class: 'rp-soft' }, el('a', { href: `#claim-${claims[0]}` }, citedBy)),
    ),
  );
}
