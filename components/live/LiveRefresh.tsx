'use client';

import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import type { News } from '#lib/live/types.ts';
import { lineState } from './shared-line.ts';
import { useLive } from './use-live.ts';

/** Lists of everything that moves are long to read: not more often than so. */
const GAP_MS = 800;

export type LiveRefreshProps = {
  /** Where the page stands. */
  readonly mark: string;
  /** The article that the page is about; without it, all of them and the desk. */
  readonly articleId?: string;
};

/** Has the page read afresh, in place, when what it shows has moved. */
export function LiveRefresh({ mark, articleId }: LiveRefreshProps) {
  const router = useRouter();
  const concerns = useCallback(
    (news: News) => articleId === undefined || news.articles.includes(articleId),
    [articleId],
  );
  const work = useCallback(async () => {
    // Where the server cannot be reached, Next would load the whole page anew, and there would be none.
    if (lineState() !== 'open' || !navigator.onLine) throw new Error('The server cannot be reached');
    router.refresh();
  }, [router]);
  useLive({ mark, concerns, work, gapMs: GAP_MS });
  return null;
}
