import { readFileSync } from 'node:fs';
import { commandActor } from '#lib/access/gate-command.ts';
import type { Actor } from '#lib/access/types.ts';
import { markdownToText, readPlain } from '#lib/ingest/plain.ts';
import { findPersonByEmail } from '#lib/people/data.ts';
import type { CanonicalText } from '#lib/platform/canonical.ts';
import type { Db } from '#lib/platform/db.ts';
import { AppError, type Outcome, refuse } from '#lib/platform/result.ts';
import { CommandError, EXIT } from './errors.ts';

/** A text or Markdown file as a reader sees it. Throws in words where it cannot be read, or is no text. */
export function readTextFile(file: string): CanonicalText {
  const plain = checked(readPlain(readBytes(file)));
  return /\.(?:md|markdown)$/i.test(file) ? markdownToText(plain) : plain;
}

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
