'use client';

import { useTranslations } from 'next-intl';
import { PLAIN_REASONS } from '#components/galley/plain-reasons.ts';
import { ownVersion, type Store, seenVersion } from '#components/galley/store.ts';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { useAct } from '#components/galley/use-act.ts';
import type { Outcome } from '#components/galley/use-form.ts';
import { useMarkSentences } from '#components/galley/use-mark-sentences.ts';
import { plainInHand } from '#components/galley/walk.ts';
import { assignClaims, excludeClaims, restoreClaims } from '#lib/claims/actions.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import { SignTogether } from '../verdict/SignTogether.tsx';
import { WithdrawTogether } from '../verdict/WithdrawTogether.tsx';
import { AssignDialog, MergeDialog, ReasonDialog, SplitDialog } from './dialogs.ts';

/** The claims that a dialog is about: those ticked in the list, or else the one in hand. */
function useChosen(): readonly ClaimDTO[] {
  const claims = useWorkbench((state) => state.claims);
  const checked = useWorkbench((state) => state.checked);
  const selectedId = useWorkbench((state) => state.selectedId);
  const ids = checked.size > 0 && selectedId === null ? [...checked] : selectedId ? [selectedId] : [];
  return ids.map((id) => claims.get(id)).filter((claim): claim is ClaimDTO => claim !== undefined);
}

const versioned = (store: Store, claims: readonly ClaimDTO[]) => claims.map((claim) => seenVersion(store, claim));

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
  if (form === 'assign') return <Assign claims={chosen} onClose={close} />;
  if (form === 'split') return <SplitDialog claim={claim} onClose={close} />;
  if (form === 'merge') return <MergeDialog claim={claim} onClose={close} />;
  return null;
}

function ExcludeDialog({ claims, onClose }: { claims: readonly ClaimDTO[]; onClose: () => void }) {
  const t = useTranslations('claim');
  const store = useStore();
  const act = useAct();
  const count = claims.length;
  const ids = claims.map((claim) => claim.id);
  const exclude = (reason: string): Promise<Outcome> => {
    store.set({ checked: new Set() });
    return act({
      run: () => excludeClaims({ claims: versioned(store, claims), reason }),
      expect: claims.map((claim) => ({ ...claim, excluded: true, mark: 'excluded' as const })),
      says: t('excluded', { count }),
      undo: () => ({
        says: t('undoExclude', { count }),
        run: async () =>
          (await act({ run: () => restoreClaims({ claims: ids.map((id) => ownVersion(store, id)) }) })) === null,
      }),
    });
  };
  return (
    <ReasonDialog
      draft={`exclude:${claims[0]?.id}`}
      title={t('excludeTitle', { count })}
      lead={t('excludeLead')}
      label={t('excludeReason')}
      confirm={t('exclude')}
      common={[t('reasonOpinion'), t('reasonCommon'), t('reasonDouble'), t('reasonTrivial'), t('reasonNot')]}
      onClose={onClose}
      onConfirm={exclude}
    />
  );
}

function Assign({ claims, onClose }: { claims: readonly ClaimDTO[]; onClose: () => void }) {
  const t = useTranslations('claim');
  const store = useStore();
  const act = useAct();
  const people = useWorkbench((state) => state.bench.people);
  const count = claims.length;
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? t('nobody');
  const assign = (assigneeId: string | null): Promise<Outcome> => {
    store.set({ checked: new Set() });
    return act({
      run: () => assignClaims({ claims: versioned(store, claims), assigneeId }),
      expect: claims.map((claim) => ({ ...claim, assigneeId })),
      says: t('assigned', { count, name: nameOf(assigneeId) }),
      undo: () => ({
        says: t('undoAssign', { count }),
        run: async () => {
          const outcomes: Outcome[] = [];
          for (const [assigneeId, group] of Map.groupBy(claims, (claim) => claim.assigneeId)) {
            const old = group.map((claim) => ownVersion(store, claim.id));
            outcomes.push(await act({ run: () => assignClaims({ claims: old, assigneeId }) }));
          }
          return outcomes.every((outcome) => outcome === null);
        },
      }),
    });
  };
  return <AssignDialog count={count} assigneeId={claims[0]?.assigneeId ?? null} onClose={onClose} onAssign={assign} />;
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
