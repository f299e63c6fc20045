'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useMemo } from 'react';
import type { OpenSource } from '#components/galley/store.ts';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { readDetail } from '#components/galley/use-detail.ts';
import { useFocusGoal } from '#components/galley/use-focus-goal.ts';
import { CommandButton } from '#components/shell/CommandButton.tsx';
import { useCommands } from '#components/shell/use-commands.ts';
import { useFoundSources } from '#components/sources/use-found.ts';
import { Button } from '#components/ui/Button.tsx';
import { cx } from '#components/ui/cx.ts';
import { CaptureLine } from './CaptureLine.tsx';
import { CaptureState } from './CaptureState.tsx';
import { closeReader, openReader } from './open.ts';
import { ReaderDocument } from './ReaderDocument.tsx';
import { useSource } from './use-source.ts';

export type ReaderProps = {
  readonly open: OpenSource;
  readonly isWide: boolean;
  readonly galley: RefObject<HTMLElement | null>;
};

/** A source beside the galley: what was captured of it, to take words from. */
export function Reader({ open, isWide, galley }: ReaderProps) {
  const t = useTranslations('reader');
  const store = useStore();
  const source = useSource(open.sourceId, open.captureId, open.jobId);
  const { read, failure, reload } = source;
  const close = () => {
    closeReader(store);
    galley.current?.focus({ preventScroll: true });
  };
  useLeaveForPanel(isWide);
  useOpened(read?.source.id ?? null);
  const opened = read?.opened ?? null;
  const text = opened?.text ?? null;
  return (
    <section aria-label={t('title')} className={cx('reader', !isWide && 'reader-over')}>
      <SourceTabs open={open} title={read?.source.title ?? ''} onClose={close} />
      {failure ? (
        <Lost
          words={t(failure === 'gone' ? 'gone' : 'failed')}
          onRetry={failure === 'gone' ? null : reload}
          onClose={close}
        />
      ) : read === null ? (
        <Waiting onClose={close} />
      ) : (
        <>
          <CaptureLine source={read.source} opened={opened} onChanged={reload} />
          {read.isOlder ? (
            <p className="flex flex-wrap items-baseline gap-x-3 bg-wash px-6 py-1.5 text-xs">
              {t('older')}
              <Button size="small" variant="link" onPress={() => openReader(store, { sourceId: open.sourceId })}>
                {t('toNewest')}
              </Button>
            </p>
          ) : null}
          <CaptureState source={source} isEmpty={text === null} />
          {opened && text ? (
            <ReaderDocument
              key={`${opened.capture.id} ${opened.capture.reading?.number}`}
              opened={opened}
              text={text}
              at={open.at}
              isWide={isWide}
              onClose={close}
            />
          ) : (
            <Waiting onClose={close} />
          )}
        </>
      )}
    </section>
  );
}

/** Nothing to choose from yet: the keys close it, and the focus waits at its edge. */
function Waiting({ onClose }: { onClose: () => void }) {
  const store = useStore();
  useCommands({ 'reader.close': onClose });
  useFocusGoal('reader', () => {
    // What is asked for comes with the text; keys go on meaning what they mean until then.
    store.set({ focus: null });
    return true;
  });
  return null;
}

type LostProps = { readonly words: string; readonly onRetry: (() => void) | null; readonly onClose: () => void };

function Lost({ words, onRetry, onClose }: LostProps) {
  const t = useTranslations('common');
  return (
    <>
      <Waiting onClose={onClose} />
      <p role="alert" className="flex flex-wrap items-center gap-3 px-6 py-5 text-sm text-soft">
        {words}
        {onRetry ? (
          <Button size="small" onPress={onRetry}>
            {t('tryAgain')}
          </Button>
        ) : null}
      </p>
    </>
  );
}

/** Once a source is open, the claim in hand learns that its reader has opened it. */
function useOpened(sourceId: string | null): void {
  const store = useStore();
  useEffect(() => {
    const { selectedId, details } = store.get();
    const evidence = (selectedId !== null && details.get(selectedId)?.evidence) || [];
    if (selectedId !== null && evidence.some(({ source, opened }) => source.id === sourceId && !opened))
      void readDetail(store, selectedId);
  }, [sourceId, store]);
}

/** Where the sheet covers what the focus is asked to go to, it makes way. */
function useLeaveForPanel(isWide: boolean): void {
  const store = useStore();
  const isElsewhere = useWorkbench((state) => state.focus !== null && state.focus !== 'reader');
  useEffect(() => {
    if (!isWide && isElsewhere) closeReader(store);
  }, [isWide, isElsewhere, store]);
}

/** The sources of the article, the one used last first, and the one that is open. */
function SourceTabs({ open, title, onClose }: { open: OpenSource; title: string; onClose: () => void }) {
  const t = useTranslations('reader');
  const store = useStore();
  const articleId = useWorkbench((state) => state.bench.article.id);
  const mayAdd = useWorkbench(
    (state) => state.bench.reader.may.includes('evidence.edit') && !state.bench.article.archived,
  );
  const savedAt = useWorkbench((state) => state.savedAt);
  const found = useFoundSources('', articleId, savedAt);
  const tabs = useMemo(() => {
    const cited = found.filter(({ isOfArticle }) => isOfArticle).map(({ id, title: name }) => ({ id, title: name }));
    return cited.some(({ id }) => id === open.sourceId) ? cited : [{ id: open.sourceId, title }, ...cited];
  }, [found, open.sourceId, title]);
  const at = tabs.findIndex(({ id }) => id === open.sourceId);
  const go = (step: 1 | -1) => () => {
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (next) openReader(store, { sourceId: next.id });
  };
  useCommands({
    'reader.next': tabs.length > 1 ? go(1) : undefined,
    'reader.previous': tabs.length > 1 ? go(-1) : undefined,
  });
  return (
    <div className="reader-tabs">
      <nav aria-label={t('sources')} className="flex min-w-0 flex-1 gap-0.5 overflow-x-auto">
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            aria-current={tab.id === open.sourceId ? 'true' : undefined}
            className="reader-tab"
            onClick={() => openReader(store, { sourceId: tab.id })}
          >
            {tab.title || t('loading')}
          </button>
        ))}
      </nav>
      {mayAdd ? (
        <CommandButton command="evidence.add" size="small" variant="quiet">
          {t('add')}
        </CommandButton>
      ) : null}
      <Button variant="quiet" size="icon" aria-label={t('close')} onPress={onClose}>
        <X aria-hidden="true" className="size-4" />
      </Button>
    </div>
  );
}
