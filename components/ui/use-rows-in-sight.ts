import { type RefObject, useLayoutEffect, useState } from 'react';

type Rows = { readonly from: number; readonly to: number };

/** Rows drawn beyond either edge, so that Tab and a turn of the wheel find them there. */
const BEYOND = 8;
/** What the server draws, which knows of no window. */
const FIRST: Rows = { from: 0, to: 24 };

/**
 * Which rows of a long list are in or near its window, so that only they are drawn. `box` scrolls and holds one element
 * as high as the whole list; all rows are of one height, whatever the type size.
 */
export function useRowsInSight(box: RefObject<HTMLElement | null>, count: number): Rows {
  const [rows, setRows] = useState(FIRST);
  useLayoutEffect(() => {
    const view = box.current;
    const whole = view?.firstElementChild;
    if (!view || !whole || count === 0) return;
    const look = () => {
      const height = whole.clientHeight / count;
      const from = Math.max(0, Math.floor(view.scrollTop / height) - BEYOND);
      const to = Math.min(count, Math.ceil((view.scrollTop + view.clientHeight) / height) + BEYOND);
      setRows((old) => (old.from === from && old.to === to ? old : { from, to }));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(view);
    view.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      view.removeEventListener('scroll', look);
    };
  }, [box, count]);
  return rows;
}
