'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type ReactNode, type RefObject, useDeferredValue, useEffect, useRef } from 'react';
import { ArticleTalk } from '../comments/ArticleTalk.tsx';
import { NamedList } from '../evidence/NamedSources.tsx';
import { isColumnDialog } from '../galley/forms.ts';
import { RescopeBar } from '../galley/RescopeBar.tsx';
import { useWorkbench } from '../galley/store-context.tsx';
import { useFocusGoal } from '../galley/use-focus-goal.ts';
import { KeepFocus } from '../ui/KeepFocus.tsx';
import { Opening } from '../ui/KeyWait.tsx';
import { RoundBar } from '../verdict/RoundBar.tsx';
import { ClaimList } from './ClaimList.tsx';
import { ClaimPanel } from './ClaimPanel.tsx';
import { fetchDialogs } from './dialogs.ts';
import { ManyBar } from './ManyBar.tsx';
import { SentencePanel } from './SentencePanel.tsx';

const loadDialogs = () => import('./ClaimDialogs.tsx');
const ClaimDialogs = dynamic(() => loadDialogs().then((module) => module.ClaimDialogs), {
  ssr: false,
  loading: Opening,
});

/** When the page has settled. */
const FETCH_AFTER_MS = 1500;

/**
 * The column beside the galley: the claim in hand, the unread sentence in hand, or all claims. The galley follows a key at
 * once, and the column when it is drawn: until then it shows, whole, what it showed.
 */
export function ClaimColumn() {
  const t = useTranslations('claim');
  const selectedId = useDeferredValue(useWorkbench((state) => state.selectedId));
  const sentence = useDeferredValue(useWorkbench((state) => (state.selectedId === null ? state.sentence : null)));
  const column = useRef<HTMLDivElement>(null);
  const hasDialog = useWorkbench((state) => isColumnDialog(state.form));
  useGoToHeading(column, selectedId);
  useEffect(() => {
    const fetchAll = () => Promise.all([loadDialogs(), fetchDialogs()]).catch(() => undefined);
    const timer = window.setTimeout(fetchAll, FETCH_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <div ref={column} className="flex min-h-0 flex-1 flex-col">
      <RescopeBar />
      <RoundBar />
      <ManyBar />
      <KeepFocus toLike={false}>
        {selectedId ? (
          // As wide as the dock itself, so that it cuts off no ring and scrolls up and down alone.
          <Pane key={selectedId} className="overflow-y-auto pt-2 pb-6 max-desk:-mx-4 max-desk:px-4 desk:px-6 desk:pt-5">
            <ClaimPanel id={selectedId} />
          </Pane>
        ) : (
          <Pane key={`sentence ${sentence}`} className="flex flex-col">
            {sentence === null ? (
              <h2 tabIndex={-1} className="sr-only">
                {t('list')}
              </h2>
            ) : (
              <SentencePanel index={sentence} />
            )}
            <NamedList />
            <ArticleTalk />
            <ClaimList />
          </Pane>
        )}
        {hasDialog ? <ClaimDialogs /> : null}
      </KeepFocus>
    </div>
  );
}

/** What the column shows now. */
function Pane({ className, children }: { className: string; children: ReactNode }) {
  // Words for screen readers alone stand outside the flow, and would make the page longer from within what scrolls.
  return <div className={`relative min-h-0 flex-1 ${className}`}>{children}</div>;
}

/** Brings the focus to the claim in hand where that is asked for. */
function useGoToHeading(column: RefObject<HTMLElement | null>, drawnId: string | null): void {
  useFocusGoal(
    'claim',
    () => {
      column.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
      return true;
    },
    drawnId ?? '',
  );
}
