'use client';

import { useLayoutEffect, useRef, useState } from 'react';
import { runCommand } from '../shell/use-commands.ts';
import { cx } from '../ui/cx.ts';
import type { PlacedClaim } from './segments.ts';
import type { Store } from './store.ts';
import { useStore, useWorkbench } from './store-context.tsx';
import { nearestWord, placeAtPoint } from './text-selection.ts';

type Side = 'start' | 'end';
type Place = { readonly start: number; readonly end: number };
/** Where a handle stands in its paragraph, in pixels from the paragraph's upper left corner. */
type Spot = { readonly left: number; readonly top: number; readonly height: number };

const SIDES: readonly Side[] = ['start', 'end'];

/**
 * Two handles at the ends of the claim in hand: dragged, an end moves from word to word. The keys and the buttons of the
 * re-scope bar do the same, so screen readers are spared these.
 */
export function ScopeHandles({ claim, block }: { claim: PlacedClaim; block: Place }) {
  const store = useStore();
  const root = useRef<HTMLDivElement>(null);
  const [spots, setSpots] = useState<Readonly<Record<Side, Spot>> | null>(null);
  const isDragged = useWorkbench((state) => state.rescope?.by === 'handle');

  useLayoutEffect(() => {
    const holder = root.current?.parentElement;
    if (!holder) return;
    const measure = () => setSpots(spotsOf(holder, claim));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(holder);
    return () => observer.disconnect();
  }, [claim]);

  return (
    <div ref={root} aria-hidden="true" className="screen-only">
      {spots
        ? SIDES.map((side) => (
            <i
              key={side}
              className={cx('galley-handle', `galley-handle-${side}`, isDragged && 'galley-handle-held')}
              style={{ ...spots[side] }}
              onPointerDown={(event) => {
                if (event.button !== 0) return;
                event.preventDefault();
                drag(store, claim, block, side);
              }}
            />
          ))
        : null}
    </div>
  );
}

function spotsOf(holder: HTMLElement, claim: PlacedClaim): Readonly<Record<Side, Spot>> | null {
  const rects = [...holder.querySelectorAll(`[data-claim="${claim.id}"]`)].flatMap((span) => [
    ...span.getClientRects(),
  ]);
  const [first, last] = [rects[0], rects.at(-1)];
  if (!first || !last) return null;
  const zero = holder.getBoundingClientRect();
  const isRightToLeft = getComputedStyle(holder).direction === 'rtl';
  const at = (rect: DOMRect, x: number): Spot => ({
    left: x - zero.left,
    top: rect.top - zero.top,
    height: rect.height,
  });
  return {
    start: at(first, isRightToLeft ? first.right : first.left),
    end: at(last, isRightToLeft ? last.left : last.right),
  };
}

/** Follows the pointer until it is let go; Escape meanwhile leaves the words as they were. */
function drag(store: Store, claim: PlacedClaim, block: Place, side: Side): void {
  store.set({ rescope: { id: claim.id, start: claim.start, end: claim.end, by: 'handle' } });
  const { text } = store.get().bench.revision;
  const move = (event: PointerEvent) => {
    const { rescope } = store.get();
    const point = placeAtPoint(event.clientX, event.clientY);
    if (rescope?.by !== 'handle' || point === null || point < block.start || point > block.end) return;
    const next = { ...rescope, [side]: nearestWord(text, block, point, side) };
    if (next.start < next.end && next[side] !== rescope[side]) store.set({ rescope: next });
  };
  const stop = (event: PointerEvent) => {
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', stop);
    window.removeEventListener('pointercancel', stop);
    if (event.type === 'pointerup') runCommand('rescope.keep');
    else store.set({ rescope: null });
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', stop);
  window.addEventListener('pointercancel', stop);
}
