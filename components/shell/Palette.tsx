'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useFilter } from 'react-aria/useFilter';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { FilterBox } from '../ui/FilterBox.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { WindowKeys } from '../ui/KeyWait.tsx';
import { itemClass } from '../ui/options.tsx';
import { type CommandId, commandOf } from './commands.ts';
import { whenSettled } from './key-listener.ts';
import { showChord } from './keys.ts';
import { runCommand } from './registry.ts';
import type { ShellLink } from './shell-types.ts';
import { useApple, useEntries, useLiveCommands } from './use-commands.ts';
import { useShellFrame } from './use-shell-frame.ts';

interface PaletteProps {
  readonly isOpen: boolean;
  /** Leaves the commands out, for going to another article. */
  readonly articlesOnly: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

// A box that scrolls must take the focus, or the keyboard cannot scroll it in every browser.
const scrollBox = { tabIndex: 0 };

/** All that can be done now, found by typing. */
export function Palette({ isOpen, articlesOnly, onOpenChange }: PaletteProps) {
  const t = useTranslations('shell');
  const { contains } = useFilter({ sensitivity: 'base' });
  const close = () => onOpenChange(false);
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className="screen-only fixed inset-0 z-40 grid items-start justify-items-center bg-veil p-3 transition-opacity duration-150 data-entering:opacity-0 data-exiting:transition-none phone:pt-[14dvh]"
    >
      <Modal className="w-full max-w-xl rounded-xl border border-rule bg-sheet text-ink shadow-float">
        <AriaDialog aria-label={t('palette')} className="outline-none">
          <WindowKeys />
          <Autocomplete filter={contains}>
            <FilterBox large label={articlesOnly ? t('paletteArticles') : t('paletteSearch')} className="px-4" />
            <PaletteList articlesOnly={articlesOnly} close={close} />
          </Autocomplete>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

const opensItself: readonly CommandId[] = ['palette', 'form.submit'];

function PaletteList({ articlesOnly, close }: { articlesOnly: boolean; close: () => void }) {
  const t = useTranslations('commands');
  const shell = useTranslations('shell');
  const apple = useApple();
  const live = useLiveCommands().filter((id) => !articlesOnly && !opensItself.includes(id));
  const entries = useEntries();
  const pages = usePages();
  const router = useRouter();
  // The palette closes first, so that the focus is back on the page before the command moves it.
  const run = (deed: () => void) => {
    close();
    setTimeout(() => whenSettled(deed));
  };
  return (
    <section aria-label={shell('palette')} {...scrollBox} className="max-h-[50dvh] overflow-y-auto">
      <Menu
        aria-label={shell('palette')}
        className="p-1.5 outline-none"
        renderEmptyState={() => <p className="px-3 py-6 text-center text-sm text-soft">{shell('paletteEmpty')}</p>}
      >
        {live.length === 0 ? null : (
          <MenuSection aria-label={shell('palette')}>
            {live.map((id) => (
              <MenuItem
                key={id}
                id={id}
                textValue={t(id)}
                className={itemClass}
                onAction={() => run(() => runCommand(id))}
              >
                <span className="flex-1">{t(id)}</span>
                <Kbd className="text-soft">{showChord(commandOf(id).keys[0] ?? '', apple)}</Kbd>
              </MenuItem>
            ))}
          </MenuSection>
        )}
        {articlesOnly ? null : (
          <MenuSection>
            <Header className="px-2.5 pt-2 pb-0.5 text-xs font-medium text-soft">{shell('pages')}</Header>
            {pages.map(({ href, label }) => (
              <MenuItem
                key={href}
                id={href}
                textValue={label}
                className={itemClass}
                onAction={() => run(() => router.push(href))}
              >
                <span className="flex-1 truncate">{label}</span>
              </MenuItem>
            ))}
          </MenuSection>
        )}
        {entries.length === 0 ? null : (
          <MenuSection>
            <Header className="px-2.5 pt-2 pb-0.5 text-xs font-medium text-soft">{shell('articles')}</Header>
            {entries.map((entry) => (
              <MenuItem
                key={entry.id}
                id={entry.id}
                textValue={entry.label}
                className={itemClass}
                onAction={() => run(entry.run)}
              >
                <span className="flex-1 truncate">{entry.label}</span>
                {entry.hint === undefined ? null : <span className="text-xs text-soft">{entry.hint}</span>}
              </MenuItem>
            ))}
          </MenuSection>
        )}
      </Menu>
    </section>
  );
}

const ARTICLE = /^\/articles\/(?!new\b)[^/]+/;

/** The pages one gets to from here: those of the article one is in, then the desk's rooms. */
function usePages(): readonly ShellLink[] {
  const t = useTranslations('shell');
  const frame = useShellFrame();
  const [article] = ARTICLE.exec(usePathname()) ?? [];
  const ofArticle = article
    ? [
        { href: article, label: t('articleText') },
        { href: `${article}/report`, label: t('articleReports') },
        { href: `${article}/revisions`, label: t('articleRevisions') },
        { href: `${article}/history`, label: t('articleHistory') },
      ]
    : [];
  return [...ofArticle, ...(frame?.nav ?? []), ...(frame?.elsewhere ?? []), ...(frame?.menu ?? [])];
}
