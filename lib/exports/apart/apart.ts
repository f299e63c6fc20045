import { BoundError, type BoundedProcess, type BoundReason, boundedProcess } from '#lib/platform/bounded/process.ts';
import { log } from '#lib/platform/log.ts';
import { type PlainCode, refuse } from '#lib/platform/result.ts';
import type { Format, FrozenReport } from '../formats.ts';
import type { PeriodOutline } from '../period/outline.ts';
import type { TASKS } from './tasks.ts';

type Tasks = typeof TASKS;

/** As a PDF, some 1,900 claims, each worked in full, take as much; in any other format ten times as many take less. */
const MEMORY_MB = 2048;
const ANSWER_MB = 128;
const WAITING = 12;
const WAIT_MS = 60_000;
const REST_MS = 60_000;
/** How long any report may take, and how much more for each of its claims, in milliseconds: ten times what they do take. */
const LONGEST_MS = 30_000;
const MS_PER_CLAIM = 50;

// Next's development server reloads modules; the child outlives them.
const shared = globalThis as typeof globalThis & { stetMakers?: Map<Lane, BoundedProcess<Tasks>> };

/** One process for PDFs, which take the longest, and one for all else. */
type Lane = 'pdf' | 'files';

function makerOf(lane: Lane): BoundedProcess<Tasks> {
  shared.stetMakers ??= new Map();
  let maker = shared.stetMakers.get(lane);
  if (!maker) {
    maker = boundedProcess<Tasks>({
      entry: 'lib/exports/apart/child.ts',
      memoryMb: MEMORY_MB,
      answerMb: ANSWER_MB,
      waiting: WAITING,
      waitMs: WAIT_MS,
      restMs: REST_MS,
      addons: lane === 'pdf',
      reads: ['messages', 'app/styles'],
    });
    shared.stetMakers.set(lane, maker);
  }
  return maker;
}

/**
 * The report as a file, made in a process of its own: it takes the processor for as long as the report is long, and the library
 * that sets a PDF is machine code. `address` is where the report's page stands.
 *
 * @throws AppError `too-large` where it takes more time or memory than one report may, `unavailable` where too many wait
 */
export function renderApart(
  report: FrozenReport,
  format: Format,
  address: string,
): Promise<string | Uint8Array<ArrayBuffer>> {
  const asked = { report, format, address };
  return making(format === 'pdf' ? 'pdf' : 'files', report.model.claims.length, (maker, ms) =>
    maker.run('file', asked, ms),
  );
}

/** A report on a period as a PDF, by the same process. */
export const renderPeriodPdf = (outline: PeriodOutline): Promise<string | Uint8Array<ArrayBuffer>> =>
  making('pdf', outline.articles.items.length, (maker, ms) => maker.run('period', outline, ms));

async function making(
  lane: Lane,
  parts: number,
  run: (maker: BoundedProcess<Tasks>, ms: number) => Promise<string | Uint8Array>,
): Promise<string | Uint8Array<ArrayBuffer>> {
  try {
    const file = await run(makerOf(lane), LONGEST_MS + parts * MS_PER_CLAIM);
    return typeof file === 'string' ? file : new Uint8Array(file);
  } catch (error) {
    if (!(error instanceof BoundError) || error.reason === 'fault') throw error;
    log.warn({ parts, lane, reason: error.reason }, 'a report was not made into a file');
    if (error.reason === 'waiting') refuse('unavailable', 'papers-wait');
    refuse('too-large', lane === 'pdf' ? PDF_CODES[error.reason] : 'report-too-large');
  }
}

/** Ends the processes that make files of reports; the next one starts a new one. */
export async function closeMakers(): Promise<void> {
  const makers = [...(shared.stetMakers?.values() ?? [])];
  shared.stetMakers = undefined;
  await Promise.all(makers.map((maker) => maker.end()));
}

const PDF_CODES: Readonly<Record<Exclude<BoundReason, 'fault' | 'waiting'>, PlainCode>> = {
  time: 'paper-too-long',
  memory: 'paper-too-much',
  depth: 'paper-too-much',
};
