import { BoundError, type BoundedProcess, type BoundReason, boundedProcess } from '#lib/platform/bounded/process.ts';
import { log } from '#lib/platform/log.ts';
import { type PlainCode, type Refusal, refuse } from '#lib/platform/result.ts';
import type { Outline } from '../outline/index.ts';
import type { PeriodOutline } from '../period/outline.ts';
import type { TASKS } from './tasks.ts';

type Papers = typeof TASKS;

/** Some 1,900 claims, each worked in full, take as much. */
const MEMORY_MB = 2048;
const ANSWER_MB = 128;
const WAITING = 12;
const WAIT_MS = 60_000;
const REST_MS = 60_000;
/** Seconds that any report may take, and so many milliseconds more for each of its claims: ten times what they do take. */
const LONGEST_MS = 30_000;
const MS_PER_CLAIM = 50;

// Next's development server reloads modules; the child outlives them.
const shared = globalThis as typeof globalThis & { stetPapers?: BoundedProcess<Papers> };

/**
 * The report as a PDF, set in a process of its own: it takes the processor for as long as the report is long, and its
 * library is machine code.
 *
 * @throws AppError `too-large` where it takes more time or memory than one report may, `unavailable` where too many wait
 */
export function renderPdf(outline: Outline): Promise<Uint8Array<ArrayBuffer>> {
  const claims = outline.claims.items.length + outline.unchecked.items.length + outline.leftOut.items.length;
  return setting(claims, (papers, ms) => papers.run('pdf', outline, ms));
}

/** A report on a period as a PDF, by the same process. */
export const renderPeriodPdf = (outline: PeriodOutline): Promise<Uint8Array<ArrayBuffer>> =>
  setting(outline.articles.items.length, (papers, ms) => papers.run('period', outline, ms));

async function setting(
  parts: number,
  run: (papers: BoundedProcess<Papers>, ms: number) => Promise<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> {
  shared.stetPapers ??= boundedProcess<Papers>({
    entry: 'lib/exports/pdf/child.ts',
    memoryMb: MEMORY_MB,
    answerMb: ANSWER_MB,
    waiting: WAITING,
    waitMs: WAIT_MS,
    restMs: REST_MS,
    addons: true,
  });
  try {
    return new Uint8Array(await run(shared.stetPapers, LONGEST_MS + parts * MS_PER_CLAIM));
  } catch (error) {
    if (!(error instanceof BoundError) || error.reason === 'fault') throw error;
    log.warn({ parts, reason: error.reason }, 'a report was not set as a PDF');
    const [reason, code] = WORDS[error.reason];
    refuse(reason, code);
  }
}

/** Ends the process that sets reports; the next one starts a new one. */
export async function closePapers(): Promise<void> {
  const papers = shared.stetPapers;
  shared.stetPapers = undefined;
  await papers?.end();
}

const WORDS: Readonly<Record<Exclude<BoundReason, 'fault'>, readonly [Refusal, PlainCode]>> = {
  time: ['too-large', 'paper-too-long'],
  memory: ['too-large', 'paper-too-much'],
  depth: ['too-large', 'paper-too-much'],
  waiting: ['unavailable', 'papers-wait'],
};
