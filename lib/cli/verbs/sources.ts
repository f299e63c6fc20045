import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { commandActor } from '#lib/access/gate-command.ts';
import { readCitations } from '#lib/ingest/citations/read.ts';
import { MOST_CITATION_BYTES } from '#lib/ingest/citations/types.ts';
import { refuse } from '#lib/platform/result.ts';
import { sourcesAsFile } from '#lib/sources/data-export.ts';
import { importSources } from '#lib/sources/mutations-import.ts';
import { citationFormat } from '#lib/sources/schema.ts';
import type { ImportedDTO } from '#lib/sources/types.ts';
import { CommandError, EXIT } from '../errors.ts';
import { actorFor, checked, readBytes } from '../input.ts';
import { withDatabase } from '../store.ts';

/** `stet sources`: the library as files of references, in and out. */
export function configure(command: Command): void {
  command
    .command('import')
    .description(
      'Bring sources in from BibTeX or CSL-JSON, for everybody on the desk. Prints a line for each, parted by tabs: new, known or refused, its title, and why it is refused.',
    )
    .argument('FILE')
    .option('--as <email>', 'the person who brings them in; else the command line itself')
    .action((file: string, { as }: { as?: string }) => importFile(file, as));

  command
    .command('export')
    .description('Print the sources of the library, the newest first.')
    .option('--format <FORMAT>', citationFormat.options.join(', '), 'csl')
    .option('--out <FILE>', 'write it there instead')
    .action((options: { format: string; out?: string }) => exportAll(options));
}

async function importFile(file: string, as: string | undefined): Promise<void> {
  const bytes = readBytes(file);
  if (bytes.length > MOST_CITATION_BYTES) refuse('too-large', 'citations-too-large', { field: 'file' });
  const citations = checked(await readCitations(bytes));
  const imported = await withDatabase(async (db) => importSources(db, await actorFor(db, as), citations));
  process.stdout.write(imported.rows.map(line).join(''));
  const left = Object.entries(imported.left).map(([name, count]) => `${name} (${count})`);
  if (left.length > 0) process.stderr.write(`stet: no place here for: ${left.join(', ')}\n`);
  if (imported.rows.some(({ state }) => state === 'refused')) process.exitCode = EXIT.refused;
}

const line = ({ state, title, why }: ImportedDTO['rows'][number]): string =>
  `${[state, title.replace(/\s+/g, ' '), ...(why === null ? [] : [why])].join('\t')}\n`;

async function exportAll({ format, out }: { format: string; out?: string }): Promise<void> {
  const known = citationFormat.safeParse(format);
  if (!known.success)
    throw new CommandError(`There is no format ${format}. Formats: ${citationFormat.options.join(', ')}.`, EXIT.usage);
  const { text } = await withDatabase((db) => sourcesAsFile(db, commandActor(), {}, known.data));
  if (out) writeFileSync(out, text);
  else process.stdout.write(text);
}
