import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import type { Break, ChainHead } from '#lib/history/rules.ts';
import { BadHistoryFile, historyLines, readHistoryLines } from '#lib/history/rules-file.ts';
import { checkHistory, type Verification } from '#lib/history/rules-verify.ts';
import { closeSql, type Sql, sql } from '#lib/platform/sql.ts';
import { verifyHistory, withHistory } from '#lib/proof/data.ts';
import { readSnapshot } from '#lib/reports/rules-upgrade.ts';
import { CommandError, EXIT } from '../errors.ts';
import { withDatabase } from '../store.ts';

const WORDS: Readonly<Record<Break['because'], string>> = {
  missing: 'the event is missing',
  order: 'the event stands out of order',
  previous: 'the event does not follow from the one before it',
  hash: 'the event was changed',
  detail: 'the detail of the event was changed or taken away',
  erasure: 'the detail of the event was erased, and the desk’s chain does not say by whom',
  head: 'the end of the chain is not where it was kept',
  shorter: 'the chain ends before what the report saw',
  rewritten: 'the chain was hashed anew since the report was frozen',
  report: 'the report of that number is not as it was frozen',
};

type Options = { against?: string[]; file?: string; export?: string };

/** `stet verify`: walks the history and says whether anybody has tampered with it. */
export function configure(command: Command): void {
  command
    .description(
      'Walk every chain of the history. Names the first broken link of each; exits with 1 where one is broken.',
    )
    .option(
      '--against <REPORT.json...>',
      'hold the history against the heads that reports saw: finds a cut tail and a chain hashed anew',
    )
    .option('--file <HISTORY.jsonl>', 'walk a history written by --export, without a database')
    .option('--export <HISTORY.jsonl>', 'write the history down instead of walking it')
    .action(verify);
}

async function verify({ against = [], file, export: target }: Options): Promise<void> {
  if (target !== undefined) {
    if (file !== undefined || against.length > 0)
      throw new CommandError('--export writes and verifies nothing: use it alone.', EXIT.usage);
    await onHistory((client) => writeFile(client, target));
    return;
  }
  const seen = against.flatMap(headsOf);
  tell(await (file === undefined ? onHistory((client) => verifyHistory(client, seen)) : verifyFile(file, seen)));
}

const onHistory = <T>(work: (client: Sql) => Promise<T>): Promise<T> =>
  withDatabase(async () => {
    try {
      return await work(sql());
    } finally {
      await closeSql();
    }
  });

function tell({ chains, events, erased, masked, breaks }: Verification): void {
  for (const found of breaks) console.log(`${found.chain}\t${found.sequence}\t${WORDS[found.because]}`);
  if (breaks.length > 0)
    throw new CommandError(
      `The history is broken in ${breaks.length} place${breaks.length === 1 ? '' : 's'}.`,
      EXIT.failed,
    );
  const besides = [erased && `${erased} details erased on record`, masked && `${masked} details left out`];
  console.log([`${events} events in ${chains} chains: whole`, ...besides].filter(Boolean).join('; ').concat('.'));
}

/** What a blind verdict still hides is left out: the file is for others to read, and its chain holds all the same. */
const writeFile = (client: Sql, target: string): Promise<void> =>
  withHistory(client, 'shared', (items) =>
    pipeline(Readable.from(historyLines(items)), createWriteStream(target)).catch((error) => {
      throw notThere(error, target) ?? error;
    }),
  );

async function verifyFile(file: string, seen: readonly ChainHead[]): Promise<Verification> {
  const input = createReadStream(file, 'utf8');
  try {
    const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
    // readline does not pass its input's error on.
    const failed = new Promise<never>((_, reject) => input.once('error', reject));
    return await Promise.race([checkHistory(readHistoryLines(lines), seen), failed]);
  } catch (error) {
    if (error instanceof BadHistoryFile) throw new CommandError(`${file}: ${error.message}`, EXIT.refused);
    throw notThere(error, file) ?? error;
  } finally {
    input.destroy();
  }
}

function headsOf(file: string): readonly ChainHead[] {
  try {
    return readSnapshot(readFileSync(file, 'utf8')).heads;
  } catch (error) {
    throw (
      notThere(error, file) ??
      new CommandError(`${file} is not a report as \`stet export --format json\` writes it.`, EXIT.refused)
    );
  }
}

const notThere = (error: unknown, file: string): CommandError | null =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'
    ? new CommandError(`There is no file ${file}.`, EXIT.absent)
    : null;
