import type { Actor } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { noteBasisEditor } from '#lib/standing/mutations.ts';
import { figureLine, timeLine } from '#lib/standing/rules-basis.ts';
import { figuresColumn, proposalColumn, timesColumn } from '#lib/standing/schema-columns.ts';
import type { WorkbenchPatch } from '#lib/standing/types.ts';
import { assertLive, changeClaims, changesOf, touch } from './mutations-shared.ts';
import type { DecideProposalInput } from './schema.ts';

/**
 * Decides on the wording proposed for words that a revision has changed: takes it, with its figures and times, or keeps
 * the claim's own. Wording of one's own is given by `editClaim`, which decides it too.
 */
export function decideProposal(db: Db, actor: Actor, input: DecideProposalInput): Promise<WorkbenchPatch> {
  return changeClaims(db, actor, 'claim.edit', [input], async (tx, article, [claim]) => {
    if (!claim) refuse('not-found', 'no-claim');
    assertLive(claim);
    if (claim.proposal === null) refuse('conflict', 'no-proposal');
    const proposal = proposalColumn.read(claim.proposal);
    const subject = { type: 'claim', id: claim.id };
    const decided = { ...touch(claim, actor), proposal: Prisma.DbNull };
    if (input.take === 'own') {
      await tx.claim.update({ where: { id: claim.id }, data: decided });
      await appendEvent(tx, actor, {
        chain: article.id,
        action: 'claim.wordingKept',
        subject,
        detail: { number: claim.number, statement: claim.statement, proposed: proposal.statement },
      });
      return { touched: [claim.id] };
    }
    if (proposal.statement === null) refuse('invalid', 'proposal-empty', { field: 'take' });
    const changes = changesOf([
      ['statement', claim.statement, proposal.statement],
      ['figures', figuresColumn.read(claim.figures).map(figureLine), proposal.figures.map(figureLine)],
      ['times', timesColumn.read(claim.times).map(timeLine), proposal.times.map(timeLine)],
    ]);
    await tx.claim.update({
      where: { id: claim.id },
      data: {
        ...decided,
        statement: proposal.statement,
        figures: figuresColumn.write(proposal.figures),
        times: timesColumn.write(proposal.times),
      },
    });
    await noteBasisEditor(tx, actor, [claim.id]);
    await appendEvent(tx, actor, {
      chain: article.id,
      action: 'claim.edited',
      subject,
      detail: { number: claim.number, changes, proposal: 'taken' },
    });
    return { touched: [claim.id] };
  });
}
