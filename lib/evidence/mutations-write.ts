import { assertNotArchived, type HeldArticle, holdArticleOf } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { dateOf } from '#lib/platform/days.ts';
import type { Tx } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import type { FoundQuote } from './data-quotes.ts';
import type { AttachEvidenceInput } from './schema.ts';

export type HeldClaim = { readonly article: HeldArticle; readonly number: number };

/** The claim's article, held, and the claim, open to evidence. */
export async function holdClaimFor(tx: Tx, actor: Actor, claimId: string): Promise<HeldClaim> {
  const article = await holdArticleOf(tx, actor, 'evidence.edit', claimId);
  assertNotArchived(article);
  return { article, number: await openNumber(tx, claimId) };
}

/** The number of a claim whose article is held; refused where the claim has ended. */
export async function openNumber(tx: Tx, claimId: string): Promise<number> {
  const claim = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: { number: true, replacedAt: true, withdrawnAt: true },
  });
  if (claim.replacedAt || claim.withdrawnAt)
    refuse('conflict', 'claim-number-ended', { values: { number: claim.number } });
  return claim.number;
}

/** What a piece of evidence says, beside its claim and source. */
export type EvidenceWords = Omit<AttachEvidenceInput, 'claimId' | 'source'>;

/** The columns of where its words stand, out of where they were found. */
export const placeColumns = (found: FoundQuote | null) =>
  found === null
    ? {}
    : {
        captureId: found.captureId,
        captureStart: found.start,
        captureEnd: found.end,
        quoteCheck: found.check,
      };

/** Writes a piece of evidence under the claim's next number, with its event, and returns its id. Settling is its caller's. */
export async function writeEvidence(
  tx: Tx,
  actor: Actor,
  { article, number: claimNumber }: HeldClaim,
  claimId: string,
  source: { readonly id: string; readonly title: string },
  words: EvidenceWords,
  found: FoundQuote | null,
): Promise<string> {
  const last = await tx.evidence.aggregate({ where: { claimId }, _max: { number: true } });
  const number = (last._max.number ?? 0) + 1;
  const { stance, aspect, quote, locator, note, means, consultedOn } = words;
  const said = { stance, aspect, quote, locator, note, means };
  const evidence = await tx.evidence.create({
    data: {
      claimId,
      sourceId: source.id,
      number,
      ...said,
      consultedOn: dateOf(consultedOn),
      createdById: actor.id,
      createdAt: article.at,
      ...placeColumns(found),
    },
  });
  await tx.claim.update({ where: { id: claimId }, data: { touchedAt: new Date() } });
  await appendEvent(tx, actor, {
    chain: article.id,
    action: 'evidence.attached',
    subject: { type: 'evidence', id: evidence.id },
    detail: {
      number,
      claim: claimNumber,
      source: source.title,
      sourceId: source.id,
      ...said,
      consultedOn,
      ...(found === null ? {} : { quoted: found }),
    },
  });
  return evidence.id;
}
