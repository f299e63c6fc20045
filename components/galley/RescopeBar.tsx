'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { CommandButton } from '../shell/CommandButton.tsx';
import { useWorkbench } from './store-context.tsx';

/** While a claim's words are being changed: how, in keys, and as buttons for who has none. */
export function RescopeBar() {
  const isOn = useWorkbench((state) => state.rescope?.by === 'keys');
  return isOn ? <Bar /> : null;
}

const moves = ['rescope.startEarlier', 'rescope.startLater', 'rescope.endEarlier', 'rescope.endLater'] as const;

function Bar() {
  const t = useTranslations('galley');
  const bar = useRef<HTMLElement>(null);
  const text = useWorkbench((state) => state.bench.revision.text);
  const rescope = useWorkbench((state) => state.rescope);
  // The bar takes the focus, so that Enter is not some button's, and gives it back to where it was.
  useEffect(() => {
    const before = document.activeElement;
    const own = bar.current;
    own?.focus({ preventScroll: true });
    return () => {
      const now = document.activeElement;
      if (before instanceof HTMLElement && (now === document.body || own?.contains(now)))
        before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <section ref={bar} tabIndex={-1} aria-label={t('rescopeTitle')} className="rescope-bar screen-only">
      <p className="line-clamp-3 font-serif text-base">{rescope ? text.slice(rescope.start, rescope.end) : null}</p>
      <div className="mt-2 grid grid-cols-2 gap-1.5">
        {moves.map((id) => (
          <CommandButton key={id} command={id} size="small" />
        ))}
        <CommandButton command="rescope.leave" size="small">
          {t('rescopeLeave')}
        </CommandButton>
        <CommandButton command="rescope.keep" size="small" variant="prime">
          {t('rescopeKeep')}
        </CommandButton>
      </div>
    </section>
  );
}
