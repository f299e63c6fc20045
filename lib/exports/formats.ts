import { withoutControls } from '#lib/platform/canonical.ts';
import { piecesOfAnnotations } from './annotations.ts';
import { piecesOfClaimReview } from './claim-review.ts';
import { copyOf } from './copy/index.ts';
import { piecesOfCsv } from './csv.ts';
import { piecesOfDocx } from './docx/docx.ts';
import { piecesOfHtml } from './html/html.ts';
import { piecesOfJson } from './json.ts';
import { piecesOfMarkdown } from './markdown.ts';
import type { Later, ReportModel } from './model.ts';
import { outlineOf } from './outline/index.ts';
import { joined } from './pieces.ts';
import { piecesOfXlsx } from './xlsx.ts';

/**
 * A frozen report: the snapshot as it was kept, canonical JSON, with its digest, and how it is read. `later` is what has come
 * after it, which every format says before all else; null where nothing has.
 */
export type FrozenReport = {
  readonly snapshot: string;
  readonly digest: string;
  readonly model: ReportModel;
  readonly later?: Later | null;
};

export type TextFormat = 'html' | 'markdown' | 'csv' | 'json' | 'claimreview' | 'annotations';
export type Format = TextFormat | 'pdf' | 'docx' | 'xlsx';
/** Those that this program makes itself; a PDF is set by another. */
export type OwnFormat = Exclude<Format, 'pdf'>;

/** A frozen report as a file, in pieces, each made when it is asked for. `address` is where the report's page stands, for formats that link to it. */
export const reportPieces = (
  report: FrozenReport,
  format: OwnFormat,
  address: string,
): Generator<string | Uint8Array> =>
  format === 'docx' || format === 'xlsx' ? bytePieces(report, format) : textPieces(report, format, address);

function bytePieces(report: FrozenReport, format: 'docx' | 'xlsx'): Generator<Uint8Array> {
  if (format === 'xlsx') return piecesOfXlsx(report);
  const outline = outlined(report);
  return piecesOfDocx(outline, copyOf(report.model, outline, report.digest));
}

/** The same, whole. */
export function renderHere(report: FrozenReport, format: OwnFormat, address: string): string | Uint8Array<ArrayBuffer> {
  if (format !== 'docx' && format !== 'xlsx') return renderText(report, format, address);
  return new Uint8Array(Buffer.concat([...bytePieces(report, format)]));
}

/** The whole of a format that is text. */
export const renderText = (report: FrozenReport, format: TextFormat, address: string): string =>
  joined(textPieces(report, format, address));

/** The words of older records may hold signs that a terminal obeys: they go no further. */
function* textPieces(report: FrozenReport, format: TextFormat, address: string): Generator<string> {
  // JSON writes such signs as escapes, and the snapshot must come out as it was kept.
  if (format === 'json') yield* piecesOfJson(report);
  else for (const piece of written(report, format, address)) yield withoutControls(piece);
}

function written(report: FrozenReport, format: Exclude<TextFormat, 'json'>, address: string): Iterable<string> {
  const { model, later = null } = report;
  switch (format) {
    case 'html':
      return piecesOfHtml(outlined(report));
    case 'markdown':
      return piecesOfMarkdown(outlined(report));
    case 'csv':
      return piecesOfCsv(report);
    case 'claimreview':
      return piecesOfClaimReview(model, address, later);
    case 'annotations':
      return piecesOfAnnotations(model, address, later);
  }
}

export const outlined = ({ model, digest, later }: FrozenReport) => outlineOf(model, digest, later);
