'use client';

import { useTranslations } from 'next-intl';
import { PLAIN_REASONS } from '#components/galley/plain-reasons.ts';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { useMarkSentences } from '#components/galley/use-mark-sentences.ts';
import { plainInHand } from '#components/galley/walk.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import { SignTogether } from '../verdict/SignTogether.tsx';
import { WithdrawTogether } from '../verdict/WithdrawTogether.tsx';
import { AssignDialog, EvidenceForm, MergeDialog, ReasonDialog, SplitDialog } from './dialogs.ts';
import { ExcludeDialog, FlagDialog, RestoreDialog } from './ManyDialogs.tsx';
import { ReportThese } from './ReportThese.tsx';

/** The claims that a dialog is about: those taken, or else the one in hand. */
function useChosen(): readonly ClaimDTO[] {
  const claims = useWorkbench((state) => state.claims);
  const checked = useWorkbench((state) => state.checked);
  const selectedId = useWorkbench((state) => state.selectedId);
  const ids = checked.size > 0 ? [...checked] : selectedId ? [selectedId] : [];
  return ids.map((id) => claims.get(id)).filter((claim): claim is ClaimDTO => claim !== undefined);
}

/** The dialogs of the claim column, whichever is open. */
export function ClaimDialogs() {
  const store = useStore();
  const form = useWorkbench((state) => state.form);
  const chosen = useChosen();
  const close = () => store.set({ form: null });
  const [claim] = chosen;
  if (form === 'nothing') return <NothingDialog onClose={close} />;
  if (form === 'signTogether') return <SignTogether onClose={close} />;
  if (form === 'withdrawTogether') return <WithdrawTogether onClose={close} />;
  if (!claim) return null;
  if (form === 'exclude') return <ExcludeDialog claims={chosen} onClose={close} />;
  if (form === 'assign') return <AssignDialog claims={chosen} onClose={close} />;
  if (form === 'restoreMany') return <RestoreDialog claims={chosen} onClose={close} />;
  if (form === 'flagMany') return <FlagDialog claims={chosen} onClose={close} />;
  if (form === 'attachMany') return <EvidenceForm claim={claim} together={chosen} onClose={close} />;
  if (form === 'reportThese') return <ReportThese claims={chosen} onClose={close} />;
  if (form === 'split') return <SplitDialog claim={claim} onClose={close} />;
  if (form === 'merge') return <MergeDialog claim={claim} onClose={close} />;
  return null;
}

function NothingDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('galley');
  const store = useStore();
  const mark = useMarkSentences();
  const sentence = useWorkbench((state) => state.sentence);
  const place = useWorkbench((state) => (sentence === null ? undefined : state.bench.revision.sentences[sentence]));
  // Where several are in hand, those that no claim keeps unread; one alone is marked whatever it holds.
  const several = useWorkbench((state) => state.sentenceFrom !== null);
  if (!place || sentence === null) return null;
  const { plain, held } = several ? plainInHand(store.get()) : { plain: [sentence], held: [] };
  return (
    <ReasonDialog
      draft={`nothing:${store.get().bench.revision.id}:${place.start}`}
      title={t('nothingToCheck')}
      lead={
        several
          ? t('blockLead', { plain: plain.length })
          : store.get().bench.revision.text.slice(place.start, place.end)
      }
      label={t('nothingWhy')}
      confirm={several ? t('markThem', { count: plain.length }) : t('markIt')}
      common={PLAIN_REASONS.map((reason) => t(`plain.${reason}`))}
      first={place.suggestion === 'nothing to check' ? place.reason : undefined}
      onClose={onClose}
      onConfirm={(reason) => mark({ sentences: plain, reason, plain: several, held: held.length, inForm: true })}
    />
  );
}
