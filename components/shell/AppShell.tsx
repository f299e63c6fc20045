'use client';

import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { CommandHost } from './CommandHost.tsx';
import type { ShellActor, ShellLink } from './shell-types.ts';

export interface ShellFrame {
  readonly actor: ShellActor;
  /** The desk's main rooms, in the header of every page. */
  readonly nav: readonly ShellLink[];
  /** What the user menu leads to. */
  readonly menu: readonly ShellLink[];
  /** A server action, or anything else that ends the session. */
  readonly signOut: () => void;
}

const Frame = createContext<ShellFrame | undefined>(undefined);

/** The person and the rooms that AppHeader shows; undefined outside an AppShell. */
export function useShellFrame(): ShellFrame | undefined {
  return useContext(Frame);
}

/** What stands around every signed-in page: the way past the header, the keys, and whom the header names. */
export function AppShell({ children, actor, nav, menu, signOut }: ShellFrame & { children: ReactNode }) {
  const t = useTranslations('shell');
  const frame = useMemo(() => ({ actor, nav, menu, signOut }), [actor, nav, menu, signOut]);
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
