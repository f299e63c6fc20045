import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Option } from 'commander';
import { commandActor } from '#lib/access/gate-command.ts';
import type { Actor } from '#lib/access/types.ts';
import { type ArticleFile, readArticleFile } from '#lib/ingest/article.ts';
import type { ReadWarning } from '#lib/ingest/read/types.ts';
import { findPersonByEmail } from '#lib/people/data.ts';
import type { Db } from '#lib/platform/db.ts';
import { AppError, type Outcome, refuse } from '#lib/platform/result.ts';
import type { OriginalFile } from '#lib/revisions/rules-original.ts';
import { CommandError, EXIT } from './errors.ts';

/** How tracked changes are taken, as the option says it. */
export type Taking = 'accepted' | 'refused';
export const takingOption = () =>
  new Option('--changes <how>', 'how the tracked changes of a document are taken')
    .choices(['accepted', 'refused'])
    .default('accepted');

/** A file that is read as an article, with its bytes. */
export type GivenFile = ArticleFile & { readonly original: OriginalFile };

/** A file as an article: text, Markdown, HTML, Word, OpenDocument, PDF. Throws in words where it cannot be read, or is none. */
export async function readGivenFile(file: string, changes: Taking = 'accepted'): Promise<GivenFile> {
  const bytes = readBytes(file);
  const name = basename(file);
  const read = checked(await readArticleFile({ bytes, mediaType: null, name, changes }));
  return { ...read, original: { bytes, name } };
}

/** What a person should know of how a file was read; one line for each thing. */
export function remarks({ found: { changes, taken, notes, warnings } }: ArticleFile): string[] {
  return [
    ...(changes.count === 0
      ? []
      : [
          `${changes.count} tracked ${changes.count === 1 ? 'change was' : 'changes were'} taken as ${taken}; --changes ${taken === 'accepted' ? 'refused' : 'accepted'} takes them the other way.`,
        ]),
    ...(notes.count === 0 ? [] : [`It has ${notes.count} comments and footnotes, which are no part of the text.`]),
    ...warnings.flatMap((warning) => REMARKS[warning] ?? []),
  ];
}

const REMARKS: Readonly<Partial<Record<ReadWarning, string>>> = {
  'pages-without-text': 'Some of its pages hold no text: they are pictures.',
  'other-kind': 'It is of another kind than its name says, and was read as what it is.',
  'charset-guessed': 'Nothing in it says how its letters are written: look at accents and quotation marks.',
  'unknown-characters': 'Some of its letters cannot be told: compare the text with the page.',
};

/** The person with that address at the command line; without one, the command line itself. */
export async function actorFor(db: Db, email: string | undefined): Promise<Actor> {
  if (email === undefined) return commandActor();
  const person = await findPersonByEmail(db, email);
  if (!person) refuse('not-found', 'nobody-by-address', { values: { email } });
  return commandActor({ id: person.id, name: person.name, email, role: person.role });
}

/** A file's bytes. Throws in words where it cannot be read. */
export function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT') throw new CommandError('There is no such file.', EXIT.absent);
    if (code === 'EISDIR') throw new CommandError('This is a folder. Name the files in it.', EXIT.refused);
    if (code === 'EACCES') throw new CommandError('This file may not be read.', EXIT.refused);
    throw error;
  }
}

/** The value, or the refusal on its way to the command's end. */
export function checked<T>(result: Outcome<T>): T {
  if (!result.ok) throw new AppError(result);
  return result.value;
}
