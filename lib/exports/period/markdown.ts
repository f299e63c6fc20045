import { flat, item, plain, row, section } from '../markdown.ts';
import type { PeriodOutline, PeriodOutlineArticle } from './outline.ts';

/** A period's report as Markdown (CommonMark). */
export function renderPeriodMarkdown(outline: PeriodOutline): string {
  const { totals, picture, people, articles, record } = outline;
  const parts = [
    `# ${flat(outline.title)}`,
    [outline.kicker, outline.made].map(plain).join('\\\n'),
    plain(outline.says),
    plain(outline.scope),
    ...section(totals.title, totals.rows.map(row)),
    ...(picture === null
      ? []
      : [`**${plain(picture.title)}** · ${plain(picture.says)}`, picture.rows.map(row).join('\n')]),
    ...(people.rows.length === 0 ? [] : section(people.title, people.rows.map(row))),
    people.note === null ? '' : plain(people.note),
    `## ${plain(articles.title)}`,
    ...(articles.items.length === 0 ? [plain(articles.none)] : articles.items.map(entry)),
    ...section(record.title, record.rows.map(row)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const entry = ({ headline, about, outcome, rows, corrections }: PeriodOutlineArticle): string =>
  [
    `### ${flat(headline)}`,
    plain(about),
    plain(outcome),
    rows.map(row).join('\n'),
    corrections.map(({ label, value }) => item(`${plain(label)} ${plain(value)}`)).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
