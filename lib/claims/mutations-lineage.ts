import type { Actor } from '#lib/access/types.ts';
import type { EngineClaim } from '#lib/engine/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { type Db, Prisma, type Tx } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { entitiesColumn, figuresColumn, timesColumn } from '#lib/standing/schema-columns.ts';
import type { Said, WorkbenchPatch } from '#lib/standing/types.ts';
import { engineReads, openText } from './data-engine.ts';
import { saidOf, saidRow } from './mutations-said.ts';
import {
  anchorAt,
  assertLive,
  assertNotFlagged,
  assertNotHeld,
  assertNotHidden,
  changeClaims,
  type HeldClaim,
  type Place,
  placeReturned,
  presentText,
  readClaims,
  takeNumbers,
} from './mutations-shared.ts';
import { PLAIN, saidAfterMove } from './rules-said.ts';
import { readAt } from './rules-wording.ts';
import type { MergeInput, SplitInput, UndoLineageInput } from './schema.ts';

/*
 * What split and merge do to what hangs on a claim:
 * - The old claims are replaced, never deleted: their verdicts, sign-offs and comments stay with them, readable.
 * - The new claims begin without a verdict: a verdict was on other words.
 * - Evidence is carried over on purpose, piece by piece, and gets numbers of the new claim's own.
 */
const inherited = (claim: HeldClaim, actor: Actor) => ({
  articleId: claim.articleId,
  kind: claim.kind,
  saidOn: claim.saidOn,
  saidWhere: claim.saidWhere,
  checkworthiness: claim.checkworthiness,
  tier: claim.tier,
  reasons: claim.reasons,
  misdeed: claim.misdeed,
  origin: 'person' as const,
  createdById: actor.id,
  assigneeId: claim.assigneeId,
  assignedAt: claim.assignedAt,
  assignedById: claim.assignedById,
  touchedAt: new Date(),
});

/** Of figures, times or entities those that stand inside a span. */
const inside = <T extends Place>(items: readonly T[], span: Place): T[] =>
  items.filter((item) => item.start >= span.start && item.end <= span.end);

/** Figures, times and entities of claims that stand inside a span. */
const contentInside = (claims: readonly HeldClaim[], span: Place) => ({
  figures: figuresColumn.write(claims.flatMap((claim) => inside(figuresColumn.read(claim.figures), span))),
  times: timesColumn.write(claims.flatMap((claim) => inside(timesColumn.read(claim.times), span))),
  entities: entitiesColumn.write(claims.flatMap((claim) => inside(entitiesColumn.read(claim.entities), span))),
});

type At = Place & Pick<HeldClaim['anchors'][number], 'revisionId'>;

/**
 * How what comes of a claim is said, as its own words are read; what somebody has set of the claim stays. A parent is
 * often negative for one of its parts alone.
 */
function saidOfPart(claim: HeldClaim, part: At, read: readonly EngineClaim[]): Said {
  const { start = null, end = null } = claim.anchors.find((one) => one.revisionId === part.revisionId) ?? {};
  const before = readAt(start === null || end === null ? null : { start, end }, read);
  return saidAfterMove(saidOf(claim), before.said, readAt(part, read).said);
}

/** The same of claims that become one; where they are not said alike, none of them says how the whole is. */
function saidOfWhole(lead: HeldClaim, claims: readonly HeldClaim[], whole: At, read: readonly EngineClaim[]): Said {
  const isAlike = claims.every((one) => one.polarity === lead.polarity && one.factuality === lead.factuality);
  if (isAlike) return saidOfPart(lead, whole, read);
  const { polarity, factuality } = { ...PLAIN, ...readAt(whole, read).said };
  return { ...saidOf(lead), polarity, factuality };
}

const replace = (tx: Tx, claims: readonly HeldClaim[]) =>
  tx.claim.updateMany({
    where: { id: { in: claims.map((claim) => claim.id) } },
    data: { replacedAt: new Date(), touchedAt: new Date(), version: { increment: 1 } },
  });

/** Copies evidence onto a claim under its own numbers, from 1, in the order given. */
async function carryEvidence(
  tx: Tx,
  actor: Actor,
  claimId: string,
  ids: readonly string[],
  from: readonly HeldClaim[],
  at: Date,
): Promise<void> {
  const pieces = await tx.evidence.findMany({
    where: { id: { in: [...ids] }, claimId: { in: from.map((claim) => claim.id) }, withdrawnAt: null },
  });
  const ordered = ids.map((id) => pieces.find((piece) => piece.id === id)).filter((piece) => piece !== undefined);
  if (ordered.length !== ids.length) refuse('invalid', 'evidence-to-carry-gone');
  await tx.evidence.createMany({
    data: ordered.map((piece, i) => ({
      claimId,
      sourceId: piece.sourceId,
      number: i + 1,
      stance: piece.stance,
      aspect: piece.aspect,
      quote: piece.quote,
      locator: piece.locator,
      note: piece.note,
      means: piece.means,
      consultedOn: piece.consultedOn,
      captureId: piece.captureId,
      captureStart: piece.captureStart,
      captureEnd: piece.captureEnd,
      quoteCheck: piece.quoteCheck,
      quoteDifference: piece.quoteDifference ?? Prisma.DbNull,
      standsAt: piece.standsAt,
      working: piece.working ?? Prisma.DbNull,
      changedCheckId: piece.changedCheckId,
      createdById: piece.createdById ?? actor.id,
      createdAt: at,
      carriedFromId: piece.id,
    })),
  });
}

/** Makes several claims of one. */
export async function splitClaim(db: Db, actor: Actor, input: SplitInput): Promise<WorkbenchPatch> {
  const read = await engineReads(await openText(db, actor, input.id, input.revisionId));
  return changeClaims(db, actor, 'claim.edit', [input], async (tx, article, [claim]) => {
    if (!claim) refuse('not-found', 'no-claim');
    assertLive(claim);
    await assertNotHidden(tx, actor, [claim]);
    await assertNotFlagged(tx, [claim]);
    assertNotHeld([claim]);
    const revision = await presentText(tx, article, input.revisionId);
    const first = await takeNumbers(tx, article, input.parts.length);
    const made: { id: string; number: number }[] = [];
    for (const [i, part] of input.parts.entries()) {
      const anchor = anchorAt(revision, part.span);
      const { id } = await tx.claim.create({
        data: {
          ...inherited(claim, actor),
          ...(await saidRow(tx, saidOfPart(claim, anchor, read))),
          number: first + i,
          statement: part.statement ?? anchor.exact,
          ...contentInside([claim], anchor),
          anchors: { create: anchor },
        },
      });
      made.push({ id, number: first + i });
      const pieces = input.evidence.filter((item) => item.parts.includes(i)).map((item) => item.id);
      await carryEvidence(tx, actor, id, pieces, [claim], article.at);
    }
    await replace(tx, [claim]);
    await tx.lineage.createMany({
      data: made.map(({ id }) => ({
        articleId: article.id,
        kind: 'split' as const,
        fromId: claim.id,
        toId: id,
        byId: actor.id,
      })),
    });
    await appendEvent(tx, actor, {
      chain: article.id,
      action: 'claim.split',
      subject: { type: 'claim', id: claim.id },
      detail: { number: claim.number, into: made.map(({ number }) => number) },
    });
    return { touched: [claim.id, ...made.map(({ id }) => id)] };
  });
}

/** Makes one claim of several. */
export async function mergeClaims(db: Db, actor: Actor, input: MergeInput): Promise<WorkbenchPatch> {
  const read = await engineReads(await openText(db, actor, input.claims[0]?.id ?? '', input.revisionId));
  return changeClaims(db, actor, 'claim.edit', input.claims, async (tx, article, claims) => {
    claims.forEach(assertLive);
    await assertNotHidden(tx, actor, claims);
    await assertNotFlagged(tx, claims);
    assertNotHeld(claims);
    const revision = await presentText(tx, article, input.revisionId);
    const anchor = anchorAt(revision, input.span ?? wholeOf(claims, revision.id));
    const lead = claims[0];
    if (!lead) refuse('invalid', 'choose-claims');
    const number = await takeNumbers(tx, article, 1);
    const { id } = await tx.claim.create({
      data: {
        ...inherited(lead, actor),
        ...(await saidRow(tx, saidOfWhole(lead, claims, anchor, read))),
        number,
        statement: input.statement,
        checkworthiness: Math.max(...claims.map((claim) => claim.checkworthiness)),
        reasons: [...new Set(claims.flatMap((claim) => claim.reasons))],
        misdeed: claims.some((claim) => claim.misdeed),
        ...contentInside(claims, anchor),
        anchors: { create: anchor },
      },
    });
    await carryEvidence(tx, actor, id, input.evidence, claims, article.at);
    await replace(tx, claims);
    await tx.lineage.createMany({
      data: claims.map((claim) => ({
        articleId: article.id,
        kind: 'merge' as const,
        fromId: claim.id,
        toId: id,
        byId: actor.id,
      })),
    });
    await appendEvent(tx, actor, {
      chain: article.id,
      action: 'claim.merged',
      subject: { type: 'claim', id },
      detail: { numbers: claims.map((claim) => claim.number), into: number },
    });
    return { touched: [...claims.map((claim) => claim.id), id] };
  });
}

function wholeOf(claims: readonly HeldClaim[], revisionId: string): Place {
  const places = claims.map((claim) => claim.anchors.find((anchor) => anchor.revisionId === revisionId));
  const starts = places.map((place) => place?.start ?? null);
  const ends = places.map((place) => place?.end ?? null);
  const isNumber = (value: number | null): value is number => value !== null;
  if (!starts.every(isNumber) || !ends.every(isNumber)) refuse('conflict', 'words-lost');
  return { start: Math.min(...starts), end: Math.max(...ends) };
}

/** Whether anything hangs on claims that did not come with them: it would go with them, unseen. */
async function isWorkedOn(tx: Tx, made: readonly HeldClaim[]): Promise<boolean> {
  const where = { claimId: { in: made.map((claim) => claim.id) } };
  const evidence = { ...where, OR: [{ carriedFromId: null }, { version: { gt: 1 } }] };
  return (
    (await tx.verdict.count({ where })) > 0 ||
    (await tx.evidence.count({ where: evidence })) > 0 ||
    (await tx.comment.count({ where })) > 0
  );
}

/**
 * Takes back a split or a merge: the old claims stand again, and what came of it is withdrawn. Refused once anybody has
 * worked on what came of it.
 */
export function undoLineage(db: Db, actor: Actor, input: UndoLineageInput): Promise<WorkbenchPatch> {
  return changeClaims(db, actor, 'claim.edit', input.to, async (tx, article, made) => {
    made.forEach(assertLive);
    const links = await tx.lineage.findMany({
      where: { toId: { in: made.map((claim) => claim.id) }, kind: input.kind },
    });
    const froms = [...new Set(links.map((link) => link.fromId))];
    if (froms.length !== input.from.length || !froms.every((id) => input.from.includes(id))) {
      refuse('conflict', 'not-of-that-change');
    }
    const worked = made.find((claim) => claim.version !== 1);
    if (worked || (await isWorkedOn(tx, made))) refuse('conflict', 'worked-on');
    await tx.claim.updateMany({
      where: { id: { in: made.map((claim) => claim.id) } },
      data: {
        withdrawnAt: new Date(),
        withdrawnById: actor.id,
        withdrawnReason: `The ${input.kind} was taken back.`,
        version: { increment: 1 },
      },
    });
    await tx.claim.updateMany({ where: { id: { in: froms } }, data: { replacedAt: null, version: { increment: 1 } } });
    const old = await readClaims(tx, article.id, froms);
    await placeReturned(tx, article, old);
    const target = made[0];
    if (!target) refuse('invalid', 'nothing-to-take-back');
    await appendEvent(tx, actor, {
      chain: article.id,
      action: 'claim.rejoined',
      subject: { type: 'claim', id: target.id },
      detail: { kind: input.kind, numbers: old.map((claim) => claim.number), from: made.map((claim) => claim.number) },
    });
    return { touched: [...froms, ...made.map((claim) => claim.id)] };
  });
}
