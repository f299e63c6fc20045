import type { Command } from 'commander';
import type { Actor } from '#lib/access/types.ts';
import { presentArticleIds } from '#lib/articles/data.ts';
import { readInThisProcess } from '#lib/ingest/reading.ts';
import { TASKS } from '#lib/ingest/tasks.ts';
import type { Db } from '#lib/platform/db.ts';
import { isId } from '#lib/platform/fields.ts';
import { type Reextracted, reextract } from '#lib/revisions/mutations-reextract.ts';
import { CommandError, EXIT, explain } from '../errors.ts';
import { actorFor } from '../input.ts';
import { withDatabase } from '../store.ts';

type Options = { all?: boolean; as?: string; json?: boolean };

/** `stet reread ARTICLE…`: has this version's engine read texts again that an older one has read. */
export function configure(command: Command): void {
  command
    .description(
      'Have the engine read articles again, as after an upgrade. What a person has touched stays. Prints a line for each, parted by tabs: its id, the engine, how many claims came in and were withdrawn, how many marks on sentences went on with their words and ended.',
    )
    .argument('[articles...]', 'the articles’ ids')
    .option('--all', 'every article that is not archived')
    .option('--as <email>', 'the person who has them read; else the command line itself')
    .option('--json', 'a line of JSON for each')
    .action(async (articles: string[], options: Options) => {
      if ((options.all ?? false) === articles.length > 0)
        throw new CommandError('Name articles by their ids, or say --all.', EXIT.usage);
      readInThisProcess(TASKS);
      process.exitCode = await withDatabase((db) => rereadAll(db, articles, options));
    });
}

/** One after another; one that is refused does not keep the next ones out. Returns the exit code: that of the first refusal, or 0. */
async function rereadAll(db: Db, named: readonly string[], { all, as, json }: Options): Promise<number> {
  const actor = await actorFor(db, as);
  let exitCode: number = EXIT.done;
  for (const id of all ? await presentArticleIds(db, actor) : named) {
    try {
      const read = await reread(db, actor, id);
      process.stdout.write(`${json ? JSON.stringify({ article: id, ...read }) : asLine(id, read)}\n`);
    } catch (error) {
      const outcome = explain(error);
      if (outcome.exitCode === EXIT.failed) throw error;
      process.stderr.write(`stet: ${id}: ${outcome.words}\n`);
      exitCode ||= outcome.exitCode;
    }
  }
  return exitCode;
}

async function reread(db: Db, actor: Actor, id: string): Promise<Reextracted> {
  if (!isId(id)) throw new CommandError('There is no such article here.', EXIT.absent);
  return reextract(db, actor, id);
}

const asLine = (id: string, { engine, added, withdrawn, marksMoved, marksEnded }: Reextracted): string =>
  [id, engine, added, withdrawn, marksMoved, marksEnded.length].join('\t');
