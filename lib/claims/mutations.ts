import { assertNotArchived, holdArticle, openArticle } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import type { Changes } from '#lib/history/types.ts';
import { onText } from '#lib/ingest/reading.ts';
import { dateOf, dayOf } from '#lib/platform/days.ts';
import { type Db, Prisma, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { patchOf } from '#lib/standing/data-claims.ts';
import { noteBasisEditor, settle } from '#lib/standing/mutations.ts';
import { proposalColumn } from '#lib/standing/schema-columns.ts';
import type { WorkbenchPatch } from '#lib/standing/types.ts';
import { wordingChanges, wordingOf, wordingRow } from './mutations-said.ts';
import {
  anchorAt,
  assertLive,
  changeClaims,
  changesOf,
  claimantId,
  presentText,
  takeNumbers,
  touch,
} from './mutations-shared.ts';
import { claimantKept } from './rules-said.ts';
import type { Wording } from './rules-wording.ts';
import type { AcceptClaimInput, AddClaimInput, EditClaimInput } from './schema.ts';

/** A claim that a person has found, on words they selected. */
export async function addClaim(db: Db, actor: Actor, input: AddClaimInput): Promise<WorkbenchPatch> {
  const seen = await openArticle(db, actor, 'claim.edit', input.articleId);
  const { sentence } = anchorAt(await presentText(db, seen, input.revisionId), input.span);
  // Scored before others wait for the article.
  const { score, reasons } = await onText('score', sentence, sentence.length);
  return transact(db, async (tx) => {
    const article = await holdArticle(tx, actor, 'claim.edit', input.articleId);
    assertNotArchived(article);
    const anchor = anchorAt(await presentText(tx, article, input.revisionId), input.span);
    // Another reading of the text has come in meanwhile, with another sentence there.
    if (anchor.sentence !== sentence) refuse('stale-version', 'reading-new-try-again');
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
    return patchOf(tx, actor, [claim.id]);
  });
}

/**
 * Sets right what a claim says of itself. What changes a verdict's basis makes its editor an author of that verdict. A
 * statement, be it the same, decides on a wording that is proposed; what is of one's own stands in the place of the one
 * proposed, and how the article says it is as proposed, but for what is set with it.
 */
export function editClaim(db: Db, actor: Actor, input: EditClaimInput): Promise<WorkbenchPatch> {
  return changeClaims(db, actor, 'claim.edit', [input], async (tx, article, [claim]) => {
    if (!claim) refuse('not-found', 'no-claim');
    assertLive(claim);
    const was = wordingOf(claim);
    const saidOn = dayOf(claim.saidOn);
    const { statement = was.statement, figures = was.figures, times = was.times } = input;
    const proposal = claim.proposal === null ? null : proposalColumn.read(claim.proposal);
    const isDecided = proposal !== null && input.statement !== undefined;
    const said = (isDecided && statement !== was.statement && proposal.said) || was.said;
    const { polarity = said.polarity, factuality = said.factuality, via = said.via, claimant = said.claimant } = input;
    const next: Wording = {
      statement,
      figures,
      times,
      said: { polarity, factuality, via, claimant: claimantKept(claimant.kind, claimant.name) },
    };
    const more = {
      kind: input.kind ?? claim.kind,
      saidOn: input.saidOn === undefined ? saidOn : input.saidOn,
      saidWhere: input.saidWhere === undefined ? claim.saidWhere : input.saidWhere,
      misdeed: input.misdeed ?? claim.misdeed,
    };
    const basis = wordingChanges(was, next);
    const beside = changesOf([
      ['kind', claim.kind, more.kind],
      ['saidOn', saidOn, more.saidOn],
      ['saidWhere', claim.saidWhere, more.saidWhere],
      ['misdeed', claim.misdeed, more.misdeed],
    ]);
    const changes: Changes = { ...basis, ...beside };
    const isEdited = Object.keys(changes).length > 0;
    if (!isEdited && !isDecided) return { touched: [claim.id] };
    await tx.claim.update({
      where: { id: claim.id },
      data: {
        ...(await wordingRow(tx, next)),
        ...more,
        saidOn: dateOf(more.saidOn),
        ...(isDecided ? { proposal: Prisma.DbNull } : {}),
        ...touch(claim, actor),
      },
    });
    if (Object.keys(basis).length > 0) await noteBasisEditor(tx, actor, [claim.id]);
    const event = { chain: article.id, subject: { type: 'claim', id: claim.id } } as const;
    const { number } = claim;
    if (isEdited) await appendEvent(tx, actor, { ...event, action: 'claim.edited', detail: { number, changes } });
    if (isDecided && statement === was.statement) {
      const detail = { number, statement, proposed: proposal.statement };
      await appendEvent(tx, actor, { ...event, action: 'claim.wordingKept', detail });
    }
    return { touched: [claim.id] };
  });
}

/** Takes the machine's wording on as it stands; or takes one's having done so back. */
export function acceptClaim(db: Db, actor: Actor, input: AcceptClaimInput): Promise<WorkbenchPatch> {
  const isTaken = input.accepted;
  return changeClaims(db, actor, 'claim.edit', [input], async (tx, article, [claim]) => {
    if (!claim) refuse('not-found', 'no-claim');
    assertLive(claim);
    if (claim.origin === 'person' || isTaken === (claim.acceptedById !== null)) return { touched: [claim.id] };
    if (!isTaken && claim.acceptedById !== actor.id) refuse('forbidden', 'acceptance-not-yours');
    const data = isTaken ? touch(claim, actor) : { ...touch(claim, actor, false), acceptedById: null };
    await tx.claim.update({ where: { id: claim.id }, data });
    await appendEvent(tx, actor, {
      chain: article.id,
      action: isTaken ? 'claim.accepted' : 'claim.acceptanceWithdrawn',
      subject: { type: 'claim', id: claim.id },
      detail: { number: claim.number },
    });
    return { touched: [claim.id] };
  });
}
