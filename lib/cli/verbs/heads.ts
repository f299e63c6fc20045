import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { readConfiguration } from '#lib/platform/env.ts';
import { closeSql, sql } from '#lib/platform/sql.ts';
import { readHeads } from '#lib/proof/data-heads.ts';
import { CommandError, EXIT } from '../errors.ts';
import { withDatabase } from '../store.ts';

type Options = { out?: string; stamp?: boolean };

/** `stet heads`: writes down where every chain ends, so that an outside witness exists. */
export function configure(command: Command): void {
  command
    .description(
      'Write down where every chain of the history ends. Kept by somebody else, it finds later what the database alone cannot tell: `stet verify --against` takes it.',
    )
    .option('--out <HEADS.json>', 'the file; standard output otherwise')
    .option('--stamp', 'have the time-stamp authority at STET_TSA_URL sign its hash and the time, into HEADS.json.tsr')
    .action(heads);
}

async function heads({ out, stamp = false }: Options): Promise<void> {
  const { authority } = readConfiguration().timestamps;
  if (stamp && out === undefined) throw new CommandError('--stamp needs --out: a stamp is of a file.', EXIT.usage);
  if (stamp && authority === null)
    throw new CommandError('No time-stamp authority is set (STET_TSA_URL), so nothing was written.', EXIT.refused);
  const text = `${JSON.stringify(await withDatabase(read), null, 2)}\n`;
  if (out === undefined) {
    process.stdout.write(text);
    return;
  }
  // Stamped before anything is written: a file without the stamp that was asked for would look finished.
  const answer = stamp && authority !== null ? await stamped(authority, text) : null;
  writeFileSync(out, text);
  if (answer) writeFileSync(`${out}.tsr`, answer);
}

async function read() {
  try {
    return await readHeads(sql());
  } finally {
    await closeSql();
  }
}

async function stamped(authority: string, text: string): Promise<Uint8Array> {
  const { requestStamp, TimestampError } = await import('#lib/platform/timestamp.ts');
  try {
    return await requestStamp(authority, Buffer.from(text, 'utf8'));
  } catch (error) {
    if (error instanceof TimestampError) throw new CommandError(error.message, EXIT.failed);
    throw error;
  }
}
