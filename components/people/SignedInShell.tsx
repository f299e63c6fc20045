'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import type { MadeForMeDTO } from '#lib/people/types.ts';
import { AppShell } from '../shell/AppShell.tsx';
import type { ShellActor } from '../shell/shell-types.ts';
import { toast } from '../ui/toast.ts';
import { LinkNotice } from './LinkNotice.tsx';
import { ProveDialog } from './ProveDialog.tsx';
import { signOut } from './session-client.ts';

export interface SignedInShellProps {
  readonly actor: ShellActor;
  readonly managesPeople: boolean;
  readonly readsHistory: boolean;
  readonly managesJobs: boolean;
  readonly readsNumbers: boolean;
  readonly addsArticles: boolean;
  readonly links: readonly MadeForMeDTO[];
  readonly children: ReactNode;
}

/** The shell with the rooms this person may enter, and the way out. */
export function SignedInShell({
  actor,
  managesPeople,
  readsHistory,
  managesJobs,
  readsNumbers,
  addsArticles,
  links,
  children,
}: SignedInShellProps) {
  const t = useTranslations('shell');
  const unreachable = useTranslations('auth')('unreachable');
  const frame = useMemo(
    () => ({
      nav: [
        { href: '/', label: t('desk') },
        { href: '/articles', label: t('articles') },
        { href: '/sources', label: t('sources') },
        ...(addsArticles ? [{ href: '/inbox', label: t('inbox') }] : []),
      ],
      menu: [
        { href: '/account', label: t('account') },
        { href: '/foreign', label: t('foreign') },
        ...(readsNumbers ? [{ href: '/numbers', label: t('numbers') }] : []),
        ...(managesPeople ? [{ href: '/people', label: t('people') }] : []),
        ...(readsHistory ? [{ href: '/history', label: t('history') }] : []),
        ...(managesJobs ? [{ href: '/jobs', label: t('jobs') }] : []),
        { href: '/settings', label: t('settings') },
      ],
      elsewhere: addsArticles ? [{ href: '/articles/new', label: t('newArticle') }] : [],
      signOut: () => void signOut().catch(() => toast({ text: unreachable, tone: 'bad' })),
    }),
    [t, unreachable, managesPeople, readsHistory, managesJobs, readsNumbers, addsArticles],
  );
  return (
    <AppShell actor={actor} {...frame}>
      <div className="desk-shell">
        <LinkNotice links={links} />
        {children}
      </div>
      <ProveDialog email={actor.email} />
    </AppShell>
  );
}
