'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { type ClaimState, stateColour } from '../ui/states.ts';
import { rests } from './minor.ts';
import { isPlaced } from './segments.ts';
import { useWorkbench } from './store-context.tsx';

const STEPS = 160;
/** What a step of the rail shows where several states meet in it: the one that asks most of a person. */
const URGENCY: readonly ClaimState[] = [
  'disputed',
  'stale',
  'wrong',
  'open',
  'review',
  'await',
  'unrated',
  'stands',
  'excluded',
];

/** The whole article at a glance beside the scroll bar, with the window on it. A click goes there. */
export function Rail({ galley }: { galley: RefObject<HTMLElement | null> }) {
  const t = useTranslations('galley');
  const claims = useDeferredValue(useWorkbench((state) => state.claims));
  const length = useWorkbench((state) => state.bench.revision.text.length);
  const bench = useWorkbench((state) => state.bench);
  const showsMinor = useWorkbench((state) => state.showsMinor);
  const pane = useRef<HTMLElement>(null);
  const runs = useMemo(() => {
    const steps: (ClaimState | null)[] = new Array(STEPS).fill(null);
    for (const claim of claims.values()) {
      if (!isPlaced(claim) || claim.replaced || claim.withdrawn || rests(claim, { bench, showsMinor })) continue;
      const from = Math.floor((claim.start / length) * STEPS);
      const to = Math.min(STEPS - 1, Math.floor((claim.end / length) * STEPS));
      for (let i = from; i <= to; i++) {
        const now = steps[i];
        if (!now || URGENCY.indexOf(claim.mark) < URGENCY.indexOf(now)) steps[i] = claim.mark;
      }
    }
    return runsOf(steps);
  }, [claims, length, bench, showsMinor]);

  useEffect(() => {
    const root = galley.current;
    const view = pane.current;
    if (!root || !view) return;
    let scale = 0;
    // A height that is asked for while the galley moves would lay it out twice for each frame.
    const follow = () => {
      view.style.translate = `0 ${Math.round(root.scrollTop * scale)}px`;
    };
    const measure = () => {
      const whole = Math.max(1, root.scrollHeight);
      scale = (view.parentElement?.clientHeight ?? 0) / whole;
      view.style.height = `${(100 * root.clientHeight) / whole}%`;
      follow();
    };
    measure();
    root.addEventListener('scroll', follow, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(root);
    if (root.firstElementChild) observer.observe(root.firstElementChild);
    return () => {
      root.removeEventListener('scroll', follow);
      observer.disconnect();
    };
  }, [galley]);

  return (
    <button
      type="button"
      // What it does is there for the keyboard as J, K and U, and for screen readers as the list.
      tabIndex={-1}
      aria-label={t('rail')}
      className="rail keeps-colour screen-only"
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const root = galley.current;
        if (root && box.height > 0)
          root.scrollTo({ top: ((event.clientY - box.top) / box.height) * root.scrollHeight - root.clientHeight / 2 });
      }}
    >
      {runs.map((run) => (
        <i
          key={run.from}
          className={`rail-run ${stateColour(run.state)}`}
          style={{ top: `${(100 * run.from) / STEPS}%`, height: `${(100 * run.length) / STEPS}%` }}
        />
      ))}
      <b ref={pane} className="rail-window" />
    </button>
  );
}

function runsOf(steps: readonly (ClaimState | null)[]): { from: number; length: number; state: ClaimState }[] {
  const runs: { from: number; length: number; state: ClaimState }[] = [];
  steps.forEach((state, i) => {
    const last = runs.at(-1);
    if (state && last && last.state === state && last.from + last.length === i) last.length++;
    else if (state) runs.push({ from: i, length: 1, state });
  });
  return runs;
}
