'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cx } from '#components/ui/cx.ts';
import type { News } from './news.ts';

export type MeanwhileProps = {
  readonly news: readonly News[];
  /** What is asked of the reader now. */
  readonly children: ReactNode;
  readonly className?: string;
};

/** Says what came while somebody was writing, where they are about to send it. */
export function Meanwhile({ news, children, className }: MeanwhileProps) {
  const t = useTranslations('verdict.meanwhile');
  return (
    <div
      role="alert"
      data-meanwhile
      className={cx('rounded-md border border-ink bg-sel px-3 py-2 text-sm text-pretty', className)}
    >
      {news.map((item) => (
        <p key={JSON.stringify(item)} className="font-semibold">
          {'name' in item ? t(item.did, { name: item.name, rating: item.rating }) : t(item.did)}
        </p>
      ))}
      <p>{children}</p>
    </div>
  );
}
