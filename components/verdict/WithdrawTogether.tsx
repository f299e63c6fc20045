'use client';

import { useTranslations } from 'next-intl';
import { ReasonDialog } from '#components/claim/dialogs.ts';
import { withoutStep } from '#components/galley/store.ts';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { useAct } from '#components/galley/use-act.ts';
import { withdrawTogether } from '#lib/verdicts/actions.ts';

/** Asks why sign-offs that were given together are taken back together. */
export function WithdrawTogether({ onClose }: { onClose: () => void }) {
  const t = useTranslations('verdict');
  const store = useStore();
  const act = useAct();
  const signOffIds = useWorkbench((state) => state.many.withdraws);
  const [first] = signOffIds;
  if (first === undefined) return null;
  return (
    <ReasonDialog
      draft={`withdraw-together:${first}`}
      title={t('withdrawTogether', { count: signOffIds.length })}
      label={t('reason')}
      confirm={t('withdrawSignOffs')}
      onClose={onClose}
      onConfirm={async (reason) => {
        const refusal = await act({
          inForm: true,
          run: () => withdrawTogether({ articleId: store.get().bench.article.id, signOffIds, reason }),
          says: t('withdrawnTogether', { count: signOffIds.length }),
        });
        if (refusal === null) store.set(withoutStep(store.get(), `together ${first}`));
        return refusal;
      }}
    />
  );
}
