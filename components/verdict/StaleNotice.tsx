'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { askWithdrawal } from '#components/galley/ask-withdrawal.ts';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { useAct } from '#components/galley/use-act.ts';
import { WordDiff } from '#components/history/WordDiff.tsx';
import { CommandButton } from '#components/shell/CommandButton.tsx';
import { Question } from '#components/ui/Question.tsx';
import type { ClaimDTO } from '#lib/standing/types.ts';
import { confirmVerdict } from '#lib/verdicts/actions.ts';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';
import { confirmable } from './confirmable.ts';
import { askedVerdict } from './signable.ts';

/** What has changed under a verdict since it was given, word by word, and the one press that lets it stand. */
export function StaleNotice({ claim, detail }: { claim: ClaimDTO; detail: ClaimDetailDTO }) {
  const t = useTranslations('verdict');
  const may = useWorkbench((state) => state.bench.reader.may.includes('verdict.give') && !state.bench.article.archived);
  return (
    <div className="mt-2 rounded-md border border-stale/60 px-3 py-2.5">
      <h4 className="text-sm font-semibold text-stale">
        <span aria-hidden="true">↻ </span>
        {t('staleTitle')}
      </h4>
      <p className="text-xs text-soft">{t('staleLead')}</p>
      <dl className="mt-1.5 flex flex-col gap-1.5 text-sm">
        {detail.basisChanges.map((change) => (
          <div key={`${change.what}:${change.evidence}`}>
            <dt className="text-xs text-soft">{t(`changed.${change.what}`, { number: change.evidence ?? 0 })}</dt>
            <dd className="font-serif">
              <WordDiff before={change.before} after={change.after} />
            </dd>
          </div>
        ))}
      </dl>
      {may && confirmable(claim, detail) ? <Confirmation claim={claim} detail={detail} /> : null}
    </div>
  );
}

/** Lets the verdict stand, after asking whether it should. */
function Confirmation({ claim, detail }: { claim: ClaimDTO; detail: ClaimDetailDTO }) {
  const t = useTranslations('verdict');
  const galley = useTranslations('galley');
  const store = useStore();
  const act = useAct();
  const [isPending, setPending] = useState(false);
  const me = useWorkbench((state) => state.bench.reader.id);
  const asks = useWorkbench((state) => (state.asks?.deed === 'confirm' ? state.asks : null));
  const verdict = askedVerdict(asks, claim, detail, me);
  if (asks === null || !verdict?.content) {
    return (
      <CommandButton command="verdict.confirm" size="small" className="mt-2" isPending={isPending}>
        {t('confirm')}
      </CommandButton>
    );
  }
  return (
    <Question
      confirm={t('confirm')}
      onDismiss={() => store.set({ asks: null })}
      onConfirm={async () => {
        store.set({ asks: null });
        setPending(true);
        await act({
          run: () => confirmVerdict({ claimId: claim.id, verdictId: asks.verdictId, basisDigest: asks.basisDigest }),
          says: galley('confirmed', { number: claim.number }),
          undo: () =>
            askWithdrawal(store, claim.id, 'withdrawVerdict', galley('undoVerdict', { number: claim.number })),
        });
        setPending(false);
      }}
    >
      {t('askConfirm', { seat: verdict.mine ? 'own' : String(verdict.seat), rating: verdict.content.rating.label })}
    </Question>
  );
}
