import { may, PERMISSIONS } from '#lib/access/policy.ts';
import { visibleTo } from '#lib/access/policy-articles.ts';
import { isNamedTo } from '#lib/access/rules-confidential.ts';
import type { Actor } from '#lib/access/types.ts';
import type { CapturePlaceDTO, EvidenceDTO } from '#lib/evidence/types.ts';
import { precedentsOf } from '#lib/foreign/data-precedents.ts';
import { inWords } from '#lib/i18n/tell.ts';
import { dayOf } from '#lib/platform/days.ts';
import type { Db } from '#lib/platform/db.ts';
import type { RefusalCode } from '#lib/platform/result.ts';
import { sessionSecret } from '#lib/platform/session-token.ts';
import { getDeskRules } from '#lib/settings/data.ts';
import type { DeskRules } from '#lib/settings/types.ts';
import { citedSourceDTO } from '#lib/sources/data.ts';
import { openingsFor } from '#lib/sources/data-openings.ts';
import { differencesOf } from '#lib/sources/data-quotes.ts';
import { workingsOf } from '#lib/sources/data-workings.ts';
import { type ClaimState, claimStates, isUnworded, seesStances, standingOf } from '#lib/standing/data.ts';
import { claimsById } from '#lib/standing/data-claims.ts';
import { masksIn } from '#lib/standing/data-masks.ts';
import { modeUnder, underRules, unmetBySigning, unmetFor } from '#lib/standing/data-rules.ts';
import { changesShown, seenDigest, shownDigest } from '#lib/standing/data-shown.ts';
import { inForce } from '#lib/standing/rules.ts';
import { refusing } from '#lib/standing/rules-desk.ts';
import { isHiddenFrom } from '#lib/standing/rules-hidden.ts';
import { receiptOf } from '#lib/standing/rules-receipt.ts';
import { SEAT_REFUSALS, SIGN_OFF_REFUSALS, seatFor, signOffRefusal } from '#lib/standing/rules-seats.ts';
import { seenOf } from '#lib/standing/rules-seen.ts';
import { entitiesColumn, proposalColumn } from '#lib/standing/schema-columns.ts';
import { verdictDTO, verdictInclude } from '#lib/verdicts/data.ts';
import { commentsOf } from './data-comments.ts';
import { relatedClaims } from './data-related.ts';
import type { ClaimDetailDTO, LineageDTO } from './types.ts';

const NO_MASKS: ReadonlyMap<string, string> = new Map();

/** One claim with everything a checker needs beside it, as this reader may see it; null where it is not theirs to see. */
export async function claimDetail(db: Db, actor: Actor, id: string): Promise<ClaimDetailDTO | null> {
  const row = await db.claim.findFirst({
    where: { id, article: visibleTo(actor) },
    select: {
      polarity: true,
      factuality: true,
      via: true,
      saidOn: true,
      saidWhere: true,
      entities: true,
      reasons: true,
      engineVersion: true,
      excludedAt: true,
      excludedReason: true,
      excludedBy: { select: { name: true } },
      withdrawnReason: true,
      becameFrom: { select: { kind: true, from: { select: { id: true, number: true, statement: true } } } },
      became: { select: { kind: true, to: { select: { id: true, number: true, statement: true } } } },
      evidence: {
        include: { source: true, createdBy: { select: { id: true, name: true } } },
        orderBy: { number: 'asc' },
      },
      verdicts: { include: verdictInclude, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
    },
  });
  if (!row) return null;
  const [[claim], [found], rules, comments, related, precedents, isOutOfReaders] = await Promise.all([
    claimsById(db, actor, [id]),
    claimStates(db, [id]),
    getDeskRules(db),
    commentsOf(db, actor, id),
    relatedClaims(db, actor, id),
    precedentsOf(db, id),
    outOfReaders(db, id),
  ]);
  if (!claim || !found) return null;
  const differences = await differencesOf(db, row.evidence);
  const workings = await workingsOf(db, row.evidence);
  const seen = await openingsFor(db, actor.id, row.evidence);
  const isMasking = row.evidence.some(({ source }) => source.confidentialAt !== null);
  const masks = isMasking ? await masksIn(db, claim.articleId) : NO_MASKS;
  const state = underRules(found, rules);
  const open = seesStances(state, actor.id);
  const { record, source } = state;
  const anchor = record.anchors.find((item) => item.revisionId === record.article.revisionId) ?? record.anchors[0];
  const lead = state.verdicts.find((verdict) => verdict.stale && !isHiddenFrom(verdict, actor.id));
  return {
    claim,
    quote: anchor?.exact ?? '',
    sentence: anchor?.sentence ?? '',
    polarity: row.polarity,
    factuality: row.factuality,
    via: row.via,
    saidOn: dayOf(row.saidOn),
    saidWhere: row.saidWhere,
    figures: source.figures,
    times: source.times,
    entities: entitiesColumn.read(row.entities),
    reasons: row.reasons,
    misdeed: record.misdeed,
    engineVersion: row.engineVersion,
    excludedBecause: row.excludedAt
      ? { reason: row.excludedReason ?? '', by: row.excludedBy?.name ?? '', at: row.excludedAt.toISOString() }
      : null,
    withdrawnBecause: row.withdrawnReason,
    becameFrom: row.becameFrom.map((link): LineageDTO => ({ kind: link.kind, claim: link.from })),
    became: row.became.map((link): LineageDTO => ({ kind: link.kind, claim: link.to })),
    evidence: row.evidence.map((item, i): EvidenceDTO => {
      const shown = open || item.createdById === actor.id;
      const isNamed = isNamedTo(item.source, actor.id);
      const named = <T>(value: T): T | null => (isNamed ? value : null);
      return {
        id: item.id,
        version: item.version,
        number: item.number,
        source: citedSourceDTO(item.source, actor.id, masks.get(item.sourceId) ?? null),
        stance: shown ? item.stance : null,
        aspect: item.aspect,
        quote: named(item.quote),
        locator: named(item.locator),
        note: shown ? named(item.note) : null,
        means: named(item.means),
        consultedOn: named(dayOf(item.consultedOn)),
        by: item.createdBy,
        createdAt: item.createdAt.toISOString(),
        withdrawn: item.withdrawnAt
          ? { reason: shown ? named(item.withdrawnReason) : null, at: item.withdrawnAt.toISOString() }
          : null,
        place: named(placeOf(item)),
        quoteCheck: named(item.quoteCheck),
        standsAt: named(item.standsAt),
        opened: seen.opened.has(item.id),
        isKept: isNamed && seen.kept.has(item.sourceId),
        working: named(workings[i] ?? null),
        quoteDifference: named(differences[i] ?? []) ?? [],
      };
    }),
    verdicts: row.verdicts.map((verdict) => verdictDTO(verdict, state, actor)),
    basisChanges: lead ? changesShown(state, lead, actor.id) : [],
    basisDigest: seenDigest(state, actor.id),
    seen: seenOf(state.verdicts),
    shown: shownDigest(state, actor.id),
    receipt: null,
    proposal: record.proposal === null ? null : proposalColumn.read(record.proposal),
    ...(await whatNext(db, state, actor, rules)),
    isOutOfReaders,
    unmet: await unmetFor(db, state, actor.id, rules),
    comments,
    related,
    precedents,
  } satisfies ClaimDetailDTO;
}

/** A claim as it is handed out to be read, with the server's word that it was. */
export const withReceipt = (detail: ClaimDetailDTO): ClaimDetailDTO => ({
  ...detail,
  receipt: receiptOf(sessionSecret(), detail.shown, Date.now()),
});

function placeOf({
  captureId,
  captureStart: start,
  captureEnd: end,
}: {
  captureId: string | null;
  captureStart: number | null;
  captureEnd: number | null;
}): CapturePlaceDTO | null {
  return captureId === null || start === null || end === null ? null : { captureId, start, end };
}

/** Which seat the reader's verdict would take, or why none; and why there is nothing here for them to sign off. */
async function whatNext(
  db: Db,
  state: ClaimState,
  actor: Actor,
  rules: DeskRules,
): Promise<Pick<ClaimDetailDTO, 'verdictSeat' | 'verdictMode' | 'verdictRefusal' | 'signOffRefusal'>> {
  const { record } = state;
  const gone = record.excludedAt
    ? 'claim-is-excluded'
    : record.replacedAt
      ? 'claim-is-replaced'
      : record.withdrawnAt
        ? 'claim-is-withdrawn'
        : null;
  const none = (code: RefusalCode) => {
    const refusal = inWords({ code });
    return { verdictSeat: null, verdictMode: null, verdictRefusal: refusal, signOffRefusal: refusal } as const;
  };
  if (gone) return none(gone);
  if (!may(actor, 'verdict.give') || actor.id === null) {
    return none('role-gives-no-verdicts');
  }
  const plan = seatFor(actor.id, state.verdicts, record.article.mode);
  const lead = inForce(state.verdicts)[0];
  const isRefused = lead !== undefined && refusing(await unmetBySigning(db, state, lead, rules, actor.id));
  const refusal = signOffRefusal(actor.id, lead, state.verdicts, {
    isUnworded: isUnworded(state),
    held: standingOf(state).held,
    unmet: isRefused,
  });
  return {
    verdictSeat: plan.seat,
    verdictMode: plan.seat === null ? null : modeUnder(plan.mode, state, rules),
    verdictRefusal: plan.seat === null ? inWords({ code: SEAT_REFUSALS[plan.because] }) : null,
    signOffRefusal: refusal && inWords({ code: SIGN_OFF_REFUSALS[refusal] }),
  };
}

/**
 * Whether a claim waits for a second or third reader and nobody could be one: everybody who may give verdicts and see the
 * article is an author of what is in force.
 */
async function outOfReaders(db: Db, claimId: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    select 1 from claims c join articles a on a.id = c.article_id
    where c.id = ${claimId}::uuid and c.progress in ('awaiting_second_reader', 'disputed')
      and c.excluded_at is null and c.replaced_at is null and c.withdrawn_at is null
      and not exists (
        select 1 from users u
        where u.disabled_at is null and u.role::text = any(${[...PERMISSIONS['verdict.give'].roles]}::text[])
          and (a.access = 'desk' or exists (select 1 from article_members m where m.article_id = a.id and m.user_id = u.id))
          and not exists (
            select 1 from verdict_authors va join verdicts v on v.id = va.verdict_id
            where v.claim_id = c.id and v.superseded_at is null and v.withdrawn_at is null and va.user_id = u.id))`;
  return rows.length > 0;
}
