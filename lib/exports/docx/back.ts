import type { Copy } from '../copy/index.ts';
import {
  type Line,
  type Outline,
  type OutlineClaim,
  type OutlineItem,
  type OutlineQuery,
  type OutlineSource,
  type Picture,
  type Row,
  textOf,
} from '../outline/index.ts';
import { say } from '../outline/words.ts';
import { bookmarkName, paragraph, run, runsOf } from './runs.ts';

/** The name of the bookmark at which the article ends and what is said of it begins. */
export const END_MARK = 'stet_end';

/** What follows the article: what the report says beside what stands in its margin. Every paragraph is of a style of its own. */
export function* backOf(outline: Outline, copy: Copy, links: Links): Generator<string> {
  const { changes, open, rests, people, former, unlooked, sources, correction, later } = outline;
  const inMargin = new Set(copy.threads.map(({ claim }) => claim));
  const gone = outline.claims.items.filter(({ number }) => !inMargin.has(number));
  const goneItems = [...outline.unchecked.items, ...outline.leftOut.items].filter(
    ({ number }) => !inMargin.has(number),
  );
  const parts = [
    paragraph(
      'ReportTitle',
      `<w:bookmarkStart w:id="${FIRST_MARK}" w:name="${END_MARK}"/><w:bookmarkEnd w:id="${FIRST_MARK}"/>${run(say('copyEnd'))}`,
    ),
    paragraph('ReportText', run(outline.title, { style: 'Strong' })),
    note(outline.kicker),
    note(outline.byline),
    note(`${outline.running} · ${outline.made}`),
    outline.part && [head(outline.part.title), text(outline.part.about), outline.part.note && note(outline.part.note)],
    later && [head(later.title), text(later.about), later.notes.map(row)],
    correction && [head(correction.title), text(correction.note), correction.about && note(correction.about)],
    text(outline.outcome),
    head(changes.title),
    changes.items.map((one) => [
      item([...numberOf(one.number), ...quoted(one.words)]),
      one.notes.map((words) => under(words)),
    ]),
    changes.items.length === 0 && text(changes.none),
    head(open.title),
    open.items.map(({ number, status, quote, notes }) => [
      item([...numberOf(number), run(`${status.sign} “${quote}”`)]),
      notes.map((words) => under(words)),
    ]),
    open.more && item([run(open.more)]),
    open.items.length === 0 && open.more === null && text(open.none),
    head(rests.title),
    rests.rows.map(row),
    head(people.title),
    people.items.map(({ name, role, counts, read }) =>
      item([run([name, role, counts, read].filter((part) => part !== null && part !== '').join(' · '))]),
    ),
    outline.pictures.items.length > 0 && [head(outline.pictures.title), outline.pictures.items.map(pictured)],
    outline.questions.items.length > 0 && [head(outline.questions.title), outline.questions.items.map(question)],
    gone.length + goneItems.length > 0 && [head(say('copyGone')), gone.map(claim), goneItems.map(listed)],
    former.items.length > 0 && [head(former.title), former.items.map(claim)],
    unlooked.items.length > 0 && [head(unlooked.title), unlooked.items.map((words) => item([run(words)]))],
    head(outline.method.title),
    outline.method.rows.map(row),
    head(outline.scale.title),
    outline.scale.rows.map(row),
    head(sources.title),
    sources.items.length === 0 ? text(sources.none) : sourceTable(sources.items, links),
    head(outline.record.title),
    outline.record.rows.map(row),
  ];
  for (const part of parts.flat(3)) if (typeof part === 'string') yield part;
}

/** A picture in words and numbers. */
const pictured = ({ title, says, rows }: Picture): string[] => [
  paragraph('ReportText', run(title, { style: 'Strong' })),
  note(says),
  ...rows.map(row),
];

const question = ({ about, body, replies, came, answer }: OutlineQuery): string[] => [
  item([run(about)]),
  ...[body, ...replies.flatMap((reply) => [reply.about, reply.body]), came, answer].flatMap((words) =>
    words === null ? [] : [under(words)],
  ),
];

/** Addresses outside, by the ids that the document's relations have them by. */
export type Links = ReadonlyMap<string, string>;

const FIRST_MARK = 2_000_000;

const lineOf = (words: Line | string): string => (typeof words === 'string' ? run(words) : runsOf(words, true));
const head = (words: string): string => paragraph('ReportHeading', run(words));
const text = (words: Line | string): string => paragraph('ReportText', lineOf(words));
const note = (words: string): string => (words === '' ? '' : paragraph('ReportNote', run(words)));
const item = (runs: readonly string[]): string => paragraph('ReportItem', runs.join(''));
const under = (words: Line | string): string => {
  const isEmpty = (typeof words === 'string' ? words : textOf(words)) === '';
  return isEmpty ? '' : paragraph('ReportUnder', lineOf(words));
};
const numberOf = (number: number): string[] => [run(`${number}`, { style: 'Strong' }), run('  ')];
const quoted = (words: Line): string[] => [run('“'), runsOf(words), run('”')];
const row = ({ label, value }: Row): string => item([run(`${label}: `, { style: 'Strong' }), run(value)]);

/** A claim that has no place in the text, in full. */
const claim = (one: OutlineClaim): string[] => [
  paragraph('ReportClaim', run(`${one.number}. ${one.statement}`)),
  under([{ text: `${one.status.sign} ${one.outcome}`, as: 'strong', to: null }]),
  ...[one.settled, one.quote && `“${one.quote}”`, ...one.facts.map(({ label, value }) => `${label}: ${value}`)].map(
    (words) => under(words ?? ''),
  ),
  ...one.notes.map(under),
  ...one.queries.flatMap(({ about, body, came, answer }) => [about, body, came ?? '', answer ?? ''].map(under)),
  ...one.evidence.flatMap((piece) => [
    under([
      { text: `[${piece.label}] `, as: 'strong', to: piece.source },
      { text: `${piece.title}${piece.locator ? `, ${piece.locator}` : ''} · ${piece.stance}`, as: 'plain', to: null },
    ]),
    under(piece.quote === null ? '' : `“${piece.quote}” ${piece.check?.sign ?? ''} ${piece.check?.words ?? ''}`),
    under(piece.note ?? ''),
    under(piece.about.join(' · ')),
  ]),
  under(one.noEvidence ?? ''),
  ...one.verdicts.flatMap((verdict) => [
    under(verdict.about),
    under([{ text: verdict.rating, as: 'strong', to: null }]),
    under(verdict.finding ?? ''),
    under(verdict.rationale),
    ...verdict.changes.map(({ what, words }) => under([{ text: `${what}: `, as: 'plain', to: null }, ...words])),
    ...verdict.notes.map(under),
  ]),
  under(one.noVerdict ?? ''),
];

const listed = ({ number, statement, quote, notes }: OutlineItem): string[] => [
  paragraph('ReportClaim', run(`${number}. ${statement}`)),
  ...[quote ?? '', ...notes].map(under),
];

const WIDTHS = [700, 4600, 2500, 1550] as const;

/** The sources as a table, its head repeated on each page. */
function sourceTable(sources: readonly OutlineSource[], links: Links): string {
  const heads = [say('copyNumber'), say('copySource'), say('copyLink'), say('copyCited')];
  const grid = WIDTHS.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const headRow = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${heads.map((words, i) => cell(i, paragraph('ReportHead', run(words)))).join('')}</w:tr>`;
  const rows = sources.map((source, i) => {
    const name = bookmarkName(source.id);
    const id = FIRST_MARK + 1 + i;
    const number = `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${run(`${source.number}`)}<w:bookmarkEnd w:id="${id}"/>`;
    const about = paragraph('ReportCellNote', run(source.about.join(' · ')));
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${[
      paragraph('ReportCell', number),
      paragraph('ReportCell', run(source.title)) + about,
      paragraph('ReportCellNote', linkOf(source, links)),
      paragraph('ReportCellNote', run(source.citedBy)),
    ]
      .map((inside, at) => cell(at, inside))
      .join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${headRow}${rows.join('')}</w:tbl>`;
}

const cell = (column: number, inside: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${WIDTHS[column] ?? 0}" w:type="dxa"/></w:tcPr>${inside}</w:tc>`;

function linkOf({ link, href }: OutlineSource, links: Links): string {
  const id = href === null ? undefined : links.get(href);
  if (id === undefined) return run(link ?? '');
  return `<w:hyperlink r:id="${id}">${run(link ?? '', { style: 'Hyperlink' })}</w:hyperlink>`;
}
