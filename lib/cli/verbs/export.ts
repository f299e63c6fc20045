import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { commandActor } from '#lib/access/gate-command.ts';
import { renderReport, reportPieces } from '#lib/exports/render.ts';
import type { Db } from '#lib/platform/db.ts';
import { isId } from '#lib/platform/fields.ts';
import { closeSql, sql } from '#lib/platform/sql.ts';
import { listReports, type ReportRead, readReport } from '#lib/reports/data.ts';
import { articleCaptures, capturesArchive } from '#lib/reports/data-archive.ts';
import { noteCapturesExport, noteExport } from '#lib/reports/mutations.ts';
import { REPORT_FORMATS, type ReportFormat, reportFormat } from '#lib/reports/schema.ts';
import { articleFile } from '#lib/travel/data-export.ts';
import { foreignFile } from '#lib/travel/data-foreign.ts';
import { askHandingOn, noteHandingOn } from '#lib/travel/mutations.ts';
import { CommandError, EXIT } from '../errors.ts';
import { withDatabase } from '../store.ts';

type Options = { format: string; number?: string; out?: string; captures?: boolean };

/** The whole article, for another Stet; every other format is of a report. */
const WHOLE = 'stet';

/** `stet export`: a frozen report, as the workbench hands it out. */
export function configure(command: Command): void {
  command
    .description(
      'Print a frozen report, of an article its latest or the one that --number names; the whole article, for another Stet; or what the article’s sources said.',
    )
    .argument('ID', 'of an article or of a report')
    .option('--format <FORMAT>', `${Object.keys(REPORT_FORMATS).join(', ')}; ${WHOLE} for the whole article`, 'json')
    .option('--number <N>', 'the report’s number')
    .option('--captures', 'what the article’s sources said, as one archive (WACZ), in place of a report')
    .option('--out <FILE>', 'write it there instead')
    .action((id: string, options: Options) =>
      options.captures
        ? exportCaptures(id, options)
        : options.format === WHOLE
          ? exportArticle(id, options)
          : exportReport(id, options),
    );
}

async function exportReport(argument: string, options: Options): Promise<void> {
  const format = reportFormat.safeParse(options.format);
  if (!format.success)
    throw new CommandError(
      `There is no format ${options.format}. Formats: ${[...Object.keys(REPORT_FORMATS), WHOLE].join(', ')}.`,
      EXIT.usage,
    );
  const file = await withDatabase(async (db) => {
    const report = await findReport(db, argument, options.number);
    // What cannot be made is not handed out, and is not noted as if it were.
    const made = format.data === 'pdf' ? [await renderReport(report, 'pdf', '')] : pieces(report, format.data);
    const { id, articleId, model } = report;
    await noteExport(db, commandActor(), { id, articleId, number: model.number }, format.data);
    return made;
  });
  if (options.out) await pipeline(Readable.from(file), createWriteStream(options.out));
  else await pipeline(Readable.from(file), process.stdout, { end: false });
}

async function exportCaptures(id: string, { out }: Options): Promise<void> {
  await withDatabase(async (db) => {
    const found = isId(id) ? await articleCaptures(db, commandActor(), id) : null;
    if (!found) throw new CommandError(`There is no article ${id} here.`, EXIT.absent);
    await noteCapturesExport(db, commandActor(), found);
    const archive = capturesArchive(db, found, new Date());
    if (out) await pipeline(archive, createWriteStream(out));
    else await pipeline(archive, process.stdout, { end: false });
  });
}

/** An article of this desk, or one that came from another, as it came. */
async function exportArticle(id: string, { out }: Options): Promise<void> {
  await withDatabase(async (db) => {
    if (!isId(id)) throw new CommandError(`There is no article ${id} here.`, EXIT.absent);
    try {
      const foreign = await foreignFile(db, id);
      if (foreign === null) {
        await askHandingOn(db, sql(), commandActor(), id);
        await noteHandingOn(db, commandActor(), id);
      }
      const bytes = foreign === null ? articleFile(sql(), id) : Readable.from([foreign.bytes]);
      if (out) await pipeline(bytes, createWriteStream(out));
      else await pipeline(bytes, process.stdout, { end: false });
    } finally {
      await closeSql();
    }
  });
}

const pieces = (report: ReportRead, format: Exclude<ReportFormat, 'pdf'>) =>
  reportPieces(
    report,
    format,
    new URL(`/reports/${report.id}`, process.env.NEXTAUTH_URL ?? 'http://127.0.0.1:3000').href,
  );

/** A report by its own id, or by its article's: the latest on all of it, or the one of that number. */
export async function findReport(db: Db, id: string, number: string | undefined): Promise<ReportRead> {
  const absent = () => new CommandError(`There is no report of ${id} here.`, EXIT.absent);
  if (!isId(id)) throw absent();
  const actor = commandActor();
  const direct = await readReport(db, actor, id);
  if (direct) return direct;
  const reports = (await listReports(db, actor, id)) ?? [];
  const row = number
    ? reports.find((report) => report.number === Number(number))
    : reports.find(({ chosen }) => chosen === null);
  const report = row && (await readReport(db, actor, row.id));
  if (!report) throw absent();
  return report;
}
