'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { placeAtPoint, selectedPlace } from '#components/galley/text-selection.ts';
import type { Stretch } from './document.ts';
import { type Shown, unitAt, wholeWords } from './stretch.ts';

/**
 * Hears what is chosen in a text by pointing: words that are dragged over or double clicked, and with one click the sentence or row under it.
 * The browser's own selection stays, so that words can still be copied. `pick` hears first where a click is, and says whether it has taken it.
 */
export function useChoice(
  pane: RefObject<HTMLElement | null>,
  shown: Shown,
  take: (stretch: Stretch) => void,
  pick: (at: number) => boolean = () => false,
): void {
  const latest = useRef({ shown, take, pick });
  useEffect(() => {
    latest.current = { shown, take, pick };
  });
  useEffect(() => {
    const root = pane.current;
    if (!root) return;
    let isDown = false;
    const read = () => {
      const place = selectedPlace(root);
      if (place) latest.current.take(wholeWords(latest.current.shown, place));
      return place !== null;
    };
    const down = () => {
      isDown = true;
    };
    const up = () => {
      isDown = false;
    };
    const click = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest('button,a,[data-bar]')) return;
      const at = placeAtPoint(event.clientX, event.clientY) ?? rowStart(event.target);
      if (latest.current.pick(at ?? -1) || read() || event.detail > 1) return;
      const unit = at === null ? null : unitAt(latest.current.shown, at);
      if (unit) latest.current.take(unit);
    };
    // By the handles of a touch screen and by the keys of who browses with a caret there is no click.
    const changed = () => {
      if (!isDown && !document.getSelection()?.isCollapsed) read();
    };
    root.addEventListener('pointerdown', down);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', up);
    root.addEventListener('click', click);
    document.addEventListener('selectionchange', changed);
    return () => {
      root.removeEventListener('pointerdown', down);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', up);
      root.removeEventListener('click', click);
      document.removeEventListener('selectionchange', changed);
    };
  }, [pane]);
}

/** Beside the words of a row's cells it is the row that is meant. */
function rowStart(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return row ? Number(row.dataset.row) : null;
}
