'use client';

import { useTranslations } from 'next-intl';
import { BarePage, HomeLink } from '#components/shell/BarePage.tsx';
import { Button } from '#components/ui/Button.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';

export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('errors');
  const common = useTranslations('common');
  const digest = digestOf(error);
  const trouble = TROUBLES.find((name) => digest === `stet-${name}`);
  return (
    <BarePage>
      <EmptyState
        level={1}
        title={trouble ? t(`trouble.${trouble}.title`) : t('title')}
        action={
          <>
            <Button variant="prime" onPress={() => retry()}>
              {common('tryAgain')}
            </Button>
            <HomeLink>{t('home')}</HomeLink>
          </>
        }
      >
        {trouble ? t(`trouble.${trouble}.body`) : t('body')}
        {digest === undefined || trouble ? null : (
          <span className="mt-2 block text-xs">{t('reference', { digest })}</span>
        )}
      </EmptyState>
    </BarePage>
  );
}

/** As the database's errors name themselves (lib/platform/trouble.ts). */
const TROUBLES = ['away', 'busy', 'full'] as const;

/** Next hides a server error's message from the browser and gives a digest that the server's log repeats. */
function digestOf(error: unknown): string | undefined {
  return error instanceof Error && 'digest' in error ? String(error.digest) : undefined;
}
