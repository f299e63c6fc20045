import { assertNotArchived, holdArticle, holdArticleRow } from '#lib/access/policy-articles.ts';
import { holdGuest } from '#lib/access/policy-guests.ts';
import type { Actor, Guest } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { type Db, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { makeToken, tokenHash } from '#lib/platform/token.ts';
import type { InviteGuestInput } from './schema-guests.ts';
import type { MadeGuestLink } from './types.ts';

/**
 * Makes a link through which a writer without an account sees the article's text and answers what is put to the writer. The token stands in the answer alone, and
 * behind the sign in the address that no browser sends: the record has its hash.
 */
export function inviteGuest(
  db: Db,
  actor: Actor,
  baseUrl: string,
  { articleId, name, until }: InviteGuestInput,
): Promise<MadeGuestLink> {
  return transact(db, async (tx) => {
    const article = await holdArticle(tx, actor, 'article.access', articleId);
    assertNotArchived(article);
    if (actor.id === null) refuse('forbidden', 'guests-by-person');
    const token = makeToken();
    const { id } = await tx.guestLink.create({
      data: {
        articleId: article.id,
        name,
        tokenHash: tokenHash(token),
        until: new Date(until),
        createdById: actor.id,
        createdAt: article.at,
      },
      select: { id: true },
    });
    await appendEvent(tx, actor, {
      chain: article.id,
      action: 'guest.invited',
      subject: { type: 'guest', id },
      detail: { guest: name, until },
    });
    return { url: new URL(`/guest/${id}#${token}`, baseUrl).href, expiresAt: until };
  });
}

/** Ends a guest's link at once. What they have answered stays. */
export function revokeGuest(db: Db, actor: Actor, { id }: { readonly id: string }): Promise<void> {
  return transact(db, async (tx) => {
    const found = await tx.guestLink.findUnique({ where: { id }, select: { articleId: true } });
    if (!found) refuse('not-found', 'no-guest');
    const article = await holdArticleRow(tx, actor, 'article.access', found.articleId);
    const { count } = await tx.guestLink.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: article.at, revokedById: actor.id },
    });
    if (count === 0) refuse('conflict', 'no-guest');
    const { name } = await tx.guestLink.findUniqueOrThrow({ where: { id }, select: { name: true } });
    await appendEvent(tx, actor, {
      chain: article.id,
      action: 'guest.revoked',
      subject: { type: 'guest', id },
      detail: { guest: name },
    });
  });
}

/** Takes down that a guest has opened their link, the first time that they do. */
export function noteGuestOpened(db: Db, guest: Guest): Promise<void> {
  return transact(db, async (tx) => {
    const { articleId, at } = await holdGuest(tx, guest);
    const { count } = await tx.guestLink.updateMany({
      where: { id: guest.id, openedAt: null },
      data: { openedAt: at },
    });
    if (count === 0) return;
    await appendEvent(tx, guest, {
      chain: articleId,
      action: 'guest.opened',
      subject: { type: 'guest', id: guest.id },
      detail: { guest: guest.name },
    });
  });
}
