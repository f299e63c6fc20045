import { assertMay } from '#lib/access/policy.ts';
import { holdActor } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import type { MadePeriod } from '#lib/exports/period/model.ts';
import type { PeriodFormat } from '#lib/exports/period/render.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { DESK_CHAIN } from '#lib/history/rules.ts';
import type { Period } from '#lib/numbers/types.ts';
import { canonicalJson, sha256 } from '#lib/platform/canonical.ts';
import { type Db, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { periodOfDesk } from './data-period.ts';

/**
 * Reports on the desk's work in a period, of the articles that the actor may see; without one, in the last thirty days. What it says is kept by
 * whoever takes it; the digest stands in the desk's history from then on.
 */
export async function reportPeriod(
  db: Db,
  actor: Actor,
  asked: Period | null,
  format: PeriodFormat,
): Promise<MadePeriod> {
  assertMay(actor, 'numbers.report');
  const { id, name } = actor;
  if (id === null) refuse('forbidden', 'reports-by-person');
  const model = await periodOfDesk(db, actor, { id, name }, asked);
  const digest = sha256(canonicalJson(JSON.parse(JSON.stringify(model))));
  const { from, to } = model;
  await transact(db, async (tx) => {
    await holdActor(tx, actor, 'numbers.report');
    await appendEvent(tx, actor, {
      chain: DESK_CHAIN,
      action: 'period.reported',
      subject: { type: 'desk', id: DESK_CHAIN },
      detail: { from, to, digest, format },
    });
  });
  return { model, digest };
}
