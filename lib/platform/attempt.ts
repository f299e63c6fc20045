import type { z } from 'zod';
import { tell } from '#lib/i18n/tell.ts';
import { sayingOf } from './issues.ts';
import { log } from './log.ts';
import {
  AppError,
  done,
  type Outcome,
  type PlainCode,
  type Refusal,
  type Result,
  refused,
  type Saying,
  type Unsaid,
} from './result.ts';
import { type Trouble, troubleOf } from './trouble.ts';

/** The input as the schema gives it, or `invalid` with the first thing wrong with each field, by its path. */
export function parse<S extends z.ZodType>(schema: S, input: unknown): Outcome<z.output<S>> {
  const parsed = schema.safeParse(input);
  return parsed.success ? done(parsed.data) : invalid(parsed.error);
}

function invalid(error: z.ZodError): Unsaid {
  const fields: Record<string, Saying> = {};
  for (const issue of error.issues) fields[issue.path.join('.')] ??= sayingOf(issue);
  return refused('invalid', 'input-not-understood', { fields });
}

/**
 * Runs work at the edge and tells how it went: refusals on their way out of a transaction become values, and so do the database's absence and
 * faults, which are logged. `rethrow` lets the framework's own signals through.
 */
export async function attempt<T>(
  work: () => Promise<Outcome<T>>,
  rethrow: (error: unknown) => void = () => {},
): Promise<Result<T>> {
  try {
    const outcome = await work();
    return outcome.ok ? outcome : tell(outcome);
  } catch (error) {
    rethrow(error);
    return tell(refusalOf(error));
  }
}

const TROUBLE: Readonly<Record<Trouble, readonly [Refusal, PlainCode]>> = {
  away: ['unavailable', 'database-away'],
  busy: ['busy', 'database-busy'],
  full: ['disk-full', 'database-full'],
};

/** What an error comes to for who asked; what nobody expected is logged. */
export function refusalOf(error: unknown): Unsaid {
  if (error instanceof AppError) return error.refusal;
  const trouble = troubleOf(error);
  if (trouble) {
    log.warn({ err: error }, `the database: ${trouble}`);
    return refused(...TROUBLE[trouble]);
  }
  log.error({ err: error }, 'fault');
  return refused('fault', 'fault');
}
