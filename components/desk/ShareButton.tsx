'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Opening } from '#components/ui/KeyWait.tsx';

const ShareDialog = dynamic(() => import('./ShareDialog.tsx').then((module) => module.ShareDialog), {
  ssr: false,
  loading: () => <Opening />,
});

export type ShareButtonProps = {
  readonly articleId: string;
  readonly headline: string;
  readonly count: number;
};

/** Opens the window in which an article's unassigned claims are shared out. */
export function ShareButton({ articleId, headline, count }: ShareButtonProps) {
  const t = useTranslations('desk');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {/* Above the row's own link, which covers all of it. */}
      <Button
        size="small"
        className="relative z-1"
        aria-label={t('shareOne', { count, headline })}
        onPress={() => setOpen(true)}
      >
        {t('share', { count })}
      </Button>
      {isOpen ? <ShareDialog articleId={articleId} headline={headline} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
