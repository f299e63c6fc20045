import { holdActor, holdArticleRow } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { type Db, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { appendEvent } from './mutations.ts';
import { DESK_CHAIN } from './rules.ts';
import type { EraseDetailInput } from './schema-erase.ts';

/**
 * Erases the detail of one event for good, where the law asks for it. The event itself, its hash and its place stay, so
 * the chain is as whole as before; the desk's chain records who did it and why. What an erasure says of itself is not
 * erased, or there would be erasures that nobody answers for.
 */
export function eraseDetail(db: Db, actor: Actor, input: EraseDetailInput): Promise<void> {
  return transact(db, async (tx) => {
    if (input.chain === DESK_CHAIN) await holdActor(tx, actor, 'history.erase');
    else await holdArticleRow(tx, actor, 'history.erase', input.chain);
    const place = { chainId: input.chain, sequence: input.sequence };
    const event = await tx.event.findUnique({
      where: { chainId_sequence: place },
      select: { action: true, detail: { select: { erasedAt: true } } },
    });
    if (!event) refuse('not-found', 'no-event');
    if (event.action === 'history.erased') refuse('forbidden', 'erasure-kept');
    if (event.action === 'desk.recordsKnown') refuse('forbidden', 'articles-named-kept');
    const { count } = await tx.eventDetail.updateMany({
      where: { ...place, erasedAt: null },
      data: { detail: null, salt: null, erasedAt: new Date() },
    });
    if (count === 0) refuse('conflict', 'erased-already');
    await appendEvent(tx, actor, {
      chain: DESK_CHAIN,
      action: 'history.erased',
      subject: { type: 'event', id: `${input.chain}/${input.sequence}` },
      detail: { chain: input.chain, sequence: input.sequence, reason: input.reason },
    });
  });
}
