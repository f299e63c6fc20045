'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { askWithdrawal } from '#components/galley/ask-withdrawal.ts';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { useAct } from '#components/galley/use-act.ts';
import { useForm } from '#components/galley/use-form.ts';
import { WordDiff } from '#components/history/WordDiff.tsx';
import { CommandButton } from '#components/shell/CommandButton.tsx';
import { useKeyHint } from '#components/shell/use-commands.ts';
import { Button } from '#components/ui/Button.tsx';
import { Question } from '#components/ui/Question.tsx';
import { TextArea } from '#components/ui/TextArea.tsx';
import type { ClaimDTO } from '#lib/standing/types.ts';
import { confirmVerdict } from '#lib/verdicts/actions.ts';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';
import { type Confirmable, confirmable } from './confirmable.ts';
import { askedVerdict } from './signable.ts';
import { Undecided } from './Undecided.tsx';

/** What has changed under a verdict since it was given, word by word, and the one press that lets it stand. */
export function StaleNotice({ claim, detail }: { claim: ClaimDTO; detail: ClaimDetailDTO }) {
  const t = useTranslations('verdict');
  const may = useWorkbench((state) => state.bench.reader.may.includes('verdict.give') && !state.bench.article.archived);
  const stale = may ? confirmable(claim, detail) : null;
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
              {change.before === '' && change.after === '' ? (
                <span className="font-sans text-soft italic">{t('changedMasked')}</span>
              ) : (
                <WordDiff before={change.before} after={change.after} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      {stale === null ? null : detail.proposal === null ? (
        <Confirmation claim={claim} detail={detail} stale={stale} />
      ) : (
        <Undecided />
      )}
    </div>
  );
}

type ConfirmationProps = {
  readonly claim: ClaimDTO;
  readonly detail: ClaimDetailDTO;
  readonly stale: Confirmable;
};

/** Confirms a verdict's finding, after asking whether to; another's may be confirmed in one's own words. */
function Confirmation({ claim, detail, stale }: ConfirmationProps) {
  const t = useTranslations('verdict');
  const store = useStore();
  const [isPending, setPending] = useState(false);
  const [isWriting, setWriting] = useState(false);
  const me = useWorkbench((state) => state.bench.reader.id);
  const asks = useWorkbench((state) => (state.asks?.deed === 'confirm' ? state.asks : null));
  const confirm = useConfirm(claim);
  const { mine } = stale.verdict;
  const verdict = askedVerdict(asks, claim, detail, me);
  if (isWriting && !mine) {
    return <OwnWords stale={stale} confirm={confirm} onClose={() => setWriting(false)} />;
  }
  if (asks === null || !verdict?.content) {
    return (
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <CommandButton command="verdict.confirm" size="small" isPending={isPending}>
          {t(mine ? 'confirm' : 'confirmOther')}
        </CommandButton>
        {mine ? null : (
          <Button size="small" variant="quiet" onPress={() => setWriting(true)}>
            {t('confirmInWords')}
          </Button>
        )}
      </div>
    );
  }
  return (
    <Question
      confirm={t(mine ? 'confirm' : 'confirmOther')}
      onDismiss={() => store.set({ asks: null })}
      onConfirm={async () => {
        store.set({ asks: null });
        setPending(true);
        await confirm({ ...stale, seen: asks.seen }, '');
        setPending(false);
      }}
    >
      {t('askConfirm', { seat: verdict.mine ? 'own' : String(verdict.seat), rating: verdict.content.rating.label })}
    </Question>
  );
}

const NO_WORDS = { rationale: '' };

type OwnWordsProps = {
  readonly stale: Confirmable;
  readonly confirm: ReturnType<typeof useConfirm>;
  readonly onClose: () => void;
};

/** What a confirmer says for themselves; the rationale that they confirm stays its author's. */
function OwnWords({ stale, confirm, onClose }: OwnWordsProps) {
  const t = useTranslations('verdict');
  const common = useTranslations('common');
  const me = useWorkbench((state) => state.bench.reader.id);
  const { hint, ariaKeys } = useKeyHint('form.submit');
  const form = useForm(
    `${me}:confirm:${stale.verdict.id}`,
    NO_WORDS,
    ({ rationale }) => confirm(stale, rationale),
    onClose,
  );
  return (
    <form className="mt-2" onSubmit={form.onSubmit}>
      <TextArea
        label={t('confirmWords')}
        hint={t('confirmWordsHint', { name: stale.verdict.author.name })}
        serif
        rows={2}
        autoFocus
        value={form.draft.rationale}
        onChange={(rationale) => form.change({ rationale })}
        error={form.error('rationale') ?? form.message}
      />
      <div className="mt-2 flex flex-wrap justify-end gap-2">
        <Button size="small" onPress={onClose}>
          {common('cancel')}
        </Button>
        <Button type="submit" size="small" variant="prime" isPending={form.isPending} hint={hint} ariaKeys={ariaKeys}>
          {t('confirmOther')}
        </Button>
      </div>
    </form>
  );
}

/** Confirms a stale verdict on what the reader has seen of it. */
function useConfirm(claim: ClaimDTO) {
  const galley = useTranslations('galley');
  const store = useStore();
  const act = useAct();
  return ({ verdict, basisDigest, seen }: Confirmable, rationale: string) =>
    act({
      seen,
      run: () => confirmVerdict({ claimId: claim.id, verdictId: verdict.id, basisDigest, seen, rationale }),
      says: galley('confirmed', { number: claim.number }),
      undo: () => askWithdrawal(store, claim.id, 'withdrawVerdict', galley('undoVerdict', { number: claim.number })),
    });
}
