'use client';

import { useTranslations } from 'next-intl';
import { decideProposal, editClaim } from '#lib/claims/actions.ts';
import { isSeen } from './in-sight.ts';
import { ownVersion, seenVersion } from './store.ts';
import { useStore } from './store-context.tsx';
import { useAct } from './use-act.ts';

/** Where the proposed wording of a claim stands in the column. */
export const wordingPlace = (claimId: string): string => `wording of ${claimId}`;

/** The two decisions on a proposed wording that one press writes; the third, words of one's own, is the wording's form. */
export function useWording(): { readonly take: () => void; readonly keep: () => void } {
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

  return {
    take() {
      const found = inHand();
      if (!found) return;
      const { claim, detail } = found;
      const was = { statement: claim.statement, figures: detail.figures, times: detail.times };
      void act({
        run: () => decideProposal({ ...seenVersion(store, claim), take: 'proposed' }),
        says: t('wordingTaken', { number: claim.number }),
        undo: () => ({
          says: t('undoWording', { number: claim.number }),
          run: async () => (await act({ run: () => editClaim({ ...ownVersion(store, claim.id), ...was }) })) === null,
        }),
      });
    },
    keep() {
      const found = inHand();
      if (!found) return;
      const { claim } = found;
      void act({
        run: () => decideProposal({ ...seenVersion(store, claim), take: 'own' }),
        says: t('wordingKept', { number: claim.number }),
      });
    },
  };
}
