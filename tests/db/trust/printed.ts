import { parseHTML } from 'linkedom';
import { renderAnnotations } from '#lib/exports/annotations.ts';
import { renderClaimReview } from '#lib/exports/claim-review.ts';
import { renderCsv } from '#lib/exports/csv.ts';
import { renderHtml } from '#lib/exports/html/html.ts';
import { renderMarkdown } from '#lib/exports/markdown.ts';
import { outcomeWords, type ReportModel } from '#lib/exports/model.ts';
import { outlineOf } from '#lib/exports/outline/index.ts';
import { canonicalJson, sha256 } from '#lib/platform/canonical.ts';
import type { Db } from '#lib/platform/db.ts';
import { snapshotOf } from '#lib/reports/data-snapshot.ts';
import { rowsOf } from '../../unit/exports/csv-rows.ts';

const ADDRESS = 'https://desk.test/reports/1';

/** What a reader of each format is told of a claim: the rating it stands with, or null where nothing settles it. */
type Told = {
  readonly rating: string | null;
  readonly by: string | null;
  readonly stale: boolean;
  readonly held: boolean;
};

/**
 * Freezes a report of the article as it stands, and answers with every claim of which a format says something else than
 * the workbench: another outcome, another rating, another person behind it.
 */
export async function misprinted(db: Db, articleId: string): Promise<unknown[]> {
  const model = await db.$transaction((tx) =>
    snapshotOf(tx, articleId, {
      number: 1,
      by: { id: '', name: 'Nobody' },
      supersedes: null,
      correction: null,
      chosen: null,
      said: new Map(),
    }),
  );
  const digest = sha256(canonicalJson(JSON.parse(JSON.stringify(model))));
  const csv = csvTells(renderCsv({ model, digest }));
  const reviews = reviewsOf(model);
  const outline = outlineOf(model, digest);
  const page = htmlTells(renderHtml(outline));
  const markdown = markdownTells(renderMarkdown(outline));
  const notes = annotationsTell(renderAnnotations(model, ADDRESS));
  const rows = await db.claim.findMany({
    where: { articleId },
    include: { settledVerdict: { include: { rating: true, author: true } }, verdicts: true },
  });
  const found: unknown[] = [];
  for (const row of rows) {
    const isGone = row.replacedAt !== null || row.withdrawnAt !== null;
    const printed = [...model.claims, ...model.formerClaims].find((claim) => claim.number === row.number);
    const wasRevealed = row.verdicts.some((verdict) => verdict.revealedAt !== null);
    if (!printed) {
      if (!isGone || wasRevealed) found.push({ rule: 'a claim is in the report', claim: row.number });
      continue;
    }
    const { settledVerdict } = row;
    const counts = row.progress === 'settled' && !isGone && row.excludedAt === null;
    const due: Told = {
      rating: row.progress === 'settled' ? (settledVerdict?.rating.label ?? null) : null,
      by: row.progress === 'settled' ? (settledVerdict?.author.name ?? null) : null,
      stale: row.stale,
      held: row.held,
    };
    const tell = (format: string, is: Told) => {
      if (JSON.stringify(is) !== JSON.stringify(due))
        found.push({ rule: `the ${format} says it`, claim: row.number, is, due });
    };
    const verdict = printed.verdicts.find((item) => item.id === printed.settlingVerdict);
    tell('report', {
      rating: verdict?.rating.label ?? null,
      by: verdict?.by.name ?? null,
      stale: printed.stale,
      held: printed.held,
    });
    const told = csv.get(row.number);
    if (!told) found.push({ rule: 'a claim is in the CSV', claim: row.number });
    else tell('CSV', told);
    const read = (format: string, is: unknown, wanted: unknown) => {
      if (is !== wanted) found.push({ rule: `the ${format} says it`, claim: row.number, is, due: wanted });
    };
    read('HTML', page.get(row.number), readable(printed));
    read('Markdown', markdown.get(row.number), readable(printed, false));
    if (notes.has(row.number)) read('annotation', notes.get(row.number), outcomeWords(printed));
    const review = reviews.get(row.number);
    if (review !== undefined && (review !== due.rating || !counts || row.stale || row.held))
      found.push({ rule: 'the ClaimReview says it', claim: row.number, is: review, due });
  }
  return found;
}

/** What a claim came to in words, and who behind it: as every format for reading has it. A bare one stands in a list. */
function readable(claim: ReportModel['claims'][number], withPeople = true): string {
  const isBare =
    claim.outcome === 'excluded' ||
    (claim.outcome === 'unchecked' &&
      claim.evidence.length + claim.verdicts.length + claim.openQueries.length + claim.closedQueries.length === 0);
  const by = withPeople ? claim.verdicts.map((verdict) => verdict.by.name) : [];
  return isBare ? 'listed' : [outcomeWords(claim), ...by].join('; ');
}

function htmlTells(html: string): Map<number, string> {
  const { document } = parseHTML(html);
  const numberOf = (id: string) => Number(id.replace('claim-', ''));
  const listed = [...document.querySelectorAll('.rp-list > [id]')].map(({ id }): [number, string] => [
    numberOf(id),
    'listed',
  ]);
  const full = [...document.querySelectorAll('.rp-claim')].map((claim): [number, string] => [
    numberOf(claim.id),
    [
      claim.querySelector('.rp-verdict strong')?.textContent ?? '',
      ...[...claim.querySelectorAll('.rp-reading > .rp-soft:first-child')].map(
        (about) => /reader: (.*?), \d+ \w+ \d{4}, /.exec(about.textContent ?? '')?.[1] ?? '',
      ),
    ].join('; '),
  ]);
  return new Map([...listed, ...full]);
}

/** By claim, its outcome as its heading's next line has it; of what stands in a list, that it does. */
function markdownTells(text: string): Map<number, string> {
  const plain = text.replace(/\\(?=[^\w\s])/g, '');
  const listed = [...plain.matchAll(/^- \*\*(\d+)\*\* (?!\S “|“)/gm)].map(([, number]): [number, string] => [
    Number(number),
    'listed',
  ]);
  const full = [...plain.matchAll(/^### (\d+)\. .*\n\n\S+ \*\*(.*?)\*\*/gm)].map(
    ([, number, outcome = '']): [number, string] => [Number(number), outcome],
  );
  return new Map([...listed, ...full]);
}

/** By claim, what it came to. */
function annotationsTell(json: string): Map<number, string> {
  const items: { id: string; body: { value: string }[] }[] = JSON.parse(json).items;
  return new Map(items.map(({ id, body }) => [Number(id.split('#claim-')[1]), body[0]?.value ?? '']));
}

function csvTells(csv: string): Map<number, Told> {
  const [columns = [], ...rows] = rowsOf(csv.replace(/^\uFEFF/, ''));
  const cell = (row: readonly string[], column: string) => row[columns.indexOf(column)] ?? '';
  return new Map(
    rows
      .filter((row) => cell(row, 'record') === 'claim')
      .map((row) => [
        Number(cell(row, 'claim')),
        {
          rating: cell(row, 'rating') || null,
          by: cell(row, 'by') || null,
          stale: cell(row, 'stale') === 'yes',
          held: cell(row, 'held by a query') === 'yes',
        },
      ]),
  );
}

/** By claim, the rating that its ClaimReview gives it. */
function reviewsOf(model: ReportModel): Map<number, string> {
  const graph: { url: string; reviewRating: { alternateName: string } }[] = JSON.parse(
    renderClaimReview(model, ADDRESS),
  )['@graph'];
  return new Map(graph.map((review) => [Number(review.url.split('#claim-')[1]), review.reviewRating.alternateName]));
}
