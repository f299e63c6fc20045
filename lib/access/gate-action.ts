import { refresh } from 'next/cache';
import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { attempt, parse } from '#lib/platform/attempt.ts';
import { type Db, database } from '#lib/platform/db.ts';
import { done, type Result, refused } from '#lib/platform/result.ts';
import { currentActor } from './gate-session.ts';
import type { PersonActor } from './types.ts';

export const SIGNED_OUT = 'You are signed out. What you typed is kept: sign in again in another tab, then try again.';

/**
 * A server action: gate, parse, call, respond. Whatever happens, the answer is a value, so that the form keeps what was
 * typed. Expected refusals come back as they are, the database's absence as `unavailable`, the rest as `fault`.
 */
export function runAction<S extends z.ZodType, T>(
  schema: S,
  input: unknown,
  work: (actor: PersonActor, parsed: z.output<S>) => Promise<Result<T>>,
): Promise<Result<T>> {
  return attempt(async () => {
    const actor = await currentActor();
    if (!actor) return refused('signed-out', SIGNED_OUT);
    const parsed = parse(schema, input);
    return parsed.ok ? await work(actor, parsed.value) : parsed;
  }, unstable_rethrow);
}

/** `runAction` for a mutation that answers with its value; the page the person is on is read afresh. */
export function runChange<S extends z.ZodType, T>(
  schema: S,
  input: unknown,
  mutation: (db: Db, actor: PersonActor, parsed: z.output<S>) => Promise<T>,
): Promise<Result<T>> {
  return runAction(schema, input, async (actor, parsed) => {
    const value = await mutation(database(), actor, parsed);
    refresh();
    return done(value);
  });
}
