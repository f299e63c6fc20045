/**
 * Makes a report, by the file that its snapshot stands in, in one format, as `stet export` does, and writes it to another; tells the parent what processor time that took and the
 * most memory that it had. With `read` for the format it only has the report in hand.
 */
import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { closeMakers } from '#lib/exports/apart/apart.ts';
import { renderReport, reportPieces } from '#lib/exports/render.ts';
import { sha256 } from '#lib/platform/canonical.ts';
import { AppError } from '#lib/platform/result.ts';
import { readSnapshot } from '#lib/reports/rules-upgrade.ts';
import { reportFormat } from '#lib/reports/schema.ts';

const [name = '', from = '', file = ''] = process.argv.slice(2);
const ADDRESS = 'https://desk.example/reports/1';
const snapshot = readFileSync(from, 'utf8');
const report = { snapshot, digest: sha256(snapshot), model: readSnapshot(snapshot) };
const format = reportFormat.safeParse(name);
const began = process.cpuUsage();
const spent = (): number => {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
};
try {
  if (format.success) {
    const made =
      format.data === 'pdf' ? [await renderReport(report, 'pdf', ADDRESS)] : reportPieces(report, format.data, ADDRESS);
    await pipeline(Readable.from(made), createWriteStream(file));
  }
  process.send?.({ seconds: spent(), memory: process.resourceUsage().maxRSS, paper: paper() });
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.send?.({ refused: error.refusal.code, seconds: spent() });
}
await closeMakers();

/** Of the process that sets PDFs, the seconds it has worked and the most memory it has had, in kB; null where there is none, or nobody tells. */
function paper(): { readonly seconds: number; readonly memory: number } | null {
  const children = `/proc/${process.pid}/task/${process.pid}/children`;
  const [id] = existsSync(children) ? readFileSync(children, 'utf8').trim().split(' ').filter(Boolean) : [];
  if (!id) return null;
  const memory = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0);
  // After the program's name, which stands in brackets: the 12th and 13th, in hundredths of a second.
  const times = readFileSync(`/proc/${id}/stat`, 'utf8')
    .replace(/^.*\)\s/, '')
    .split(' ')
    .map(Number);
  return { seconds: ((times[11] ?? 0) + (times[12] ?? 0)) / 100, memory };
}
