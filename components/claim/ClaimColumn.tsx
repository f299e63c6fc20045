'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type ReactNode, type RefObject, useDeferredValue, useEffect, useLayoutEffect, useRef } from 'react';
import { RescopeBar } from '../galley/RescopeBar.tsx';
import { useWorkbench } from '../galley/store-context.tsx';
import { ClaimList } from './ClaimList.tsx';
import { ClaimPanel } from './ClaimPanel.tsx';
import { fetchDialogs } from './dialogs.ts';
import { SentencePanel } from './SentencePanel.tsx';

const loadDialogs = () => import('./ClaimDialogs.tsx');
const ClaimDialogs = dynamic(() => loadDialogs().then((module) => module.ClaimDialogs), { ssr: false });

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
  const hadFocus = useRef(false);
  const hasForm = useWorkbench((state) => state.form !== null);
  useFocus(column, hadFocus, `${selectedId} ${sentence}`);
  useEffect(() => {
    const fetchAll = () => Promise.all([loadDialogs(), fetchDialogs()]).catch(() => undefined);
    const timer = window.setTimeout(fetchAll, FETCH_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <div ref={column} className="flex min-h-0 flex-1 flex-col">
      <RescopeBar />
      {selectedId ? (
        <Pane key={selectedId} hadFocus={hadFocus} className="overflow-y-auto pt-2 pb-6 desk:px-6 desk:pt-5">
          <ClaimPanel id={selectedId} />
        </Pane>
      ) : (
        <Pane key={`sentence ${sentence}`} hadFocus={hadFocus} className="flex flex-col">
          {sentence === null ? (
            <h2 tabIndex={-1} className="sr-only">
              {t('list')}
            </h2>
          ) : (
            <SentencePanel index={sentence} />
          )}
          <ClaimList />
        </Pane>
      )}
      {hasForm ? <ClaimDialogs /> : null}
    </div>
  );
}

type PaneProps = {
  readonly hadFocus: RefObject<boolean>;
  readonly className: string;
  readonly children: ReactNode;
};

/** What the column shows now. On its way out it says whether it takes the focus with it. */
function Pane({ hadFocus, className, children }: PaneProps) {
  const pane = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const own = pane.current;
    return () => {
      hadFocus.current ||= own?.contains(document.activeElement) ?? false;
    };
  }, [hadFocus]);
  return (
    // Words for screen readers alone stand outside the flow, and would make the page longer from within what scrolls.
    <div ref={pane} className={`relative min-h-0 flex-1 ${className}`}>
      {children}
    </div>
  );
}

/**
 * Keeps the focus from getting lost: where the pane that held it made room for another, or a form closed and what had
 * opened it is gone, it goes to the heading of what is there now.
 */
function useFocus(column: RefObject<HTMLElement | null>, hadFocus: RefObject<boolean>, shown: string): void {
  const focus = useWorkbench((state) => state.focus);
  const isOpen = useWorkbench((state) => state.form !== null);
  const wasOpen = useRef(false);
  const seen = useRef(shown);

  useLayoutEffect(() => {
    if (seen.current === shown) return;
    seen.current = shown;
    if (hadFocus.current && isNowhere()) toHeading(column);
    hadFocus.current = false;
  }, [shown, column, hadFocus]);

  useEffect(() => {
    const closed = wasOpen.current && !isOpen;
    wasOpen.current = isOpen;
    if (!closed) return;
    // After the dialog has tried to hand the focus back itself.
    const timer = window.setTimeout(() => {
      if (isNowhere()) toHeading(column);
    }, 50);
    return () => window.clearTimeout(timer);
  }, [isOpen, column]);

  useEffect(() => {
    if (focus?.on === 'claim') toHeading(column);
  }, [focus, column]);
}

const isNowhere = () => document.activeElement === null || document.activeElement === document.body;
const toHeading = (column: RefObject<HTMLElement | null>) =>
  column.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
