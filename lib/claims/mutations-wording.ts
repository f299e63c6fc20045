import type { Actor } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { noteBasisEditor } from '#lib/standing/mutations.ts';
import { figureLine, timeLine } from '#lib/standing/rules-basis.ts';
import { figuresColumn, proposalColumn, timesColumn } from '#lib/standing/schema-columns.ts';
import type { WorkbenchPatch } from '#lib/standing/types.ts';
import { engineReads, openText } from './data-engine.ts';
import { assertLive, changeClaims, changesOf, type HeldClaim, presentText, touch } from './mutations-shared.ts';
import { bestLike, proposalFor, type Wording } from './rules-wording.ts';
import type { DecideProposalInput } from './schema.ts';

/**
 * Decides on the wording proposed for words that the claim has come to stand on: takes it, with its figures and times, or
 * keeps the claim's own. Wording of one's own is given by `editClaim`, which decides it too. `open` takes a decision back.
 */
export async function decideProposal(db: Db, actor: Actor, input: DecideProposalInput): Promise<WorkbenchPatch> {
  if (input.take === 'open') return reopenWording(db, actor, input);
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
    const changes = wordingChanges(wordingOf(claim), { ...proposal, statement: proposal.statement });
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

/** Asks about the wording again, which is what it was before somebody decided, where the words still ask for another. */
async function reopenWording(db: Db, actor: Actor, input: DecideProposalInput): Promise<WorkbenchPatch> {
  const opened = await openText(db, actor, input.id);
  const { text } = opened;
  const read = await engineReads(opened);
  return changeClaims(db, actor, 'claim.edit', [input], async (tx, article, [claim]) => {
    if (!claim) refuse('not-found', 'no-claim');
    assertLive(claim);
    await presentText(tx, article, text.id);
    const { start = null, end = null } = claim.anchors.find(({ revisionId }) => revisionId === text.id) ?? {};
    const now = wordingOf(claim);
    const next = input.was ?? now;
    const reading = start === null || end === null ? null : bestLike({ start, end }, read);
    const proposal = proposalFor(text.id, next, reading);
    const changes = wordingChanges(now, next);
    await tx.claim.update({
      where: { id: claim.id },
      data: {
        ...touch(claim, actor),
        statement: next.statement,
        figures: figuresColumn.write(next.figures),
        times: timesColumn.write(next.times),
        proposal: proposal ? proposalColumn.write(proposal) : Prisma.DbNull,
      },
    });
    if (Object.keys(changes).length > 0) await noteBasisEditor(tx, actor, [claim.id]);
    await appendEvent(tx, actor, {
      chain: article.id,
      action: 'claim.wordingReopened',
      subject: { type: 'claim', id: claim.id },
      detail: { number: claim.number, statement: next.statement, changes },
    });
    return { touched: [claim.id] };
  });
}

const wordingOf = (claim: HeldClaim): Wording => ({
  statement: claim.statement,
  figures: figuresColumn.read(claim.figures),
  times: timesColumn.read(claim.times),
});

const wordingChanges = (was: Wording, next: Wording) =>
  changesOf([
    ['statement', was.statement, next.statement],
    ['figures', was.figures.map(figureLine), next.figures.map(figureLine)],
    ['times', was.times.map(timeLine), next.times.map(timeLine)],
  ]);
