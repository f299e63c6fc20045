'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState, useTransition } from 'react';
import { announce } from '../ui/announce.ts';
import { useKeyWait } from '../ui/KeyWait.tsx';
import { submitForm } from './focus.ts';
import { nextTheme, type Theme } from './theme.ts';
import { useFallbackCommands } from './use-commands.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { setTheme, useTheme } from './use-theme.ts';

// Neither is part of the first load. The palette is fetched once the page rests: who opens it types at once.
const loadPalette = () => import('./Palette.tsx');
const Palette = dynamic(() => loadPalette().then((module) => module.Palette), { ssr: false });
const HelpSheet = dynamic(() => import('./HelpSheet.tsx').then((module) => module.HelpSheet), { ssr: false });

const FETCH_AFTER_MS = 1500;

const themeNames = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const satisfies Record<
  Theme,
  string
>;

/** Hears the keys and does what every page can do: the palette, the help sheet, the theme, going to the search, sending a form. */
export function CommandHost() {
  const t = useTranslations('shell');
  const theme = useTheme();
  const [open, setOpen] = useState<'commands' | 'articles' | 'help' | undefined>();
  const router = useRouter();
  // Until the list's search is there, what is typed after the key is meant for it.
  const [isGoing, go] = useTransition();
  useKeyWait(isGoing);
  useKeyWait(open !== undefined, () => setOpen(undefined));
  const [used, setUsed] = useState({ palette: false, help: false });
  useShortcuts();
  useEffect(() => {
    const timer = window.setTimeout(() => loadPalette().catch(() => undefined), FETCH_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, []);
  const show = (what: 'commands' | 'articles' | 'help') => {
    setUsed((before) => ({ ...before, [what === 'help' ? 'help' : 'palette']: true }));
    setOpen(what);
  };
  useFallbackCommands({
    palette: () => show('commands'),
    help: () => show('help'),
    'article.switch': () => show('articles'),
    theme: () => {
      const next = nextTheme(theme);
      setTheme(next);
      announce(t('themeNow', { theme: t(themeNames[next]) }));
    },
    // Where a page has no search of its own, the search key leads to the list's.
    search: () => go(() => router.push('/articles#search')),
    'form.submit': submitForm,
  });
  const onOpenChange = (isOpen: boolean) => {
    if (!isOpen) setOpen(undefined);
  };
  return (
    <>
      {used.palette ? (
        <Palette
          isOpen={open === 'commands' || open === 'articles'}
          articlesOnly={open === 'articles'}
          onOpenChange={onOpenChange}
        />
      ) : null}
      {used.help ? <HelpSheet isOpen={open === 'help'} onOpenChange={onOpenChange} /> : null}
    </>
  );
}
