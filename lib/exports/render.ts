import { renderApart } from './apart/apart.ts';
import { type Format, type FrozenReport, renderHere } from './formats.ts';

export { type Format, type FrozenReport, renderText, reportPieces, type TextFormat } from './formats.ts';

/** Of so many claims any format is made in some tens of milliseconds. */
const MOST_HERE = 300;

/**
 * A frozen report as a file, for a server that has others to answer meanwhile: a long one is made in a process of its own.
 *
 * @param address where the report's page stands, for formats that link to it
 * @throws AppError as `renderApart`
 */
export async function renderReport(
  report: FrozenReport,
  format: Format,
  address: string,
): Promise<string | Uint8Array<ArrayBuffer>> {
  if (format === 'pdf' || report.model.claims.length > MOST_HERE) return renderApart(report, format, address);
  return renderHere(report, format, address);
}
