'use client';

import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** Out of Stet, in a tab of its own, so that what is being done stays where it is; the page there learns nothing of where it was opened from. */
const away = { target: '_blank', rel: 'noreferrer noopener' } as const;

/** A link out of Stet in running text. */
export function OutwardLink({ href, children }: { href: string; children: ReactNode }) {
  const t = useTranslations('common');
  return (
    <a
      {...away}
      href={href}
      className="rounded-sm text-focus underline decoration-current/40 underline-offset-3 hover:decoration-current"
    >
      {children}
      <span className="sr-only"> ({t('newTab')})</span>
    </a>
  );
}

/** The same as a sign behind a name; `label` says what is opened. */
export function OutwardMark({ href, label }: { href: string; label: string }) {
  const t = useTranslations('common');
  return (
    <a
      {...away}
      href={href}
      aria-label={`${label} (${t('newTab')})`}
      className="relative ms-1.5 inline-block rounded-sm align-[-0.125em] text-soft before:absolute before:-inset-2 hover:text-ink"
    >
      <ExternalLink aria-hidden="true" className="size-[0.9em]" />
    </a>
  );
}
