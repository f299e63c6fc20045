'use client';

import { Bell } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useSyncExternalStore } from 'react';
import { isAttended } from '../live/attention.ts';
import { lineState } from '../live/shared-line.ts';
import { useLive } from '../live/use-live.ts';
import { PlainLink } from '../ui/Link.tsx';
import { askNeedsCount, isFresh, needsCount, onNeedsCount } from './needs-count.ts';

/** What comes back at its time, and deadlines that come near, no change tells of; milliseconds. */
const AGAIN_MS = 120_000;
const GAP_MS = 1_500;

/** How much needs the reader, on every page and as it is now; it leads there. */
export function NeedsCount() {
  const t = useTranslations('needs');
  const known = useSyncExternalStore(onNeedsCount, needsCount, () => null);
  useEffect(() => {
    const ask = () => void askWhileOpen().catch(() => undefined);
    if (!isFresh()) ask();
    const timer = window.setInterval(() => isAttended() && ask(), AGAIN_MS);
    return () => window.clearInterval(timer);
  }, []);
  const count = known?.count ?? 0;
  const shown = known?.more || count > 99 ? t('atLeast', { count: Math.min(count, 99) }) : String(count);
  return (
    <PlainLink
      href="/needs"
      aria-label={count > 0 ? t('counted', { count: shown }) : t('title')}
      title={t('title')}
      className="relative inline-grid size-8 shrink-0 place-items-center rounded-md text-soft hover:bg-wash hover:text-ink hover:no-underline"
    >
      <Bell aria-hidden="true" className="size-4.5" />
      {count > 0 ? (
        <span
          aria-hidden="true"
          className="figures absolute -end-1 -top-0.5 grid h-4.5 min-w-4.5 place-items-center rounded-full bg-ink px-1 text-2xs leading-none font-semibold text-paper"
        >
          {shown}
        </span>
      ) : null}
      {known === null ? null : <Listening mark={known.mark} />}
    </PlainLink>
  );
}

const anything = () => true;

/** Where the server cannot be reached it is asked once it can: a question that fails would only be one more. */
async function askWhileOpen(): Promise<void> {
  if (lineState() !== 'open' || !navigator.onLine) throw new Error('The server cannot be reached');
  await askNeedsCount();
}

function Listening({ mark }: { mark: string }) {
  useLive({ mark, concerns: anything, work: askWhileOpen, gapMs: GAP_MS });
  return null;
}
