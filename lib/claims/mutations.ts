import { assertNotArchived, holdActor, holdArticle } from '#lib/articles/policy.ts';
import { scoreSentence } from '#lib/engine/judgement/checkworthiness.ts';
import type { Quantity, Time } from '#lib/engine/types.ts';
import { appendEvent, appendEvents } from '#lib/history/mutations.ts';
import type { Change } from '#lib/history/types.ts';
import { may } from '#lib/people/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Json } from '#lib/platform/canonical.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { settle } from '#lib/verdicts/mutations-settle.ts';
import { figureLine, timeLine } from '#lib/verdicts/rules.ts';
import { claimsById } from './data.ts';
import {
  anchorAt,
  assertLive,
  changeClaims,
  claimantId,
  type HeldClaim,
  noteBasisEditor,
  peopleNames,
  placeReturned,
  presentText,
  takeNumbers,
} from './mutations-shared.ts';
import type {
  AcceptClaimInput,
  AddClaimInput,
  AssignInput,
  EditClaimInput,
  ExcludeInput,
  RescopeInput,
  RestoreInput,
  WithdrawClaimInput,
} from './schema.ts';
import type { WorkbenchPatch } from './types.ts';

/** A claim that a person has found, on words they selected. */
export function addClaim(db: Db, actor: Actor, input: AddClaimInput): Promise<WorkbenchPatch> {
  return transact(db, async (tx) => {
    const article = await holdArticle(tx, actor, 'claim.edit', input.articleId);
    assertNotArchived(article);
    const anchor = anchorAt(await presentText(tx, article, input.revisionId), input.span);
    const { score, reasons } = scoreSentence(anchor.sentence);
    const number = await takeNumbers(tx, article, 1);
    const claim = await tx.claim.create({
      data: {
        articleId: article.id,
        number,
        statement: input.statement ?? anchor.exact,
        kind: input.kind,
        claimantId: await claimantId(tx, 'author', ''),
        checkworthiness: score,
        tier: 'core',
        reasons: [...reasons],
        origin: 'person',
        createdById: actor.id,
        touchedAt: new Date(),
        anchors: { create: anchor },
      },
    });
    await appendEvent(tx, actor, {
      chain: article.id,
      action: 'claim.added',
      subject: { type: 'claim', id: claim.id },
      detail: { number, statement: claim.statement, quote: anchor.exact },
    });
    await settle(tx, article.id, [claim.id]);
    return { claims: await claimsById(tx, actor, [claim.id]), marks: [], marksGone: [] };
  });
}

const changesOf = (pairs: readonly (readonly [string, Json, Json])[]): Record<string, Change> =>
  Object.fromEntries(
    pairs
      .filter(([, before, after]) => JSON.stringify(before) !== JSON.stringify(after))
      .map(([name, before, after]) => [name, { before, after }]),
  );

/** Sets right what a claim says of itself. What changes a verdict's basis makes its editor an author of that verdict. */
export function editClaim(db: Db, actor: Actor, input: EditClaimInput): Promise<WorkbenchPatch> {
  return changeClaims(db, actor, 'claim.edit', [input], async (tx, article, [claim]) => {
    if (!claim) refuse('not-found', 'There is no such claim here.');
    assertLive(claim);
    const figures = claim.figures as unknown as readonly Quantity[];
    const times = claim.times as unknown as readonly Time[];
    const saidOn = claim.saidOn?.toISOString().slice(0, 10) ?? null;
    const next = {
      statement: input.statement ?? claim.statement,
      kind: input.kind ?? claim.kind,
      claimant: input.claimant ?? { name: claim.claimant.name, kind: claim.claimant.kind },
      via: input.via === undefined ? claim.via : input.via,
      saidOn: input.saidOn === undefined ? saidOn : input.saidOn,
      saidWhere: input.saidWhere === undefined ? claim.saidWhere : input.saidWhere,
      figures: input.figures ?? figures,
      times: input.times ?? times,
    };
    const basis = changesOf([
      ['statement', claim.statement, next.statement],
      ['claimant', `${claim.claimant.kind}: ${claim.claimant.name}`, `${next.claimant.kind}: ${next.claimant.name}`],
      ['via', claim.via, next.via],
      ['figures', figures.map(figureLine), next.figures.map(figureLine)],
      ['times', times.map(timeLine), next.times.map(timeLine)],
    ]);
    const beside = changesOf([
      ['kind', claim.kind, next.kind],
      ['saidOn', saidOn, next.saidOn],
      ['saidWhere', claim.saidWhere, next.saidWhere],
    ]);
    const changes = { ...basis, ...beside };
    if (Object.keys(changes).length === 0) return { touched: [claim.id] };
    await tx.claim.update({
      where: { id: claim.id },
      data: {
        statement: next.statement,
        kind: next.kind,
        claimantId: await claimantId(tx, next.claimant.kind, next.claimant.name),
        via: next.via,
        saidOn: next.saidOn ? new Date(next.saidOn) : null,
        saidWhere: next.saidWhere,
        figures: JSON.parse(JSON.stringify(next.figures)),
        times: JSON.parse(JSON.stringify(next.times)),
        ...touch(claim, actor),
      },
    });
    if (Object.keys(basis).length > 0) await noteBasisEditor(tx, actor, [claim.id]);
    await appendEvent(tx, actor, {
      chain: article.id,
      action: 'claim.edited',
      subject: { type: 'claim', id: claim.id },
      detail: { number: claim.number, changes },
    });
    return { touched: [claim.id] };
  });
}

/** What every change by a person writes: touched, a new version, and the machine's wording taken on. */
const touch = (claim: HeldClaim, actor: Actor, accepts = true) => ({
  touchedAt: new Date(),
  version: { increment: 1 },
  ...(accepts && claim.origin === 'machine' && !claim.acceptedById ? { acceptedById: actor.id } : {}),
});

/** Takes the machine's wording on as it stands. */
export function acceptClaim(db: Db, actor: Actor, input: AcceptClaimInput): Promise<WorkbenchPatch> {
  return changeClaims(db, actor, 'claim.edit', [input], async (tx, article, [claim]) => {
    if (!claim) refuse('not-found', 'There is no such claim here.');
    assertLive(claim);
    if (claim.acceptedById || claim.origin === 'person') return { touched: [claim.id] };
    await tx.claim.update({ where: { id: claim.id }, data: touch(claim, actor) });
    await appendEvent(tx, actor, {
      chain: article.id,
      action: 'claim.accepted',
      subject: { type: 'claim', id: claim.id },
      detail: { number: claim.number },
    });
    return { touched: [claim.id] };
  });
}

/** Moves a claim's ends. Also re-attaches one whose words were lost. */
export function rescopeClaim(db: Db, actor: Actor, input: RescopeInput): Promise<WorkbenchPatch> {
  return changeClaims(db, actor, 'claim.edit', [input], async (tx, article, [claim]) => {
    if (!claim) refuse('not-found', 'There is no such claim here.');
    assertLive(claim);
    const anchor = anchorAt(await presentText(tx, article, input.revisionId), input.span);
    const old = claim.anchors.find((item) => item.revisionId === anchor.revisionId);
    if (old && old.start === anchor.start && old.end === anchor.end) return { touched: [claim.id] };
    await tx.anchor.upsert({
      where: { claimId_revisionId: { claimId: claim.id, revisionId: anchor.revisionId } },
      create: { ...anchor, claimId: claim.id },
      update: anchor,
    });
    // A statement that was only the old words follows them; one that somebody worded stays.
    const follows = claim.statement === old?.exact;
    await tx.claim.update({
      where: { id: claim.id },
      data: { ...touch(claim, actor), ...(follows ? { statement: anchor.exact } : {}) },
    });
    await noteBasisEditor(tx, actor, [claim.id]);
    await appendEvent(tx, actor, {
      chain: article.id,
      action: old && old.state === 'lost' ? 'claim.reattached' : 'claim.rescoped',
      subject: { type: 'claim', id: claim.id },
      detail: { number: claim.number, changes: changesOf([['quote', old?.exact ?? null, anchor.exact]]) },
    });
    return { touched: [claim.id] };
  });
}

export function excludeClaims(db: Db, actor: Actor, input: ExcludeInput): Promise<WorkbenchPatch> {
  return changeClaims(db, actor, 'claim.edit', input.claims, async (tx, article, claims) => {
    claims.forEach(assertLive);
    const now = claims.filter((claim) => !claim.excludedAt);
    await tx.claim.updateMany({
      where: { id: { in: idsOf(now) } },
      data: {
        touchedAt: new Date(),
        version: { increment: 1 },
        excludedAt: new Date(),
        excludedById: excluder(actor),
        excludedReason: input.reason,
      },
    });
    await appendEvents(
      tx,
      actor,
      now.map((claim) => ({
        chain: article.id,
        action: 'claim.excluded',
        subject: { type: 'claim', id: claim.id },
        detail: { number: claim.number, reason: input.reason },
      })),
    );
    return { touched: idsOf(claims) };
  });
}

const idsOf = (claims: readonly HeldClaim[]) => claims.map((claim) => claim.id);

function excluder(actor: Actor): string {
  if (actor.id === null) refuse('forbidden', 'Claims are excluded by a person.');
  return actor.id;
}

/** Brings back what was excluded or withdrawn. */
export function restoreClaims(db: Db, actor: Actor, input: RestoreInput): Promise<WorkbenchPatch> {
  return changeClaims(db, actor, 'claim.edit', input.claims, async (tx, article, claims) => {
    const replaced = claims.find((claim) => claim.replacedAt);
    if (replaced) refuse('conflict', `Claim ${replaced.number} has been split or merged.`);
    const now = claims.filter((claim) => claim.excludedAt || claim.withdrawnAt);
    await assertNotTakenBack(tx, now);
    await tx.claim.updateMany({
      where: { id: { in: idsOf(now) } },
      data: {
        touchedAt: new Date(),
        version: { increment: 1 },
        excludedAt: null,
        excludedById: null,
        excludedReason: null,
        withdrawnAt: null,
        withdrawnById: null,
        withdrawnReason: null,
      },
    });
    await placeReturned(tx, article, now);
    await appendEvents(
      tx,
      actor,
      now.map((claim) => ({
        chain: article.id,
        action: 'claim.restored',
        subject: { type: 'claim', id: claim.id },
        detail: { number: claim.number },
      })),
    );
    return { touched: idsOf(claims) };
  });
}

/** What came of a split or a merge that was taken back does not stand beside the claims that came back for it. */
async function assertNotTakenBack(tx: Tx, claims: readonly HeldClaim[]): Promise<void> {
  const withdrawn = idsOf(claims.filter((claim) => claim.withdrawnAt));
  const link = await tx.lineage.findFirst({
    where: { toId: { in: withdrawn }, from: { replacedAt: null } },
    select: { to: { select: { number: true } }, from: { select: { number: true } } },
  });
  if (link)
    refuse(
      'conflict',
      `Claim ${link.from.number} stands again in the place of claim ${link.to.number}. Divide it anew.`,
    );
}

/** Lets a claim go whose words are no longer in the article. */
export function withdrawClaim(db: Db, actor: Actor, input: WithdrawClaimInput): Promise<WorkbenchPatch> {
  return changeClaims(db, actor, 'claim.edit', [input], async (tx, article, [claim]) => {
    if (!claim) refuse('not-found', 'There is no such claim here.');
    assertLive(claim);
    await tx.claim.update({
      where: { id: claim.id },
      data: {
        ...touch(claim, actor, false),
        withdrawnAt: new Date(),
        withdrawnById: actor.id,
        withdrawnReason: input.reason,
      },
    });
    await appendEvent(tx, actor, {
      chain: article.id,
      action: 'claim.withdrawn',
      subject: { type: 'claim', id: claim.id },
      detail: { number: claim.number, reason: input.reason },
    });
    return { touched: [claim.id] };
  });
}

/** Gives claims to somebody, or to nobody. Reviewers may take claims on and hand their own back; editors assign anybody. */
export function assignClaims(db: Db, actor: Actor, input: AssignInput): Promise<WorkbenchPatch> {
  return changeClaims(db, actor, 'claim.edit', input.claims, async (tx, article, claims) => {
    if (!may(actor, 'claim.assign')) {
      const own = (id: string | null) => id === null || id === actor.id;
      if (!own(input.assigneeId) || claims.some((claim) => !own(claim.assigneeId))) {
        refuse('forbidden', 'Editors assign claims to others. You can take a claim on, or hand back your own.');
      }
    } else {
      await holdActor(tx, actor, 'claim.assign');
    }
    claims.forEach(assertLive);
    const names = await peopleNames(
      tx,
      article,
      [input.assigneeId, ...claims.map((claim) => claim.assigneeId)],
      input.assigneeId,
    );
    const now = claims.filter((claim) => claim.assigneeId !== input.assigneeId);
    await tx.claim.updateMany({
      where: { id: { in: idsOf(now) } },
      data: { touchedAt: new Date(), version: { increment: 1 }, assigneeId: input.assigneeId },
    });
    const nameOf = (id: string | null) => names.get(id ?? '') ?? null;
    await appendEvents(
      tx,
      actor,
      now.map((claim) => ({
        chain: article.id,
        action: 'claim.assigned',
        subject: { type: 'claim', id: claim.id },
        detail: {
          number: claim.number,
          changes: changesOf([['assignee', nameOf(claim.assigneeId), nameOf(input.assigneeId)]]),
        },
      })),
    );
    return { touched: idsOf(claims) };
  });
}
