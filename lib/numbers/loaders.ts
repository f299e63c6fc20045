import { requireActor } from '#lib/access/gate-session.ts';
import { may } from '#lib/access/policy.ts';
import { tell } from '#lib/i18n/tell.ts';
import { parse } from '#lib/platform/attempt.ts';
import { database } from '#lib/platform/db.ts';
import type { Refused } from '#lib/platform/result.ts';
import { readNumbers } from './data.ts';
import { type PeriodAsked, periodInput, periodOf } from './schema.ts';
import type { NumbersDTO } from './types.ts';

/** The numbers of what the address asks for. What it asks for wrongly becomes the last thirty days, with what is wrong. */
export async function loadNumbers(
  asked: PeriodAsked,
): Promise<{ readonly numbers: NumbersDTO; readonly refusal: Refused | null; readonly mayReport: boolean }> {
  const actor = await requireActor('numbers.read');
  const period = parse(periodInput, asked);
  const numbers = await readNumbers(database(), actor, period.ok ? periodOf(period.value) : null);
  return { numbers, refusal: period.ok ? null : tell(period), mayReport: may(actor, 'numbers.report') };
}
