import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import type { ChainHead } from '#lib/history/rules.ts';
import { BadHistoryFile, historyLines, readHistoryLines } from '#lib/history/rules-file.ts';
import { checkHistory, type Verification } from '#lib/history/rules-verify.ts';
import { keptHeads } from '#lib/history/schema-file.ts';
import type { Db } from '#lib/platform/db.ts';
import { readConfiguration } from '#lib/platform/env.ts';
import { linesIn } from '#lib/platform/lines.ts';
import { closeSql, type Sql, sql } from '#lib/platform/sql.ts';
import { verifyHistory } from '#lib/proof/data.ts';
import { withHistory } from '#lib/proof/data-history.ts';
import type { Proof, ProofBreak } from '#lib/proof/types.ts';
import { readArticleFile } from '#lib/travel/rules-file.ts';
import { type Verified, verifyArticle } from '#lib/travel/rules-verify.ts';
import { counted } from '../count.ts';
import { CommandError, EXIT } from '../errors.ts';
import { readBytes } from '../input.ts';
import { withDatabase } from '../store.ts';

const WORDS: Readonly<Record<ProofBreak['because'], string>> = {
  missing: 'the event is missing',
  order: 'the event stands out of order',
  previous: 'the event does not follow from the one before it',
  hash: 'the event was changed',
  detail: 'the detail of the event was changed or taken away',
  erasure: 'the detail of the event was erased, and the desk’s chain does not say by whom',
  head: 'the end of the chain is not where it was kept',
  shorter: 'the chain ends before the head that was kept of it',
  rewritten: 'the chain was hashed anew since its head was kept',
  records: 'what the event says of records was changed or taken away',
  report: 'the report of that number is not as it was frozen',
  'chain-gone': 'the desk’s chain names this article, and its own chain is gone',
  'chain-unknown': 'the desk’s chain does not name the article of this chain',
  'record-changed': 'is not as this event left it',
  'record-gone': 'is gone, and no event took it away',
  'record-back': 'is there, and this event took it away',
  'record-unspoken': 'is there without an event',
  'record-derived': 'is not what its records come to',
  'bytes-gone': 'stands on bytes that are gone, and nobody erased it',
  'bytes-changed': 'stands on bytes that are not those of its hash',
  'stamp-wrong': 'is no time stamp of its capture’s hash, or one of another time',
  'table-other': 'is not the plain table that Stet has made: it may show somebody else other rows',
  'record-unreadable': 'or a record of it holds what Stet does not write: its standing cannot be worked out',
};

type Options = { against?: string[]; file?: string; export?: string };

/** `stet verify`: walks the history and says whether anybody has tampered with it. */
export function configure(command: Command): void {
  command
    .description(
      'Walk every chain of the history, and hold every record against what the events say of it. Names the first broken link of each chain and every record that is not as said; exits with 1 where there is one.',
    )
    .argument(
      '[FILE]',
      'a whole article as `stet export --format stet` writes it: its history is walked and its records are held against it, without a database',
    )
    .option(
      '--against <FILE.json...>',
      'hold the history against the heads in reports or in files of `stet heads`: finds a cut tail and a chain hashed anew',
    )
    .option('--file <HISTORY.jsonl>', 'walk a history written by --export, without a database')
    .option('--export <HISTORY.jsonl>', 'write the history down instead of walking it')
    .action(verify);
}

async function verify(whole: string | undefined, { against = [], file, export: target }: Options): Promise<void> {
  if (target !== undefined) {
    if (whole !== undefined || file !== undefined || against.length > 0)
      throw new CommandError('--export writes and verifies nothing: use it alone.', EXIT.usage);
    await onHistory((client) => writeFile(client, target));
    return;
  }
  const seen = against.flatMap(headsOf);
  for (const kept of against) await tellStamp(kept);
  if (whole !== undefined) await verifyWhole(whole, seen);
  else
    tell(
      await (file === undefined
        ? onHistory((client, db) => verifyHistory(client, seen, db, trustedCertificates()))
        : verifyFile(file, seen)),
    );
  if (against.length > 0) console.log(`Held against ${counted(seen.length, 'head')} kept in ${against.join(', ')}.`);
}

const onHistory = <T>(work: (client: Sql, db: Db) => Promise<T>): Promise<T> =>
  withDatabase(async (db) => {
    try {
      return await work(sql(), db);
    } finally {
      await closeSql();
    }
  });

/** A file of an article; which of its reports are parts is told with it. */
async function verifyWhole(file: string, seen: readonly ChainHead[]): Promise<void> {
  const article = readArticleFile(readBytes(file));
  tell(await verifyArticle(article, seen));
  for (const { number, chosen } of article.report)
    if (chosen !== null) console.log(`Report ${number} is a part: it holds ${counted(chosen, 'chosen claim')} alone.`);
}

type Told = Verification | Proof | Verified;

function tell(found: Told): void {
  for (const item of found.breaks) console.log(lineOf(item));
  if (found.breaks.length > 0)
    throw new CommandError(`The history is broken in ${counted(found.breaks.length, 'place')}.`, EXIT.failed);
  console.log([`${found.events} events in ${found.chains} chains: whole`, ...besides(found)].join('; ').concat('.'));
  if ('erasedThere' in found && found.erasedThere > 0)
    console.log(
      `${counted(found.erasedThere, 'detail')} erased by law, as the file says: what they said of records cannot be held against anything here.`,
    );
  for (const line of 'notProvable' in found ? unprovenLines(found.notProvable) : []) console.log(line);
}

const lineOf = ({ chain, sequence, because, record, columns = [] }: ProofBreak): string =>
  [
    chain ?? '-',
    sequence ?? '-',
    record
      ? `${record.table} ${record.key}${columns.map((name) => ` ${name}`).join(',')} ${WORDS[because]}`
      : WORDS[because],
  ].join('\t');

function besides(found: Told): string[] {
  return [
    'records' in found && `${counted(found.records, 'record')} as events left them`,
    found.erased > 0 && `${counted(found.erased, 'detail')} erased on record`,
    'stamps' in found && found.stamps.all > 0 && stampWords(found.stamps),
    'masked' in found && found.masked > 0 && `${counted(found.masked, 'detail')} left out`,
  ].filter((words) => typeof words === 'string');
}

const stampWords = ({ all, trusted }: Proof['stamps']): string =>
  `${counted(all, 'time stamp')} of captures, ${trusted === all ? 'signed' : `${trusted} of them signed`} by a certificate that is trusted here`;

/** What cannot be held against anything is never called whole. */
function unprovenLines(notProvable: Proof['notProvable']): string[] {
  const tables = Object.entries(notProvable);
  if (tables.length === 0) return [];
  const count = tables.reduce((sum, [, records]) => sum + records, 0);
  return [
    `Not provable: ${count} records have not changed since an upgrade took them down as they stood; what they were before it, no event says:`,
    ...tables.map(([table, records]) => `  ${table}\t${records}`),
  ];
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
    return await checkHistory(readHistoryLines(linesIn(input)), seen);
  } catch (error) {
    if (error instanceof BadHistoryFile) throw new CommandError(`${file}: ${error.message}`, EXIT.refused);
    throw notThere(error, file) ?? error;
  } finally {
    input.destroy();
  }
}

function headsOf(file: string): readonly ChainHead[] {
  try {
    return keptHeads.parse(JSON.parse(readFileSync(file, 'utf8'))).heads;
  } catch (error) {
    throw (
      notThere(error, file) ??
      new CommandError(
        `${file} is neither a report as \`stet export --format json\` writes it nor a file of \`stet heads\`.`,
        EXIT.refused,
      )
    );
  }
}

/** Says when a file was stamped, where its stamp stands beside it. */
async function tellStamp(file: string): Promise<void> {
  const stampFile = `${file}.tsr`;
  if (!existsSync(stampFile)) return;
  // Loaded where there is a stamp: it is the largest thing here.
  const { checkStamp, TimestampError } = await import('#lib/platform/timestamp.ts');
  try {
    const stamp = await checkStamp(readFileSync(stampFile), readFileSync(file), trustedCertificates());
    const doubt = stamp.trusted ? '' : ', whose certificate is not known here to be trusted';
    console.log(`${file} was stamped on ${stamp.at} by ${stamp.by}${doubt}.`);
  } catch (error) {
    if (error instanceof TimestampError) throw new CommandError(`${stampFile}: ${error.message}`, EXIT.failed);
    throw error;
  }
}

/** The certificates that those of time-stamp authorities are to descend from, in PEM. */
function trustedCertificates(): readonly string[] {
  const { certificates } = readConfiguration().timestamps;
  if (certificates === null) return [];
  try {
    return [readFileSync(certificates, 'utf8')];
  } catch (error) {
    throw notThere(error, certificates) ?? error;
  }
}

const notThere = (error: unknown, file: string): CommandError | null =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'
    ? new CommandError(`There is no file ${file}.`, EXIT.absent)
    : null;
