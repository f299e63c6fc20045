import type { Actor } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { noteBasisEditor } from '#lib/standing/mutations.ts';
import { proposalColumn } from '#lib/standing/schema-columns.ts';
import type { WorkbenchPatch } from '#lib/standing/types.ts';
import { engineReads, openText } from './data-engine.ts';
import { wordingChanges, wordingOf, wordingRow } from './mutations-said.ts';
import {
  anchorAt,
  assertLive,
  changeClaims,
  changesOf,
  type HeldClaim,
  presentText,
  touch,
} from './mutations-shared.ts';
import { readAt, type Words, wordingAfterMove } from './rules-wording.ts';
import type { RescopeInput } from './schema.ts';

/** Moves a claim's ends. Also re-attaches one whose words were lost. */
export async function rescopeClaim(db: Db, actor: Actor, input: RescopeInput): Promise<WorkbenchPatch> {
  const opened = await openText(db, actor, input.id, input.revisionId);
  anchorAt(opened.text, input.span);
  const claims = await engineReads(opened);
  return changeClaims(db, actor, 'claim.edit', [input], async (tx, article, [claim]) => {
    if (!claim) refuse('not-found', 'no-claim');
    assertLive(claim);
    const anchor = anchorAt(await presentText(tx, article, input.revisionId), input.span);
    const old = claim.anchors.find((item) => item.revisionId === anchor.revisionId);
    if (old && old.start === anchor.start && old.end === anchor.end) return { touched: [claim.id] };
    await tx.anchor.upsert({
      where: { claimId_revisionId: { claimId: claim.id, revisionId: anchor.revisionId } },
      create: { ...anchor, claimId: claim.id },
      update: anchor,
    });
    const words = (place: Placed): Words => {
      const span = place.start === null || place.end === null ? null : { start: place.start, end: place.end };
      return { exact: place.exact, span, read: readAt(span, claims) };
    };
    const was = {
      ...wordingOf(claim),
      proposal: claim.proposal === null ? null : proposalColumn.read(claim.proposal),
    };
    const next = wordingAfterMove(was, old ? words(old) : null, anchor.revisionId, words(anchor));
    // What it says from then on is told whether it has changed or not.
    const { statement: _, ...changes } = wordingChanges(was, next);
    await tx.claim.update({
      where: { id: claim.id },
      data: {
        ...touch(claim, actor),
        ...(await wordingRow(tx, next)),
        proposal: next.proposal ? proposalColumn.write(next.proposal) : Prisma.DbNull,
      },
    });
    await noteBasisEditor(tx, actor, [claim.id]);
    await appendEvent(tx, actor, {
      chain: article.id,
      action: old && old.state === 'lost' ? 'claim.reattached' : 'claim.rescoped',
      subject: { type: 'claim', id: claim.id },
      detail: {
        number: claim.number,
        changes: { ...changesOf([['quote', old?.exact ?? null, anchor.exact]]), ...changes },
        statement: next.statement,
      },
    });
    return { touched: [claim.id] };
  });
}

type Placed = Pick<HeldClaim['anchors'][number], 'exact' | 'start' | 'end'>;
