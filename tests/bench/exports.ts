import { fork } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPORT_FORMATS } from '#lib/reports/schema.ts';
import { frozen } from '#tests/unit/exports/made.ts';
import { longReport } from './worker/long-report.ts';

const CLAIMS = 10_000;
/** Of so many claims a PDF can be had. */
const PDF_CLAIMS = 1500;

/** Seconds of the processor, and kB. */
type Used = { readonly seconds: number; readonly memory: number };
type Told = Used & { readonly paper: Used | null; readonly refused?: string };

/**
 * A report of 10,000 claims, worked in every way, in each format as `stet export` writes it: the processor's time, beside that of writing the same bytes, and the most
 * memory beside that of a process that has the same report in hand and makes nothing of it.
 */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-exports-'));
  const measure = async (format: string, claims: number): Promise<void> => {
    const snapshot = join(folder, `snapshot-${claims}`);
    if (!existsSync(snapshot)) writeFileSync(snapshot, frozen(longReport(claims)).snapshot);
    const { memory: bare } = await made('read', snapshot, '');
    const file = join(folder, format);
    const { seconds, memory, paper, refused } = await made(format, snapshot, file);
    const of = `${format}, ${claims} claims`;
    if (refused !== undefined) {
      console.log(`${of}: refused (${refused})`);
      return;
    }
    const bytes = readFileSync(file);
    const all = seconds + (paper?.seconds ?? 0);
    const more = `${megabytes(memory - bare)} MB more than the ${megabytes(bare)} MB of a process that has the report in hand`;
    const apart = paper ? `, and ${megabytes(paper.memory)} MB in the process that sets it` : '';
    console.log(
      `${of}: ${(bytes.length / 1e6).toFixed(1)} MB in ${all.toFixed(2)} s, ${(all / writing(bytes, file)).toFixed(0)} times as long as writing them; ${more}${apart}`,
    );
  };
  try {
    for (const format of Object.keys(REPORT_FORMATS)) await measure(format, CLAIMS);
    await measure('pdf', PDF_CLAIMS);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const TIMES = 40;
/** Seconds of the processor that it takes to write a file. */
function writing(bytes: Uint8Array, file: string): number {
  const began = process.cpuUsage();
  for (let i = 0; i < TIMES; i++) writeFileSync(`${file}-again`, bytes);
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6 / TIMES;
}

const megabytes = (kilobytes: number): string => (kilobytes / 1024).toFixed(0);

/** In a process of its own, whose memory is all its own. */
const made = (format: string, snapshot: string, file: string): Promise<Told> =>
  new Promise((resolve, reject) => {
    const child = fork(new URL('./worker/exports.ts', import.meta.url), [format, snapshot, file]);
    child.once('message', (told: Told) => resolve(told));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The making of ${format} ended with ${code}`)));
  });
