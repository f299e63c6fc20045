import { openArticle } from '#lib/access/policy-articles.ts';
import type { PersonActor } from '#lib/access/types.ts';
import { inWords } from '#lib/i18n/tell.ts';
import type { Db, Tx } from '#lib/platform/db.ts';
import type { PlainCode } from '#lib/platform/result.ts';
import { sessionSecret } from '#lib/platform/session-token.ts';
import { getDeskRules } from '#lib/settings/data.ts';
import type { DeskRules } from '#lib/settings/types.ts';
import { type ClaimState, claimStates, isUnworded, standingOf, type VerdictState } from '#lib/standing/data.ts';
import { underRules, unmetBySigning } from '#lib/standing/data-rules.ts';
import { shownDigest } from '#lib/standing/data-shown.ts';
import { inForce } from '#lib/standing/rules.ts';
import { refusing } from '#lib/standing/rules-desk.ts';
import { isHiddenFrom } from '#lib/standing/rules-hidden.ts';
import { leastReading } from '#lib/standing/rules-reading-time.ts';
import { openedAt } from '#lib/standing/rules-receipt.ts';
import { SIGN_OFF_REFUSALS, signOffRefusal, TOGETHER_REFUSALS, togetherRefusal } from '#lib/standing/rules-seats.ts';
import { closedBecause } from './rules.ts';
import type { TogetherInput } from './schema.ts';
import type { TogetherDTO } from './types.ts';

/** A claim that is to be signed off with others. */
export type Weighed = {
  readonly state: ClaimState;
  /** The verdict that would be signed off; undefined where there is none. */
  readonly verdict: VerdictState | undefined;
  /** When the reader had the claim open as it is now, in milliseconds since 1970; null where they had not. */
  readonly openedAt: number | null;
  /** Why it is nobody's or not this reader's to sign off. */
  readonly bars: PlainCode | null;
  /** Why it is not signed off with others yet: it is still to be read. */
  readonly lacks: PlainCode | null;
};

/**
 * The one rule of what is signed off with others, asked for the preview and again where it is written. Claims that are not of the article are
 * left out of the answer.
 *
 * @param now milliseconds since 1970, by the clock that receipts are made with
 */
export async function weighTogether(
  db: Db | Tx,
  actor: PersonActor,
  articleId: string,
  wanted: readonly { readonly claimId: string; readonly receipt: string | null }[],
  rules: DeskRules,
  now: number,
): Promise<Weighed[]> {
  const found = await claimStates(
    db,
    wanted.map(({ claimId }) => claimId),
  );
  const states = new Map(found.map((state) => [state.record.id, underRules(state, rules)]));
  const weighed: Weighed[] = [];
  for (const { claimId, receipt } of wanted) {
    const state = states.get(claimId);
    if (state?.record.articleId === articleId) weighed.push(await weigh(db, actor, state, receipt, rules, now));
  }
  return weighed;
}

async function weigh(
  db: Db | Tx,
  actor: PersonActor,
  state: ClaimState,
  receipt: string | null,
  rules: DeskRules,
  now: number,
): Promise<Weighed> {
  const [verdict] = inForce(state.verdicts);
  const isUnmet = verdict !== undefined && refusing(await unmetBySigning(db, state, verdict, rules, actor.id));
  const because = signOffRefusal(actor.id, verdict, state.verdicts, {
    isUnworded: isUnworded(state),
    held: standingOf(state).held,
    unmet: isUnmet,
  });
  const opened = receipt === null ? null : openedAt(sessionSecret(), shownDigest(state, actor.id), receipt);
  const lacks = togetherRefusal(opened, now, leastReading([state.record.statement, verdict?.record.rationale ?? '']));
  return {
    state,
    verdict,
    openedAt: opened,
    bars: closedBecause(state.record) ?? (because && SIGN_OFF_REFUSALS[because]),
    lacks: lacks && TOGETHER_REFUSALS[lacks],
  };
}

/**
 * What would come of signing claims of an article off together, or which of those that wait for a second reader are this one's to sign off.
 *
 * @throws AppError as `openArticle` does.
 */
export async function togetherPreview(db: Db, actor: PersonActor, input: TogetherInput): Promise<TogetherDTO[]> {
  await openArticle(db, actor, 'verdict.signOff', input.articleId);
  const wanted = input.claims ?? (await awaiting(db, input.articleId));
  const weighed = await weighTogether(db, actor, input.articleId, wanted, await getDeskRules(db), Date.now());
  const labels = new Map(
    (await db.rating.findMany({ select: { id: true, label: true } })).map((one) => [one.id, one.label]),
  );
  return weighed.map(({ state, verdict, bars, lacks }): TogetherDTO => {
    const known = verdict !== undefined && !isHiddenFrom(verdict, actor.id) ? verdict : undefined;
    const code = bars ?? lacks;
    return {
      claimId: state.record.id,
      number: state.record.number,
      verdictId: known?.id ?? null,
      rating: (known && labels.get(known.ratingId)) ?? null,
      state: bars ? 'barred' : lacks ? 'unread' : 'ready',
      because: code && inWords({ code }),
    };
  });
}

/** Claims that wait for a second reader, in the order of their numbers. */
async function awaiting(db: Db, articleId: string) {
  const rows = await db.claim.findMany({
    where: { articleId, progress: 'awaiting_second_reader', excludedAt: null, replacedAt: null, withdrawnAt: null },
    select: { id: true },
    orderBy: { number: 'asc' },
  });
  return rows.map(({ id }) => ({ claimId: id, receipt: null }));
}
