'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LiveNote } from '../live/LiveNote.tsx';
import { NeedsCount } from '../needs/NeedsCount.tsx';
import { Breadcrumbs, type Crumb } from '../ui/Breadcrumbs.tsx';
import { cx } from '../ui/cx.ts';
import { PlainLink } from '../ui/Link.tsx';
import { StetMark } from './StetMark.tsx';
import type { ShellLink } from './shell-types.ts';
import { UserMenu } from './UserMenu.tsx';
import { useShellFrame } from './use-shell-frame.ts';

export interface AppHeaderProps {
  /** The way here; without it the desk's rooms are shown instead. */
  readonly crumbs?: readonly Crumb[];
  /** A few quiet words after the crumbs: "revision 2 · due today 18:00". */
  readonly note?: ReactNode;
  /** What stands before the buttons: the coverage. On a phone it takes the place of the crumbs. */
  readonly status?: ReactNode;
  /** The page's own buttons. */
  readonly actions?: ReactNode;
}

/** The line at the head of every page. */
export function AppHeader({ crumbs, note, status, actions }: AppHeaderProps) {
  const t = useTranslations('shell');
  const frame = useShellFrame();
  return (
    <header className="screen-only sticky top-0 z-30 flex h-13.5 shrink-0 items-center gap-2 border-b border-rule bg-sheet px-3.5 phone:gap-3 page:gap-5 page:px-5">
      <PlainLink href="/" aria-label={t('name')} className="shrink-0 hover:no-underline">
        <StetMark />
      </PlainLink>
      {crumbs === undefined ? (
        <Rooms links={frame?.nav ?? []} />
      ) : (
        <div className={cx('min-w-0 flex-1 items-baseline gap-2', status === undefined ? 'flex' : 'hidden page:flex')}>
          <Breadcrumbs label={t('breadcrumbs')} crumbs={crumbs} />
          {note === undefined ? null : (
            <span className="hidden text-sm whitespace-nowrap text-soft desk:inline">· {note}</span>
          )}
        </div>
      )}
      <div className="ms-auto flex min-w-0 items-center gap-2 phone:shrink-0 phone:gap-2.5 page:gap-4">
        {/* On a narrow phone what only tells gives way to what is pressed. */}
        {frame === undefined ? null : <LiveNote />}
        {status === undefined ? null : <div className="min-w-0 overflow-hidden max-[22rem]:hidden">{status}</div>}
        {actions === undefined ? null : <div className="flex shrink-0 items-center gap-1 phone:gap-2">{actions}</div>}
        {frame === undefined ? null : <NeedsCount />}
        {frame === undefined ? null : <UserMenu actor={frame.actor} links={frame.menu} signOut={frame.signOut} />}
      </div>
    </header>
  );
}

function Rooms({ links }: { links: readonly ShellLink[] }) {
  const t = useTranslations('shell');
  const pathname = usePathname();
  return (
    <nav aria-label={t('navigation')} className="min-w-0 overflow-x-auto">
      <ul className="flex gap-1">
        {links.map((link) => {
          const here = link.href === '/' ? pathname === '/' : pathname.startsWith(link.href);
          return (
            <li key={link.href}>
              <PlainLink
                href={link.href}
                aria-current={here ? 'page' : undefined}
                className="inline-flex min-h-8 items-center rounded-md px-1.5 text-sm text-soft phone:px-2.5 hover:bg-wash hover:text-ink hover:no-underline aria-[current]:font-semibold aria-[current]:text-ink"
              >
                {link.label}
              </PlainLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
