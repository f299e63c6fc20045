'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { ClaimColumn } from '#components/claim/ClaimColumn.tsx';
import { commandOf, isWriting } from '#components/shell/commands.ts';
import { KeyBar } from '#components/shell/KeyBar.tsx';
import { useReadingOnly } from '#components/shell/use-commands.ts';
import { Dock } from '#components/ui/Dock.tsx';
import { Opening } from '#components/ui/KeyWait.tsx';
import { useReadWatch } from '#components/verdict/use-read-watch.ts';
import type { ClaimDetailDTO, WorkbenchDTO } from '#lib/workbench/types.ts';
import { Galley } from './Galley.tsx';
import { NewerNote } from './NewerNote.tsx';
import { Rail } from './Rail.tsx';
import { SavedNote, UndoNote } from './SavedNote.tsx';
import { createStore, openWorkbench, type Store, type WorkbenchState } from './store.ts';
import { StoreProvider, useStore, useWorkbench } from './store-context.tsx';
import { useHere } from './use-here.ts';
import { useKeepPlace } from './use-keep-place.ts';
import { takeNews, useLiveBench } from './use-live-bench.ts';
import { useManyCommands } from './use-many-commands.ts';
import { usePaletteClaims } from './use-palette-claims.ts';
import { isSettling, selectClaim } from './use-select.ts';
import { useWorkbenchCommands } from './use-workbench-commands.ts';
import { WorkbenchHeader } from './WorkbenchHeader.tsx';

export type WorkbenchProps = {
  readonly bench: WorkbenchDTO;
  readonly detail: ClaimDetailDTO | null;
  readonly selectedId: string | null;
  /** The source that is open beside the galley, out of the address. */
  readonly sourceId?: string | null;
  /** Where the page stands among all that moves; without it the workbench stays as it was read. */
  readonly mark?: string;
  /** A line above it: what is asked of the article. */
  readonly notice?: ReactNode;
};

/** Where reviewers spend their day: the galley, and the claim in hand beside it. */
export function Workbench({ bench, detail, selectedId, sourceId = null, mark, notice }: WorkbenchProps) {
  // A new revision or a re-read article is another workbench; the page gives this component a new key then.
  const [store] = useState(() => createStore(openWorkbench(bench, detail, selectedId, sourceId)));
  const opened = useRef(bench);
  // The page was read again: by a link to another claim, or after a change. What was read may be older than what is shown.
  useEffect(() => {
    if (opened.current === bench) return;
    opened.current = bench;
    if (!isSettling()) followAddress(store);
    if (mark !== undefined) void takeNews(store);
  }, [bench, mark, store]);
  return (
    <StoreProvider value={store}>
      <Bench notice={notice} />
      {mark === undefined ? null : <Live mark={mark} />}
    </StoreProvider>
  );
}

/** Keeps the workbench as the server has it; by itself, so that it draws nothing. */
function Live({ mark }: { mark: string }) {
  useLiveBench(mark);
  useHere();
  return null;
}

/** Takes in hand what the address names. */
function followAddress(store: Store): void {
  const asked = new URLSearchParams(window.location.search);
  const number = Number(asked.get('claim'));
  const sourceId = asked.get('source');
  if (sourceId !== (store.get().reader?.sourceId ?? null))
    store.set({ reader: sourceId === null ? null : { sourceId, captureId: null, at: null, jobId: null } });
  const claim = [...store.get().claims.values()].find((item) => item.number === number);
  selectClaim(store, claim?.id ?? null, 'none');
}

const loadReader = () => import('../reader/Reader.tsx');
// Neither is part of the first load: the box is fetched once the page rests.
const Reader = dynamic(() => loadReader().then((module) => module.Reader), { ssr: false });
const loadBox = () => import('../reader/SourceBox.tsx');
const SourceBox = dynamic(() => loadBox().then((module) => module.SourceBox), { ssr: false, loading: Opening });
/** When the page has settled. */
const FETCH_AFTER_MS = 1500;

const readerKeys = [
  { commands: ['evidence.add'], label: 'keyAdd' },
  { commands: ['reader.previous', 'reader.next'], label: 'keyOther' },
  { commands: ['reader.find'], label: 'keyFind' },
  { commands: ['passage.supports', 'passage.refutes', 'passage.context'], label: 'keyAttach' },
  { commands: ['reader.close'], label: 'keyClose' },
] as const;

const keys = [
  { commands: ['claim.next', 'claim.previous'], label: 'keyNext' },
  { commands: ['sentence.nextUnread'], label: 'keyUnread' },
  { commands: ['evidence.add'], label: 'keyEvidence' },
  { commands: ['verdict.write'], label: 'keyVerdict' },
  { commands: ['claim.exclude'], label: 'keyExclude' },
  { commands: ['comment.write'], label: 'keyComment' },
  { commands: ['palette'], label: 'keyAll' },
] as const;

/** With a sentence in hand that no claim is chosen in. */
const sentenceKeys = [
  { commands: ['sentence.previous', 'sentence.next'], label: 'keySentence' },
  { commands: ['sentence.nextPlain'], label: 'keyUnread' },
  {
    commands: ['plain.nothing', 'plain.opinion', 'plain.question', 'plain.link', 'plain.boilerplate'],
    label: 'keyPlain',
  },
  { commands: ['hand.more'], label: 'keyMore' },
  { commands: ['claim.add'], label: 'keyAdd' },
  { commands: ['palette'], label: 'keyAll' },
] as const;

/** An earlier text, an archived article, or a reader who may change nothing. */
const isOnlyRead = ({ bench }: WorkbenchState) => bench.article.archived || !bench.reader.may.includes('claim.edit');

function Bench({ notice }: { readonly notice: ReactNode }) {
  const t = useTranslations('galley');
  const store = useStore();
  const galley = useRef<HTMLElement>(null);
  const [isTall, setTall] = useState(false);
  const isWide = useIsWide();

  useEffect(() => {
    const back = () => followAddress(store);
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, [store]);

  const isRead = useWorkbench(isOnlyRead);
  useReadingOnly(isRead);
  const words = useTranslations('reader');
  const reader = useWorkbench((state) => state.reader);
  const isReading = reader !== null;
  const isOnSentence = useWorkbench((state) => state.sentence !== null && state.selectedId === null);
  const items = useMemo(() => {
    const all = isReading
      ? [...readerKeys.map(({ commands, label }) => ({ commands, label: words(label) })), ...verdictKey(t)]
      : (isOnSentence ? sentenceKeys : keys).map(({ commands, label }) => ({ commands, label: t(label) }));
    return all.filter(({ commands }) => !isRead || !commands.some((id) => isWriting(commandOf(id))));
  }, [t, words, isRead, isReading, isOnSentence]);
  useEffect(() => {
    const timer = window.setTimeout(
      () => Promise.all([loadReader(), loadBox()]).catch(() => undefined),
      FETCH_AFTER_MS,
    );
    return () => window.clearTimeout(timer);
  }, []);
  const isBoxOpen = useWorkbench((state) => state.form === 'source');
  return (
    <div className={reader ? 'workbench workbench-reading' : 'workbench'}>
      <Keys galley={galley} />
      <WorkbenchHeader />
      <NewerNote />
      {notice}
      <main id="main" tabIndex={-1} className="workbench-main">
        <Galley galley={galley} />
        <Rail galley={galley} />
        {reader ? <Reader key={reader.sourceId} open={reader} isWide={isWide} galley={galley} /> : null}
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
      {isBoxOpen ? <SourceBox onClose={() => store.set({ form: null })} /> : null}
      <KeyBar items={items}>
        <UndoNote />
        <SavedNote />
      </KeyBar>
    </div>
  );
}

const verdictKey = (t: ReturnType<typeof useTranslations<'galley'>>) => [
  { commands: ['verdict.write'] as const, label: t('keyVerdict') },
];

/** What hears the keys and keeps the place knows of every step; by itself, so that no step draws the whole workbench anew. */
function Keys({ galley }: { galley: RefObject<HTMLElement | null> }) {
  useWorkbenchCommands(galley);
  useManyCommands();
  useReadWatch();
  useKeepPlace(galley);
  usePaletteClaims();
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
