'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { cx } from '../ui/cx.ts';
import { FilterBox } from '../ui/FilterBox.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { WindowKeys } from '../ui/KeyWait.tsx';
import { itemClass } from '../ui/options.tsx';
import { StateGlyph } from '../ui/StateGlyph.tsx';
import { stateColour } from '../ui/states.ts';
import { type CommandId, commandOf } from './commands.ts';
import { whenSettled } from './key-listener.ts';
import { showChord } from './keys.ts';
import { type PaletteThings, type PartId, partsFor } from './palette-parts.ts';
import { type PaletteEntry, paletteEntries, runCommand } from './registry.ts';
import type { ShellLink } from './shell-types.ts';
import { useApple, useLiveCommands } from './use-commands.ts';
import { useFoundArticles } from './use-found-articles.ts';
import { useShellFrame } from './use-shell-frame.ts';

interface PaletteProps {
  readonly isOpen: boolean;
  /** Leaves all else out, for going to another article. */
  readonly articlesOnly: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

// A box that scrolls must take the focus, or the keyboard cannot scroll it in every browser.
const scrollBox = { tabIndex: 0 };

/** All that can be done and gone to from here, found by typing. */
export function Palette({ isOpen, articlesOnly, onOpenChange }: PaletteProps) {
  const t = useTranslations('shell');
  const close = () => onOpenChange(false);
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className="screen-only fixed inset-0 z-40 grid grid-cols-[minmax(0,1fr)] items-start justify-items-center bg-veil p-3 transition-opacity duration-150 data-entering:opacity-0 data-exiting:transition-none phone:pt-[14dvh]"
    >
      <Modal className="w-full max-w-xl rounded-xl border border-rule bg-sheet text-ink shadow-float">
        <AriaDialog aria-label={t(articlesOnly ? 'paletteArticles' : 'palette')} className="outline-none">
          <WindowKeys />
          <Finder articlesOnly={articlesOnly} close={close} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

const titles = {
  claims: 'paletteClaims',
  commands: 'paletteCommands',
  pages: 'pages',
  articles: 'articles',
} as const satisfies Record<PartId, string>;

function Finder({ articlesOnly, close }: { articlesOnly: boolean; close: () => void }) {
  const t = useTranslations('shell');
  const [query, setQuery] = useState('');
  const { things, isAsking } = useThings(query, articlesOnly);
  const { parts, isTyped } = useMemo(() => partsFor(query, things), [query, things]);
  // The palette closes first, so that the focus is back on the page before the command moves it.
  const run = (deed: () => void) => {
    close();
    setTimeout(() => whenSettled(deed));
  };
  const label = articlesOnly ? 'paletteArticles' : things.claims.length > 0 ? 'paletteSearchHere' : 'paletteSearch';
  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <FilterBox large label={t(label)} className="px-4" />
      {isTyped ? null : <p className="px-4 pt-2.5 text-xs text-soft">{t('paletteNearly')}</p>}
      <section aria-label={t('palette')} {...scrollBox} className="max-h-[50dvh] overflow-y-auto">
        <Menu
          aria-label={t('palette')}
          className="p-1.5 outline-none"
          renderEmptyState={() => (
            <p className="px-3 py-6 text-center text-sm text-soft">{t(isAsking ? 'paletteAsking' : 'paletteEmpty')}</p>
          )}
        >
          {parts.map(({ id, entries }) => (
            <MenuSection key={id} id={id}>
              <Header className="px-2.5 pt-2 pb-0.5 text-xs font-medium text-soft">{t(titles[id])}</Header>
              {entries.map((entry) => (
                <MenuItem
                  key={entry.id}
                  id={entry.id}
                  textValue={entry.label}
                  className={itemClass}
                  onAction={() => run(entry.run)}
                >
                  <Entry entry={entry} part={id} />
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </section>
    </Autocomplete>
  );
}

function Entry({ entry, part }: { entry: PaletteEntry; part: PartId }) {
  const { label, hint, mark } = entry;
  return (
    <>
      {mark === undefined ? null : (
        <span className={cx('shrink-0 text-(--state)', stateColour(mark))}>
          <StateGlyph state={mark} />
        </span>
      )}
      <span className={cx('min-w-0 flex-1', part === 'claims' ? 'line-clamp-2 font-serif text-base' : 'line-clamp-2')}>
        {label}
      </span>
      {hint === undefined ? null : part === 'commands' ? (
        <Kbd className="text-soft">{hint}</Kbd>
      ) : (
        <span className="figures shrink-0 text-xs text-soft">{hint}</span>
      )}
    </>
  );
}

const opensItself: readonly CommandId[] = ['palette', 'form.submit'];
const NONE: readonly PaletteEntry[] = [];

/** All that can be found now, of which the articles are what the server answers to the query. */
function useThings(
  query: string,
  articlesOnly: boolean,
): { readonly things: PaletteThings; readonly isAsking: boolean } {
  const t = useTranslations('commands');
  const shell = useTranslations('shell');
  const apple = useApple();
  const router = useRouter();
  const live = useLiveCommands();
  const links = usePages();
  const { articles, isAsking } = useFoundArticles(query);
  // Once: what is found must not change under the hand that is about to choose it.
  const [claims] = useState(() => (articlesOnly ? NONE : paletteEntries()));
  const commands = useMemo(
    () =>
      live
        .filter((id) => !opensItself.includes(id))
        .map((id) => ({
          id,
          label: t(id),
          hint: showChord(commandOf(id).keys[0] ?? '', apple),
          run: () => void runCommand(id),
        })),
    [live, t, apple],
  );
  const pages = useMemo(
    () => links.map(({ href, label }) => ({ id: href, label, run: () => router.push(href) })),
    [links, router],
  );
  const named = useMemo(
    () =>
      articles.map(({ id, headline, outlet, archived }) => ({
        id: `article ${id}`,
        label: headline,
        words: outlet ?? '',
        hint: [outlet, archived ? shell('paletteArchived') : null].filter(Boolean).join(' · ') || undefined,
        run: () => router.push(`/articles/${id}`),
      })),
    [articles, shell, router],
  );
  const things = useMemo(
    () =>
      articlesOnly
        ? { claims: NONE, commands: NONE, pages: NONE, articles: named }
        : { claims, commands, pages, articles: named },
    [articlesOnly, claims, commands, pages, named],
  );
  return { things, isAsking };
}

const ARTICLE = /^\/articles\/(?!new\b)[^/]+/;

/** The pages one gets to from here: those of the article one is in, then the desk's rooms. */
function usePages(): readonly ShellLink[] {
  const t = useTranslations('shell');
  const frame = useShellFrame();
  const [article] = ARTICLE.exec(usePathname()) ?? [];
  return useMemo(() => {
    const ofArticle = article
      ? [
          { href: article, label: t('articleText') },
          { href: `${article}/report`, label: t('articleReports') },
          { href: `${article}/revisions`, label: t('articleRevisions') },
          { href: `${article}/history`, label: t('articleHistory') },
        ]
      : [];
    return [...ofArticle, ...(frame?.nav ?? []), ...(frame?.elsewhere ?? []), ...(frame?.menu ?? [])];
  }, [article, frame, t]);
}
