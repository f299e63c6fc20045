import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { readInThisProcess } from '#lib/ingest/reading.ts';
import { TASKS } from '#lib/ingest/tasks.ts';
import { bringArchive } from '#lib/travel/mutations-archive.ts';
import { ARCHIVE_FIELDS, type ArchiveField } from '#lib/travel/rules-archive.ts';
import { counted } from '../count.ts';
import { CommandError, EXIT } from '../errors.ts';
import { actorFor } from '../input.ts';
import { withDatabase } from '../store.ts';

type Named = Readonly<Partial<Record<ArchiveField, string>>>;
type Options = { publisher?: string; column?: Named; leaveOut?: boolean; as?: string };

/** `stet precedents FILE`: an archive of checks that others have made, to be looked up. */
export function configure(command: Command): void {
  command
    .description(
      'Bring in what others have checked: ClaimReview (JSON-LD, or a feed’s dump of any size), or a table (CSV) with a claim in each row. It is read-only, and offered where claims are looked up. Prints its id and name, parted by a tab.',
    )
    .argument('<file>', 'ClaimReview as .json, or a table as .csv')
    .option('--publisher <name>', 'who has checked it, where the file does not say')
    .option(
      '--column <field=name>',
      `which column holds a field, where its name does not tell: ${ARCHIVE_FIELDS.join(', ')}`,
      toColumn,
    )
    .option('--leave-out', 'leave out rows that cannot be read; otherwise one such keeps everything out')
    .option('--as <email>', 'the person who brings it in; else the command line itself')
    .action(bring);
}

function toColumn(value: string, before: Named = {}): Named {
  const [given = '', ...name] = value.split('=');
  const field = ARCHIVE_FIELDS.find((known) => known === given);
  if (field === undefined || name.length === 0)
    throw new InvalidArgumentError(`It wants FIELD=NAME, with one of ${ARCHIVE_FIELDS.join(', ')}.`);
  return { ...before, [field]: name.join('=') };
}

async function bring(file: string, { publisher, column = {}, leaveOut = false, as }: Options): Promise<void> {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new CommandError(`There is no file ${file}.`, EXIT.absent);
  readInThisProcess(TASKS);
  await withDatabase(async (db) => {
    const actor = await actorFor(db, as);
    const options = { publisher: publisher ?? null, columns: column, leaveOut };
    const archive = { name: basename(file), read: () => createReadStream(file) };
    const { id, title, claims, leftOut, isKnown } = await bringArchive(db, actor, archive, options);
    process.stdout.write(`${id}\t${title}\n`);
    const said = isKnown
      ? 'is here already, as it stands in this file.'
      : `${counted(claims, 'claim')} brought in${leftOut > 0 ? `, ${counted(leftOut, 'row')} left out` : ''}.`;
    process.stderr.write(`stet: ${file}: ${said}\n`);
  });
}
