import type { z } from 'zod';
import { log } from './log.ts';
import { AppError, done, type Refused, type Result, refused } from './result.ts';
import { type Trouble, troubleOf } from './trouble.ts';

/** The input as the schema gives it, or `invalid` with the first thing wrong with each field, by its path. */
export function parse<S extends z.ZodType>(schema: S, input: unknown): Result<z.output<S>> {
  const parsed = schema.safeParse(input);
  return parsed.success ? done(parsed.data) : invalid(parsed.error);
}

function invalid(error: z.ZodError): Refused {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join('.')] ??= issue.message;
  const [path, problem] = Object.entries(fields)[0] ?? ['', 'Not understood.'];
  return refused('invalid', path ? `${fieldInWords(path)}: ${problem}` : problem, { fields });
}

/** "publishedOn" reads "Published on", "figures.2.text" reads "Figures 3, text", "ratingId" reads "Rating". */
function fieldInWords(path: string): string {
  const words = path
    .replace(/(?<=[a-z])Id$/, '')
    .replace(/\.(\d+)/g, (_, index: string) => ` ${Number(index) + 1}`)
    .replaceAll('.', ', ')
    .replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * Runs work at the edge: refusals on their way out of a transaction become values, and so do the database's absence and
 * faults, which are logged. `rethrow` lets the framework's own signals through.
 */
export async function attempt<T>(
  work: () => Promise<Result<T>>,
  rethrow: (error: unknown) => void = () => {},
): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    rethrow(error);
    return refusalOf(error);
  }
}

const TROUBLE: Readonly<Record<Trouble, Pick<Refused, 'reason' | 'message'>>> = {
  away: { reason: 'unavailable', message: 'The database cannot be reached. What you typed is kept; try again.' },
  busy: {
    reason: 'busy',
    message:
      'Others are changing the same things, and it takes longer than it should. What you typed is kept; try again.',
  },
  full: {
    reason: 'disk-full',
    message:
      'The disk of the database is full, so nothing can be saved. What you typed is kept; tell the person who runs Stet.',
  },
};

function refusalOf(error: unknown): Refused {
  if (error instanceof AppError) return error.refusal;
  const trouble = troubleOf(error);
  if (trouble) {
    const { reason, message } = TROUBLE[trouble];
    log.warn({ err: error }, `the database: ${trouble}`);
    return refused(reason, message);
  }
  log.error({ err: error }, 'fault');
  return refused('fault', 'Something went wrong in Stet. What you typed is kept; try again.');
}
