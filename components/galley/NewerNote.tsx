'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { useWorkbench } from './store-context.tsx';

/** Another text has come while this one is being read: it waits until it is asked for, and what is typed is kept. */
export function NewerNote() {
  const t = useTranslations('galley');
  const router = useRouter();
  const newer = useWorkbench((state) => state.newer);
  return (
    <div role="status" className="screen-only contents">
      {newer === null ? null : (
        <p className="flex items-center justify-center gap-3 border-b border-rule bg-sel px-4 py-1.5 text-sm">
          {newer.isRevision ? t('newerRevision', { number: newer.number }) : t('newerReading')}
          <Button size="small" onPress={() => router.refresh()}>
            {t('showNewer')}
          </Button>
        </p>
      )}
    </div>
  );
}
