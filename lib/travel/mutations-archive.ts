import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkActor } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { type Brought, bringIn, type IncomingClaims } from '#lib/foreign/mutations.ts';
import type { NewForeignClaim } from '#lib/foreign/types.ts';
import { onText } from '#lib/ingest/reading.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { linesIn } from '#lib/platform/lines.ts';
import { refuse } from '#lib/platform/result.ts';
import { type ArchiveOptions, archiveRows, formatOfArchive } from './data-archive.ts';
import type { ArchivedClaim, ArchiveRow } from './rules-archive.ts';

/** An archive, to be read twice: its hash says first whether it is here already. */
export type Archive = { readonly name: string; readonly read: () => AsyncIterable<Uint8Array> };

/** How many claims an archive may hold, and how long they may take to be written. */
export const MOST_ARCHIVED = 100_000;
const WRITING_MS = 900_000;
const AT_ONCE = 200;
/** How many rows that cannot be read are named. */
const NAMED = 20;

/** Hears how many rows have been read. */
export type OnRows = (rows: number) => Promise<void> | void;

/**
 * Brings an archive of checks in, as precedents. It is read to its end, and what each claim is looked up by is worked out, before anything is
 * written; then all of it is, or nothing. The same archive twice changes nothing. `finish` is the job's last step.
 *
 * @throws AppError `invalid` that names rows and their fields, or `too-large`.
 */
export async function bringArchive(
  db: Db,
  actor: Actor,
  archive: Archive,
  options: ArchiveOptions,
  {
    onRows = () => {},
    finish = async () => {},
  }: { onRows?: OnRows; finish?: (tx: Tx, brought: Brought) => Promise<void> } = {},
): Promise<Brought> {
  await checkActor(db, actor, 'foreign.bring');
  const { sha256, size, format } = await looked(archive);
  const spool = join(tmpdir(), `stet-archive-${randomUUID()}`);
  try {
    const known = (await db.foreignFile.count({ where: { sha256 } })) > 0;
    const read = known
      ? { publishers: [], leftOut: 0 }
      : await spooled(spool, archiveRows(archive.read(), format, options), options, onRows);
    return await transact(
      db,
      async (tx) => {
        const file = { format, sha256, size, desk: publishersIn(read.publishers), title: archive.name, history: null };
        const brought = await bringIn(tx, actor, file, fromSpool(spool, read.leftOut));
        await finish(tx, brought);
        return brought;
      },
      WRITING_MS,
    );
  } finally {
    await rm(spool, { force: true });
  }
}

async function looked({ read }: Archive) {
  const digest = createHash('sha256');
  let size = 0;
  let start: Uint8Array | null = null;
  for await (const chunk of read()) {
    start ??= chunk;
    size += chunk.length;
    digest.update(chunk);
  }
  if (start === null) refuse('invalid', 'archive-none');
  return { sha256: digest.digest('hex'), size, format: formatOfArchive(start) };
}

const SHOWN = 3;
const publishersIn = (publishers: readonly string[]): string =>
  [...publishers.slice(0, SHOWN), ...(publishers.length > SHOWN ? ['…'] : [])].join(', ');

type Spooled = { readonly publishers: readonly string[]; readonly leftOut: number };

/** Writes the claims down, each with what it is looked up by, so that neither memory nor the transaction grows with how long reading them takes. */
async function spooled(
  path: string,
  rows: AsyncIterable<ArchiveRow>,
  { leaveOut }: ArchiveOptions,
  onRows: OnRows,
): Promise<Spooled> {
  const publishers = new Map<string, number>();
  const faults: string[] = [];
  let waiting: { readonly row: number; readonly claim: ArchivedClaim }[] = [];
  let claims = 0;
  let bad = 0;
  const file = await open(path, 'wx', 0o600);
  const write = async () => {
    const lines = await linesOf(waiting);
    if (lines !== '') await file.write(lines);
    await onRows(claims + bad);
    waiting = [];
  };
  try {
    for await (const read of rows) {
      if ('field' in read) {
        bad++;
        if (faults.length < NAMED) faults.push(`${read.row}: ${read.field}`);
        continue;
      }
      if (++claims > MOST_ARCHIVED) refuse('too-large', 'archive-too-many', { values: { most: MOST_ARCHIVED } });
      publishers.set(read.claim.publisher, (publishers.get(read.claim.publisher) ?? 0) + 1);
      waiting.push(read);
      if (waiting.length >= AT_ONCE) await write();
    }
    await write();
  } finally {
    await file.close();
  }
  if (bad > 0 && !leaveOut) refuse('invalid', 'archive-rows', { values: { count: bad, rows: faults.join('; ') } });
  if (claims === 0) refuse('invalid', 'archive-none');
  const byCount = [...publishers].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return { publishers: byCount.map(([name]) => name), leftOut: bad };
}

async function linesOf(rows: readonly { readonly row: number; readonly claim: ArchivedClaim }[]): Promise<string> {
  if (rows.length === 0) return '';
  const statements = rows.map(({ claim }) => ({ text: claim.statement, on: claim.saidOn }));
  const length = statements.reduce((sum, { text }) => sum + text.length, 0);
  const read = await onText('statements', statements, length);
  return rows
    .map(({ row, claim }, i) => {
      const { match, keys } = read[i] ?? refuse('fault', 'fault');
      const { statement, publisher, rating, link, checkedOn, saidBy, saidOn, rationale } = claim;
      const finding = { by: publisher, at: checkedOn, rating, rationale, signedOffBy: null, inForce: true };
      const item: NewForeignClaim = {
        number: row,
        statement,
        publisher,
        outcome: 'settled',
        rating,
        link,
        checkedOn,
        saidBy,
        saidOn,
        match,
        said: { quote: null, findings: [finding], evidence: [], comments: [] },
        lookUpKeys: keys,
      };
      return `${JSON.stringify(item)}\n`;
    })
    .join('');
}

/** What this process wrote down a moment ago. */
async function* fromSpool(path: string, leftOut: number): IncomingClaims {
  let batch: NewForeignClaim[] = [];
  for await (const line of linesIn(createReadStream(path, 'utf8'))) {
    batch.push(JSON.parse(line) as NewForeignClaim);
    if (batch.length < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  yield batch;
  return leftOut;
}
