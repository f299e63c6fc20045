'use client';

import { useTranslations } from 'next-intl';
import { ownVersion } from '#components/galley/store.ts';
import { useStore } from '#components/galley/store-context.tsx';
import { excludeClaims, flagClaims, restoreClaims } from '#lib/claims/actions.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import { ConfirmMany } from './ConfirmMany.tsx';
import { ReasonDialog } from './dialogs.ts';
import { ManyPreview, useManyPreview } from './ManyPreview.tsx';
import { expected, useManyDeed, versionsOf } from './use-many-deed.ts';

export type ManyProps = { readonly claims: readonly ClaimDTO[]; readonly onClose: () => void };

/** Excludes claims, one or several, with one reason. */
export function ExcludeDialog({ claims, onClose }: ManyProps) {
  const t = useTranslations('claim');
  const store = useStore();
  const previewed = useManyPreview(claims, { deed: 'exclude' });
  const send = useManyDeed(previewed);
  const { taken } = previewed;
  const count = taken.length;
  return (
    <ReasonDialog
      draft={`exclude:${claims[0]?.id}`}
      title={t('excludeTitle', { count: claims.length })}
      lead={t('excludeLead')}
      label={t('excludeReason')}
      confirm={t('exclude')}
      common={[t('reasonOpinion'), t('reasonCommon'), t('reasonDouble'), t('reasonTrivial'), t('reasonNot')]}
      isDisabled={count === 0}
      onClose={onClose}
      onConfirm={(reason) =>
        send({
          run: () => excludeClaims({ claims: versionsOf(store, taken), reason }),
          expect: expected(store, taken, { excluded: true, mark: 'excluded' }),
          says: t('excluded', { count }),
          undo: () => ({
            says: t('undoExclude', { count }),
            run: () => restoreClaims({ claims: taken.map(({ id }) => ownVersion(store, id)) }),
          }),
        })
      }
    >
      <ManyPreview previewed={previewed} then={() => t('becomesExcluded')} />
    </ReasonDialog>
  );
}

/** Brings several claims back; undone, each is excluded again with the reason it had. */
export function RestoreDialog({ claims, onClose }: ManyProps) {
  const t = useTranslations('claim');
  const store = useStore();
  const previewed = useManyPreview(claims, { deed: 'restore' });
  const send = useManyDeed(previewed);
  const { taken } = previewed;
  const count = taken.length;
  return (
    <ConfirmMany
      title={t('restoreTitle', { count: claims.length })}
      confirm={t('restoreMany')}
      isDisabled={count === 0}
      onClose={onClose}
      onConfirm={() =>
        send({
          run: () => restoreClaims({ claims: versionsOf(store, taken) }),
          says: t('restoredMany', { count }),
          undo: () => ({
            says: t('undoRestore', { count }),
            run: () =>
              excludeClaims({
                claims: taken.map(({ id, excludedReason }) => ({
                  ...ownVersion(store, id),
                  reason: excludedReason ?? t('excludedAgain'),
                })),
                reason: t('excludedAgain'),
              }),
          }),
        })
      }
    >
      <ManyPreview previewed={previewed} then={() => t('becomesRestored')} />
    </ConfirmMany>
  );
}

/** Marks several claims as saying that somebody living has done wrong. */
export function FlagDialog({ claims, onClose }: ManyProps) {
  const t = useTranslations('claim');
  const store = useStore();
  const previewed = useManyPreview(claims, { deed: 'flag', misdeed: true });
  const send = useManyDeed(previewed);
  const { taken } = previewed;
  const count = taken.length;
  return (
    <ConfirmMany
      title={t('flagTitle', { count: claims.length })}
      confirm={t('flagMany')}
      isDisabled={count === 0}
      onClose={onClose}
      onConfirm={() =>
        send({
          run: () => flagClaims({ claims: versionsOf(store, taken), misdeed: true }),
          says: t('flaggedMany', { count }),
          undo: () => ({
            says: t('undoFlag', { count }),
            run: () => flagClaims({ claims: taken.map(({ id }) => ownVersion(store, id)), misdeed: false }),
          }),
        })
      }
    >
      <p className="text-sm text-soft">{t('misdeedHint')}</p>
      <ManyPreview previewed={previewed} then={() => t('becomesFlagged')} />
    </ConfirmMany>
  );
}
