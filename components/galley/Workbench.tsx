'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { ClaimColumn } from '#components/claim/ClaimColumn.tsx';
import { commandOf, isWriting } from '#components/shell/commands.ts';
import { KeyBar } from '#components/shell/KeyBar.tsx';
import { useReadingOnly } from '#components/shell/use-commands.ts';
import { Dock } from '#components/ui/Dock.tsx';
import type { ClaimDetailDTO, WorkbenchDTO } from '#lib/workbench/types.ts';
import { Galley } from './Galley.tsx';
import { Rail } from './Rail.tsx';
import { SavedNote, UndoNote } from './SavedNote.tsx';
import { createStore, openWorkbench, type WorkbenchState } from './store.ts';
import { StoreProvider, useStore, useWorkbench } from './store-context.tsx';
import { useKeepPlace } from './use-keep-place.ts';
import { selectClaim } from './use-select.ts';
import { useWorkbenchCommands } from './use-workbench-commands.ts';
import { WorkbenchHeader } from './WorkbenchHeader.tsx';

export type WorkbenchProps = {
  readonly bench: WorkbenchDTO;
  readonly detail: ClaimDetailDTO | null;
  readonly selectedId: string | null;
};

/** Where reviewers spend their day: the galley, and the claim in hand beside it. */
export function Workbench({ bench, detail, selectedId }: WorkbenchProps) {
  // A new revision or a re-read article is another workbench; the page gives this component a new key then.
  const store = useMemo(() => createStore(openWorkbench(bench, detail, selectedId)), [bench, detail, selectedId]);
  return (
    <StoreProvider value={store}>
      <Bench />
    </StoreProvider>
  );
}

const keys = [
  { commands: ['claim.next', 'claim.previous'], label: 'keyNext' },
  { commands: ['sentence.nextUnread'], label: 'keyUnread' },
  { commands: ['evidence.add'], label: 'keyEvidence' },
  { commands: ['verdict.write'], label: 'keyVerdict' },
  { commands: ['claim.exclude'], label: 'keyExclude' },
  { commands: ['comment.write'], label: 'keyComment' },
  { commands: ['palette'], label: 'keyAll' },
] as const;

/** An earlier text, an archived article, or a reader who may change nothing. */
const isOnlyRead = ({ bench }: WorkbenchState) => bench.article.archived || !bench.reader.may.includes('claim.edit');

function Bench() {
  const t = useTranslations('galley');
  const store = useStore();
  const galley = useRef<HTMLElement>(null);
  const [isTall, setTall] = useState(false);
  const isWide = useIsWide();

  useEffect(() => {
    const back = () => {
      const number = Number(new URLSearchParams(window.location.search).get('claim'));
      const claim = [...store.get().claims.values()].find((item) => item.number === number);
      selectClaim(store, claim?.id ?? null, 'none');
    };
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, [store]);

  const isRead = useWorkbench(isOnlyRead);
  useReadingOnly(isRead);
  const items = useMemo(
    () =>
      keys
        .filter((key) => !isRead || !key.commands.some((id) => isWriting(commandOf(id))))
        .map((key) => ({ commands: key.commands, label: t(key.label) })),
    [t, isRead],
  );
  return (
    <div className="workbench">
      <Keys galley={galley} />
      <WorkbenchHeader />
      <main id="main" tabIndex={-1} className="workbench-main">
        <Galley galley={galley} />
        <Rail galley={galley} />
        {isWide ? (
          <aside aria-label={t('claimColumn')} className="workbench-column">
            <ClaimColumn />
          </aside>
        ) : (
          <Dock label={t('claimColumn')} isTall={isTall} onTallChange={setTall}>
            <ClaimColumn />
          </Dock>
        )}
      </main>
      <KeyBar items={items}>
        <UndoNote />
        <SavedNote />
      </KeyBar>
    </div>
  );
}

/** What hears the keys and keeps the place knows of every step; by itself, so that no step draws the whole workbench anew. */
function Keys({ galley }: { galley: RefObject<HTMLElement | null> }) {
  useWorkbenchCommands(galley);
  useKeepPlace(galley);
  return null;
}

/** Whether there is room for the column beside the galley. Wide until the browser says otherwise. */
function useIsWide(): boolean {
  const [isWide, setWide] = useState(true);
  useEffect(() => {
    const media = window.matchMedia('(min-width: 64rem)');
    const read = () => setWide(media.matches);
    read();
    media.addEventListener('change', read);
    return () => media.removeEventListener('change', read);
  }, []);
  return isWide;
}
