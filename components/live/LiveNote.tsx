'use client';

import { CloudOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { lineState, onLineState } from './shared-line.ts';

/** A line that is mended sooner was hardly lost. */
const SHORT_MS = 3_000;

/** Says, quietly, that what others do does not come in; nothing while it does. */
export function LiveNote() {
  const t = useTranslations('shell');
  const state = useSyncExternalStore(onLineState, lineState, () => 'open' as const);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    if (state === 'open') return;
    const timer = window.setTimeout(() => setLong(true), SHORT_MS);
    return () => window.clearTimeout(timer);
  }, [state]);
  const isShown = isLong && state !== 'open';
  const words = state === 'ended' ? t('lineEnded') : t('lineLost');
  return (
    <span role="status" className="text-xs text-soft">
      {isShown ? (
        <span className="flex items-center gap-1.5" title={words}>
          <CloudOff aria-hidden="true" className="size-4" />
          <span className="max-desk:sr-only">{words}</span>
        </span>
      ) : null}
    </span>
  );
}
