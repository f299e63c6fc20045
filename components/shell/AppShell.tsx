'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { CommandHost } from './CommandHost.tsx';
import { Frame, type ShellFrame } from './use-shell-frame.ts';

/** What stands around every signed-in page: the way past the header, the keys, and whom the header names. */
export function AppShell({ children, actor, nav, menu, elsewhere, signOut }: ShellFrame & { children: ReactNode }) {
  const t = useTranslations('shell');
  const frame = useMemo(() => ({ actor, nav, menu, elsewhere, signOut }), [actor, nav, menu, elsewhere, signOut]);
  return (
    <Frame value={frame}>
      <a
        href="#main"
        className="screen-only fixed start-3 top-2 z-50 -translate-y-16 rounded-md bg-ink px-3 py-2 text-sm font-medium text-paper focus:translate-y-0"
      >
        {t('skip')}
      </a>
      {children}
      <CommandHost />
    </Frame>
  );
}
