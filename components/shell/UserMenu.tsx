'use client';

import { ChevronDown } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { initials } from '../ui/initials.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { MenuPart } from '../ui/MenuList.tsx';
import type { ShellActor, ShellLink } from './shell-types.ts';
import { parseTheme } from './theme.ts';
import { runCommand, useKeyHint } from './use-commands.ts';
import { setTheme, useTheme } from './use-theme.ts';

export interface UserMenuProps {
  readonly actor: ShellActor;
  /** Where else the menu leads: the account, people, settings. */
  readonly links: readonly ShellLink[];
  readonly signOut: () => void;
}

/** Who is signed in, the theme, and the way out. */
export function UserMenu({ actor, links, signOut }: UserMenuProps) {
  const t = useTranslations('shell');
  const router = useRouter();
  const theme = useTheme();
  const help = useKeyHint('help');
  const parts: readonly MenuPart[] = [
    {
      id: 'links',
      title: `${actor.name} · ${t('role', { role: actor.role })}`,
      deeds: links.map((link) => ({ id: link.href, label: link.label, run: () => router.push(link.href) })),
    },
    {
      id: 'theme',
      title: t('theme'),
      choice: {
        value: theme,
        options: [
          { id: 'system', label: t('themeSystem') },
          { id: 'light', label: t('themeLight') },
          { id: 'dark', label: t('themeDark') },
        ],
        onChange: (id) => setTheme(parseTheme(id)),
      },
    },
    {
      id: 'stet',
      deeds: [
        { id: 'help', label: t('help'), hint: help.hint, run: () => runCommand('help') },
        { id: 'sign-out', label: t('signOut'), run: signOut },
      ],
    },
  ];
  return (
    <MenuButton variant="quiet" menuLabel={t('menu')} parts={parts} className="-me-2 shrink-0 px-2!">
      {/* Drawn, not written: the initials are no part of the button's name. */}
      <span
        data-initials={initials(actor.name)}
        className="grid size-6.5 place-items-center rounded-full bg-wash text-2xs font-semibold text-ink before:content-[attr(data-initials)]"
      />
      <span className="sr-only max-w-36 truncate wide:not-sr-only wide:max-w-36">{actor.name}</span>
      <span className="sr-only">: {t('menu')}</span>
      <ChevronDown aria-hidden="true" className="size-3.5 max-phone:hidden" />
    </MenuButton>
  );
}
