'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { ReasonDialog } from '#components/claim/dialogs.ts';
import { stepOf } from '#components/galley/ask-withdrawal.ts';
import { withoutStep } from '#components/galley/store.ts';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { type Deed, useAct } from '#components/galley/use-act.ts';
import { readDetail } from '#components/galley/use-detail.ts';
import type { Outcome } from '#components/galley/use-form.ts';
import { toast } from '#components/ui/toast.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import { withdrawSignOff, withdrawVerdict } from '#lib/verdicts/actions.ts';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';

/** Asks why one's own verdict or sign-off on the claim is taken back. */
export function Withdrawal({ claim, detail }: { claim: ClaimDTO; detail: ClaimDetailDTO }) {
  const t = useTranslations('verdict');
  const act = useAct();
  const store = useStore();
  const me = useWorkbench((state) => state.bench.reader.id);
  const form = useWorkbench((state) =>
    state.selectedId === claim.id && (state.form === 'withdrawVerdict' || state.form === 'withdrawSignOff')
      ? state.form
      : null,
  );
  const { own, signed } = takenBack(detail, me);
  const isMissing = form !== null && !(form === 'withdrawVerdict' ? own : signed);
  useEffect(() => {
    if (!isMissing || form === null) return;
    // Just given, it may not have been read yet.
    readDetail(store, claim.id).then(() => {
      const fresh = store.get().details.get(claim.id);
      const now = fresh && takenBack(fresh, me);
      if (store.get().form !== form || (form === 'withdrawVerdict' ? now?.own : now?.signed)) return;
      store.set({ ...withoutStep(store.get(), stepOf(claim.id, form)), form: null });
      toast(t('nothingToWithdraw'));
    });
  }, [isMissing, form, claim.id, me, store, t]);

  const onClose = () => store.set({ form: null });
  const withdraw = async (deed: Deed, withdrawal: NonNullable<typeof form>): Promise<Outcome> => {
    const refusal = await act(deed);
    if (refusal === null) store.set(withoutStep(store.get(), stepOf(claim.id, withdrawal)));
    return refusal;
  };
  if (form === 'withdrawVerdict' && own) {
    return (
      <ReasonDialog
        draft={`withdraw-verdict:${own.id}`}
        title={t('withdraw')}
        lead={t('withdrawLead', { signed: own.signOff ? 'yes' : 'no', name: own.signOff?.by.name ?? '' })}
        label={t('reason')}
        confirm={t('withdraw')}
        onClose={onClose}
        onConfirm={(reason) =>
          withdraw({ run: () => withdrawVerdict({ verdictId: own.id, reason }), says: t('withdrawn') }, form)
        }
      />
    );
  }
  if (form === 'withdrawSignOff' && signed) {
    return (
      <ReasonDialog
        draft={`withdraw-sign-off:${signed.id}`}
        title={t('withdrawSignOff')}
        label={t('reason')}
        confirm={t('withdrawSignOff')}
        onClose={onClose}
        onConfirm={(reason) =>
          withdraw({ run: () => withdrawSignOff({ signOffId: signed.id, reason }), says: t('signOffWithdrawn') }, form)
        }
      />
    );
  }
  return null;
}

/** What of a claim's is the reader's to take back: their verdict in force, their sign-off on another's. */
function takenBack({ verdicts }: ClaimDetailDTO, me: string) {
  const present = verdicts.filter((verdict) => verdict.inForce);
  return {
    own: present.find((verdict) => verdict.mine),
    signed: present.find((verdict) => verdict.signOff?.by.id === me)?.signOff,
  };
}
