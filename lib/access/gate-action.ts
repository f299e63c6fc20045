import { refresh } from 'next/cache';
import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { attempt, parse } from '#lib/platform/attempt.ts';
import { type Db, database } from '#lib/platform/db.ts';
import { done, type Outcome, type Result, refuse, refused } from '#lib/platform/result.ts';
import { currentActor, currentSession } from './gate-session.ts';
import { unseen } from './gate-unseen.ts';
import { assertMay, type Right } from './policy.ts';
import type { PersonActor } from './types.ts';

/**
 * The gate of a server action: who asks, whether they have the right, what they ask, and only then the work. Whether an
 * article is theirs the work asks first (`openArticle`, `holdArticle`). Whatever happens, the answer is a value, so that
 * the form keeps what was typed. Expected refusals come back as they are, the database's absence as `unavailable`, the
 * rest as `fault`.
 */
export function runAction<S extends z.ZodType, T>(
  right: Right,
  schema: S,
  input: unknown,
  work: (actor: PersonActor, parsed: z.output<S>) => Promise<Outcome<T>>,
): Promise<Result<T>> {
  return attempt(async () => {
    const actor = await currentActor();
    if (!actor) return refused('signed-out', 'signed-out');
    assertMay(actor, right);
    const parsed = parse(schema, input);
    return parsed.ok ? await work(actor, parsed.value) : parsed;
  }, unstable_rethrow).then(unseen);
}

/**
 * `runChange` for what lets somebody in: only where the password was typed in this session a short while ago. A cookie
 * that was left lying somewhere is not enough for it.
 */
export function runProven<S extends z.ZodType, T>(
  right: Right,
  schema: S,
  input: unknown,
  mutation: (db: Db, actor: PersonActor, parsed: z.output<S>) => Promise<T>,
): Promise<Result<T>> {
  return runChange(right, schema, input, async (db, actor, parsed) => {
    if (!(await currentSession())?.isProved) refuse('unproven', 'unproven');
    return mutation(db, actor, parsed);
  });
}

/** `runAction` for a mutation that answers with its value; the page the person is on is read afresh. */
export function runChange<S extends z.ZodType, T>(
  right: Right,
  schema: S,
  input: unknown,
  mutation: (db: Db, actor: PersonActor, parsed: z.output<S>) => Promise<T>,
): Promise<Result<T>> {
  return runAction(right, schema, input, async (actor, parsed) => {
    const value = await mutation(database(), actor, parsed);
    refresh();
    return done(value);
  });
}
