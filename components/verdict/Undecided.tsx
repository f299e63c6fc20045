'use client';

import { useTranslations } from 'next-intl';
import { useStore } from '#components/galley/store-context.tsx';
import { Button } from '#components/ui/Button.tsx';

/** Why a verdict waits: a revision has changed the claim's words, and its wording is to be decided on first. */
export function Undecided() {
  const t = useTranslations('verdict');
  const store = useStore();
  return (
    <p data-undecided className="mt-2 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      <span>{t('undecided')}</span>
      <Button size="small" onPress={() => store.set({ focus: 'wording' })}>
        {t('toWording')}
      </Button>
    </p>
  );
}
