import type { Actor } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { noteBasisEditor } from '#lib/standing/mutations.ts';
import { proposalColumn } from '#lib/standing/schema-columns.ts';
import type { WorkbenchPatch } from '#lib/standing/types.ts';
import { engineReads, openText } from './data-engine.ts';
import { wordingChanges, wordingOf, wordingRow } from './mutations-said.ts';
import { assertLive, changeClaims, presentText, touch } from './mutations-shared.ts';
import { claimantKept } from './rules-said.ts';
import { proposalAround, proposalFor, readAt, type Wording } from './rules-wording.ts';
import type { DecideProposalInput } from './schema.ts';

/**
 * Decides on the wording proposed for words that the claim has come to stand on: takes it, with its figures and times and
 * how the article says it, or keeps the claim's own. Wording of one's own is given by `editClaim`, which decides it too. `open` takes a decision back.
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
    const was = wordingOf(claim);
    const { statement, figures, times, said = was.said } = proposal;
    const next = { statement, figures, times, said };
    const changes = wordingChanges(was, next);
    await tx.claim.update({ where: { id: claim.id }, data: { ...decided, ...(await wordingRow(tx, next)) } });
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
  const claims = await engineReads(opened);
  return changeClaims(db, actor, 'claim.edit', [input], async (tx, article, [claim]) => {
    if (!claim) refuse('not-found', 'no-claim');
    assertLive(claim);
    await presentText(tx, article, text.id);
    const anchor = claim.anchors.find(({ revisionId }) => revisionId === text.id);
    const { start = null, end = null, state = null } = anchor ?? {};
    const now = wordingOf(claim);
    const next = input.was ? wordingWas(input.was, now) : now;
    const read = readAt(start === null || end === null ? null : { start, end }, claims);
    const around = state === 'context_changed' ? proposalAround(text.id, next, read) : null;
    const proposal = around ?? proposalFor(text.id, next, read);
    const changes = wordingChanges(now, next);
    await tx.claim.update({
      where: { id: claim.id },
      data: {
        ...touch(claim, actor),
        ...(await wordingRow(tx, next)),
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

/** How a claim was worded; of how the article says it what is left out is as it is. */
function wordingWas(was: NonNullable<DecideProposalInput['was']>, { said }: Wording): Wording {
  const { statement, figures, times, claimant = said.claimant } = was;
  const { polarity = said.polarity, factuality = said.factuality, via = said.via } = was;
  const kept = claimantKept(claimant.kind, claimant.name);
  return { statement, figures, times, said: { polarity, factuality, claimant: kept, via } };
}
