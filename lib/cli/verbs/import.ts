import type { Command } from 'commander';
import type { Actor } from '#lib/access/types.ts';
import { readInThisProcess } from '#lib/ingest/reading.ts';
import { TASKS } from '#lib/ingest/tasks.ts';
import { parse } from '#lib/platform/attempt.ts';
import type { Db } from '#lib/platform/db.ts';
import { optionalDate } from '#lib/platform/fields.ts';
import { type AddedArticle, addArticle } from '#lib/revisions/mutations.ts';
import { articleText } from '#lib/revisions/rules-text.ts';
import { articleDetailsInput } from '#lib/revisions/schema.ts';
import { bringArticle, checkArticle } from '#lib/travel/mutations.ts';
import { isArticleFile } from '#lib/travel/rules-file.ts';
import { CommandError, EXIT, explain } from '../errors.ts';
import { actorFor, checked, readBytes, readGivenFile, remarks, type Taking, takingOption } from '../input.ts';
import { withDatabase } from '../store.ts';

export type ImportOptions = { published?: string; outlet?: string; as?: string; again?: boolean; changes?: Taking };

/** `stet import FILE…`: articles out of files, as the page for adding one takes them in. */
export function configure(command: Command): void {
  command
    .description(
      'Bring articles in. Prints a line for each, its id and its headline parted by a tab. Headline, byline, outlet and date are read off the file. A whole article of another Stet stays what that desk has found: it is read-only, and looked up.',
    )
    .argument(
      '<files...>',
      'articles as .txt, .md, .html, .docx, .odt or .pdf, one in each; or whole ones of another Stet, as `stet export --format stet` writes them',
    )
    .option('--published <date>', 'the day they were published, YYYY-MM-DD, whatever the files say')
    .option('--outlet <name>', 'who published them, whatever the files say')
    .option('--as <email>', 'the person who adds them; else the command line itself')
    .addOption(takingOption())
    .option('--again', 'also what is already here, word for word')
    .action(async (files: string[], options: ImportOptions) => {
      if (!optionalDate.safeParse(options.published).success)
        throw new CommandError(`--published wants a date like 2026-01-31, not ${options.published}.`, EXIT.usage);
      readInThisProcess(TASKS);
      process.exitCode = await withDatabase((db) => importFiles(db, files, options, consoleOutput));
    });
}

export type Output = { readonly done: (line: string) => void; readonly refused: (line: string) => void };

const consoleOutput: Output = {
  done: (line) => process.stdout.write(`${line}\n`),
  refused: (line) => process.stderr.write(`stet: ${line}\n`),
};

/**
 * Brings the files in one after another. One that is refused does not keep the next ones out; a fault, such as a database
 * that has gone away, ends it all. Returns the exit code: that of the first refusal, or 0.
 */
export async function importFiles(
  db: Db,
  files: readonly string[],
  options: ImportOptions,
  output: Output,
): Promise<number> {
  const actor = await actorFor(db, options.as);
  let exitCode: number = EXIT.done;
  for (const file of files) {
    try {
      const bytes = readBytes(file);
      if (isArticleFile(bytes)) {
        const { id, title, isKnown } = await bringArticle(db, actor, await checkArticle(bytes));
        output.done(`${id}\t${oneLine(title)}`);
        if (isKnown) output.refused(`${file}: is here already, as it stands in this file.`);
        continue;
      }
      const { added, said } = await importFile(db, actor, file, options);
      output.done(`${added.id}\t${oneLine(added.headline)}`);
      for (const remark of said) output.refused(`${file}: ${remark}`);
    } catch (error) {
      const outcome = explain(error);
      if (outcome.exitCode === EXIT.failed) throw error;
      output.refused(`${file}: ${outcome.words}`);
      exitCode ||= outcome.exitCode;
    }
  }
  return exitCode;
}

async function importFile(
  db: Db,
  actor: Actor,
  file: string,
  options: ImportOptions,
): Promise<{ readonly added: AddedArticle; readonly said: readonly string[] }> {
  const given = await readGivenFile(file, options.changes);
  const text = articleText(given.text);
  const input = parse(articleDetailsInput, {
    // nobody is there to be asked: what the text opens with is better than no article
    headline: given.headline || firstLine(text),
    byline: given.byline,
    outlet: options.outlet ?? given.outlet,
    publishedOn: options.published ?? given.publishedOn,
    link: given.link,
    origin: 'command',
    evenIfKnown: options.again ?? false,
  });
  const added = await addArticle(db, actor, { ...checked(input), text }, given.original);
  return { added, said: remarks(given) };
}

const firstLine = (text: string): string => (text.trimStart().split('\n', 1)[0] ?? '').trim().slice(0, 300);
const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();
