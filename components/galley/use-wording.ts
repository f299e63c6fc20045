'use client';

import { useTranslations } from 'next-intl';
import { acceptClaim, decideProposal } from '#lib/claims/actions.ts';
import type { ClaimDTO, Said } from '#lib/standing/types.ts';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';
import { isSeen } from './in-sight.ts';
import { ownVersion, seenVersion } from './store.ts';
import { useStore } from './store-context.tsx';
import { useAct } from './use-act.ts';

type Wording = Pick<ClaimDTO, 'statement'> & Pick<ClaimDetailDTO, 'figures' | 'times'> & Said;

/** How a claim is worded, for a decision on it to be taken back to. */
export const wordingNow = (claim: ClaimDTO, detail: ClaimDetailDTO): Wording => ({
  statement: claim.statement,
  figures: detail.figures,
  times: detail.times,
  polarity: detail.polarity,
  factuality: detail.factuality,
  claimant: { name: claim.claimant.name, kind: claim.claimant.kind },
  via: detail.via,
});

/** Where the proposed wording of a claim stands in the column. */
export const wordingPlace = (claimId: string): string => `wording of ${claimId}`;

/**
 * What one press decides of a claim's wording: to accept the machine's as it is, and the two decisions on a proposed one. Words
 * of one's own are the wording's form.
 */
export function useWording(): { readonly accept: () => void; readonly take: () => void; readonly keep: () => void } {
  const store = useStore();
  const t = useTranslations('galley');
  const act = useAct();

  /** The claim in hand, where it is drawn and its proposal is before the reader. */
  function inHand() {
    const { claims, details, selectedId } = store.get();
    const claim = selectedId ? claims.get(selectedId) : undefined;
    const detail = selectedId ? details.get(selectedId) : undefined;
    if (!claim || !detail?.proposal) return null;
    const words = detail.proposal.statement ?? claim.statement;
    return isSeen(`[data-subject="${wordingPlace(claim.id)}"]`, words) ? { claim, detail } : null;
  }

  /** The claim in hand with its question open again: the wording it has, or `was`. */
  const reopening =
    ({ id, number }: ClaimDTO, was?: Wording) =>
    () => ({
      says: t('undoWording', { number }),
      run: () => decideProposal({ ...ownVersion(store, id), take: 'open', was }),
    });

  return {
    accept() {
      const { claims, selectedId } = store.get();
      const claim = selectedId ? claims.get(selectedId) : undefined;
      if (!claim) return;
      void act({
        run: () => acceptClaim(seenVersion(store, claim)),
        expect: [{ ...claim, accepted: true }],
        says: t('wordingAccepted'),
        undo: () => ({
          says: t('undoAccept', { number: claim.number }),
          run: () => acceptClaim({ ...ownVersion(store, claim.id), accepted: false }),
        }),
      });
    },
    take() {
      const found = inHand();
      if (!found) return;
      const { claim, detail } = found;
      const was = wordingNow(claim, detail);
      void act({
        run: () => decideProposal({ ...seenVersion(store, claim), take: 'proposed' }),
        says: t('wordingTaken', { number: claim.number }),
        undo: reopening(claim, was),
      });
    },
    keep() {
      const found = inHand();
      if (!found) return;
      const { claim } = found;
      void act({
        run: () => decideProposal({ ...seenVersion(store, claim), take: 'own' }),
        says: t('wordingKept', { number: claim.number }),
        undo: reopening(claim),
      });
    },
  };
}
