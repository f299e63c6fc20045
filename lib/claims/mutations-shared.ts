import type { Permission } from '#lib/access/policy.ts';
import { assertNotArchived, type HeldArticle, holdArticleOf } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { readingOf, withReading } from '#lib/articles/data-readings.ts';
import type { BlockDTO, SentenceDTO } from '#lib/articles/types.ts';
import type { Change } from '#lib/history/types.ts';
import type { Json } from '#lib/platform/canonical.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { claimsById, openLegalFlag, patchOf } from '#lib/standing/data-claims.ts';
import { settle } from '#lib/standing/mutations.ts';
import { anchorOf, lostAnchor } from '#lib/standing/rules-anchor.ts';
import type { WorkbenchPatch } from '#lib/standing/types.ts';
import { spanRefusal } from './rules.ts';

export type Versioned = { readonly id: string; readonly version: number };

const claimInclude = { claimant: true, anchors: true } as const;
export const readClaims = (tx: Tx, articleId: string, ids: readonly string[]) =>
  tx.claim.findMany({ where: { id: { in: [...ids] }, articleId }, include: claimInclude });
export type HeldClaim = Awaited<ReturnType<typeof readClaims>>[number];

/** What a change hands back: the claims it touched. Marks are the sentence mutations' affair. */
export type Work = { readonly touched: readonly string[] };

/**
 * The frame of every change to claims: gate and article held first, then the claims at the versions their editor saw,
 * then the work, then the standing anew, in one transaction. All claims must be of one article.
 */
export function changeClaims(
  db: Db,
  actor: Actor,
  permission: Permission,
  wanted: readonly Versioned[],
  work: (tx: Tx, article: HeldArticle, claims: readonly HeldClaim[]) => Promise<Work>,
): Promise<WorkbenchPatch> {
  return transact(db, async (tx) => {
    const [first] = wanted;
    if (!first) refuse('not-found', 'no-claim');
    const article = await holdArticleOf(tx, actor, permission, first.id);
    assertNotArchived(article);
    const claims = await readClaims(
      tx,
      article.id,
      wanted.map((item) => item.id),
    );
    const inOrder = wanted.map((item) => claims.find((claim) => claim.id === item.id));
    const present: HeldClaim[] = [];
    for (const claim of inOrder) {
      if (!claim) refuse('not-found', 'no-claim-in-article');
      present.push(claim);
    }
    const moved = present.filter((claim, i) => claim.version !== wanted[i]?.version);
    if (moved.length > 0) {
      const now = await claimsById(
        tx,
        actor,
        moved.map((claim) => claim.id),
      );
      if (wanted.length === 1) refuse('stale-version', 'claim-changed', { present: now });
      const list = moved.map(({ number }) => number).sort((a, b) => a - b);
      refuse('stale-version', 'claims-changed', {
        values: { list: list.slice(0, 12).join(', ') },
        present: now,
      });
    }
    const { touched } = await work(tx, article, present);
    await settle(tx, article.id, touched);
    return patchOf(tx, actor, touched);
  });
}

/** Refuses work on a claim that a split, a merge or a withdrawal has ended. */
export function assertLive(claim: HeldClaim): void {
  if (claim.replacedAt) refuse('conflict', 'claim-number-replaced', { values: { number: claim.number } });
  if (claim.withdrawnAt) refuse('conflict', 'claim-number-withdrawn', { values: { number: claim.number } });
}

/**
 * Refuses to divide or merge a claim under somebody else's blind verdict: the stances that it hides would be carried to
 * where nothing hides them.
 */
export async function assertNotHidden(tx: Tx, actor: Actor, claims: readonly HeldClaim[]): Promise<void> {
  const hidden = await tx.verdict.findFirst({
    where: {
      claimId: { in: claims.map((claim) => claim.id) },
      // One that was withdrawn is as hidden as it was.
      revealedAt: null,
      ...(actor.id ? { authorId: { not: actor.id } } : {}),
    },
    select: { claim: { select: { number: true } }, author: { select: { name: true } } },
  });
  if (hidden) {
    const { claim, author } = hidden;
    refuse('conflict', 'claim-hides-verdict', { values: { number: claim.number, name: author.name } });
  }
}

/** Refuses to divide or merge a claim that an open question holds: it would hold nothing of what comes of it. */
export function assertNotHeld(claims: readonly HeldClaim[]): void {
  const held = claims.find((claim) => claim.held);
  if (held) refuse('held', 'claim-held', { values: { number: held.number } });
}

/** Refuses to divide, merge or withdraw a claim that is flagged for legal attention: the flag would hold nothing of what comes of it. */
export async function assertNotFlagged(tx: Tx, claims: readonly HeldClaim[]): Promise<void> {
  const flag = await tx.comment.findFirst({
    where: { ...openLegalFlag, claimId: { in: claims.map((claim) => claim.id) } },
    select: { claim: { select: { number: true } } },
  });
  if (flag?.claim) refuse('conflict', 'claim-flagged', { values: { number: flag.claim.number } });
}

export type Place = { readonly start: number; readonly end: number };
export type PresentText = {
  readonly id: string;
  readonly text: string;
  readonly blocks: readonly BlockDTO[];
  readonly sentences: readonly SentenceDTO[];
};

/** The present revision's text in its present reading, where the editor saw that very revision. */
export async function presentText(
  tx: Tx | Db,
  article: Pick<HeldArticle, 'revisionId'>,
  seenRevisionId: string,
): Promise<PresentText> {
  if (article.revisionId !== seenRevisionId) {
    refuse('stale-version', 'revision-new');
  }
  const revision = await tx.revision.findUniqueOrThrow({
    where: { id: article.revisionId },
    select: { id: true, text: true, ...withReading },
  });
  const { blocks, sentences } = readingOf(revision);
  return { id: revision.id, text: revision.text, blocks, sentences };
}

/**
 * Where a claim stands, with what finds it again in another revision. Blank ends are cut off first.
 * @throws AppError `invalid` on a span that is empty, outside the text, or spans two paragraphs.
 */
export function anchorAt(revision: PresentText, wanted: Place) {
  const span = trimSpan(revision.text, wanted);
  const refusal = spanRefusal(span, revision.text.length, revision.blocks);
  if (refusal) {
    refuse('invalid', refusal === 'outside' ? 'select-words' : 'one-paragraph', { field: 'span' });
  }
  return anchorOf(revision, revision.id, span);
}

/**
 * Gives claims that come back their place in the present text, where a new text has come in while they were away: where
 * their words stand in it once, there; otherwise they are lost, and wait to be attached again.
 */
export async function placeReturned(tx: Tx, article: HeldArticle, claims: readonly HeldClaim[]): Promise<void> {
  const away = claims.filter((claim) => !claim.anchors.some((anchor) => anchor.revisionId === article.revisionId));
  if (away.length === 0) return;
  const revision = await presentText(tx, article, article.revisionId);
  await tx.anchor.createMany({
    data: away.map((claim) => ({ claimId: claim.id, ...returnedAnchor(revision, claim) })),
  });
}

function returnedAnchor(revision: PresentText, { anchors }: HeldClaim) {
  // Ids of revisions ascend with time.
  const last = [...anchors].sort((a, b) => (a.revisionId < b.revisionId ? 1 : -1))[0];
  const exact = last?.exact ?? '';
  const start = exact === '' ? -1 : revision.text.indexOf(exact);
  const isOnce = start !== -1 && revision.text.indexOf(exact, start + 1) === -1;
  const span = { start, end: start + exact.length };
  if (isOnce && spanRefusal(span, revision.text.length, revision.blocks) === null)
    return { ...anchorOf(revision, revision.id, span), state: 'moved' as const };
  return lostAnchor(revision.id, exact, last?.sentence ?? '');
}

/** The span without blanks at its ends, and never through the middle of a surrogate pair. */
export function trimSpan(text: string, { start, end }: Place): Place {
  const isLow = (at: number) => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
  let from = Math.max(0, Math.min(start, text.length));
  let to = Math.max(from, Math.min(end, text.length));
  if (from > 0 && isLow(from)) from--;
  if (to < text.length && isLow(to)) to++;
  while (from < to && /\s/.test(text[from] ?? '')) from++;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  return { start: from, end: to };
}

/** The next number of the article, which is never given twice. */
export async function takeNumbers(tx: Tx, article: HeldArticle, count: number): Promise<number> {
  const { nextClaimNumber } = await tx.article.update({
    where: { id: article.id },
    data: { nextClaimNumber: { increment: count } },
    select: { nextClaimNumber: true },
  });
  return nextClaimNumber - count;
}

/** The claimant of that kind and name, made where the desk does not have it yet. */
export async function claimantId(tx: Tx, kind: HeldClaim['claimant']['kind'], name: string): Promise<string> {
  const known = kind === 'author' ? 'The article' : name;
  const { id } = await tx.claimant.upsert({
    where: { kind_name: { kind, name: known } },
    create: { kind, name: known },
    update: {},
    select: { id: true },
  });
  return id;
}

/** Names of people by id; refuses an assignee who may not work on this article. */
export async function peopleNames(
  tx: Tx,
  article: HeldArticle,
  ids: readonly (string | null)[],
  assigneeId: string | null,
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id): id is string => id !== null);
  const people = await tx.user.findMany({
    where: { id: { in: wanted } },
    select: {
      id: true,
      name: true,
      role: true,
      disabledAt: true,
      memberships: { where: { articleId: article.id }, select: { articleId: true } },
    },
  });
  if (assigneeId !== null) {
    const person = people.find((item) => item.id === assigneeId);
    const mayWork =
      person &&
      !person.disabledAt &&
      person.role !== 'viewer' &&
      (article.access === 'desk' || person.memberships.length > 0);
    if (!mayWork) refuse('invalid', 'choose-worker', { field: 'assigneeId' });
  }
  return new Map(people.map((person) => [person.id, person.name]));
}

/** What differs, by name, of fields before and after. */
export const changesOf = (pairs: readonly (readonly [string, Json, Json])[]): Record<string, Change> =>
  Object.fromEntries(
    pairs
      .filter(([, before, after]) => JSON.stringify(before) !== JSON.stringify(after))
      .map(([name, before, after]) => [name, { before, after }]),
  );

/** What every change by a person writes: touched, a new version, and the machine's wording taken on. */
export const touch = (claim: HeldClaim, actor: Actor, accepts = true) => ({
  touchedAt: new Date(),
  version: { increment: 1 },
  ...(accepts && claim.origin === 'machine' && !claim.acceptedById ? { acceptedById: actor.id } : {}),
});

export const idsOf = (claims: readonly HeldClaim[]) => claims.map((claim) => claim.id);
