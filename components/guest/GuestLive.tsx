'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { News } from '#lib/live/types.ts';
import { holdStill } from '../galley/hold-still.ts';
import { LiveNote } from '../live/LiveNote.tsx';
import { lineOfGuest, lineState, onLineState } from '../live/shared-line.ts';
import { useLine } from '../live/use-live.ts';

const GAP_MS = 300;

type Props = { readonly linkId: string; readonly mark: string };

/** Keeps a guest's page as the desk has it, in place; once the link has ended, the page says so by itself. */
export function GuestLive({ linkId, mark }: Props) {
  const router = useRouter();
  const whose = useMemo(() => lineOfGuest(linkId), [linkId]);
  const concerns = useCallback(({ articles }: News) => articles.includes(linkId), [linkId]);
  const work = useCallback(async () => {
    // Where the server cannot be reached, Next would load the whole page anew, and there would be none.
    if (lineState() === 'lost' || !navigator.onLine) throw new Error('The server cannot be reached');
    holdStill();
    router.refresh();
  }, [router]);
  useLine(whose, { mark, concerns, work, gapMs: GAP_MS });
  const state = useSyncExternalStore(onLineState, lineState, () => 'open' as const);
  useEffect(() => {
    if (state === 'ended') router.refresh();
  }, [state, router]);
  return state === 'lost' ? <LiveNote /> : null;
}
