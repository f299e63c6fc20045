'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export interface DockProps {
  /** What the panel is, for screen readers. */
  readonly label: string;
  readonly children: ReactNode;
  readonly isTall: boolean;
  readonly onTallChange: (isTall: boolean) => void;
}

/** The panel along the phone's lower edge. The page above stays in reach; the grip makes it tall and low. */
export function Dock({ label, children, isTall, onTallChange }: DockProps) {
  const t = useTranslations('shell');
  return (
    <section
      aria-label={label}
      className={cx(
        'screen-only fixed inset-x-0 bottom-0 z-20 flex flex-col rounded-t-xl border-t border-rule bg-sheet shadow-lift transition-[max-height]',
        isTall ? 'max-h-[88dvh]' : 'max-h-[46dvh]',
      )}
    >
      <button
        type="button"
        aria-expanded={isTall}
        aria-label={isTall ? t('dockLower') : t('dockRaise')}
        onClick={() => onTallChange(!isTall)}
        className="mx-auto grid h-6 w-24 shrink-0 place-items-center rounded-md"
      >
        <span aria-hidden="true" className="h-1 w-10 rounded-full bg-edge/60" />
      </button>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-4">{children}</div>
    </section>
  );
}
