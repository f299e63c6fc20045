'use client';

import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import { useLive } from '#components/live/use-live.ts';
import type { HereDTO, News } from '#lib/live/types.ts';
import type { BenchNewsDTO } from '#lib/workbench/types.ts';
import { holdStill } from './hold-still.ts';
import type { Store } from './store.ts';
import { useStore } from './store-context.tsx';
import { withNews } from './take-news.ts';
import { readNews } from './use-detail.ts';

/** At most one look in so many milliseconds. */
const GAP_MS = 300;

/** Keeps an open workbench as the server has it, in place. */
export function useLiveBench(mark: string): void {
  const store = useStore();
  const router = useRouter();
  const { id: articleId } = store.get().bench.article;
  const work = useCallback(async () => {
    // An article that is not the reader's any more has no page: the server says so.
    const how = await takeNews(store);
    if (how === 'gone') router.refresh();
    if (how === 'failed') throw new Error('The workbench could not be read');
  }, [store, router]);
  const concerns = useCallback(({ articles, desk }: News) => desk || articles.includes(articleId), [articleId]);
  const onHere = useCallback((here: HereDTO) => takeHere(store, here), [store]);
  useLive({ mark, concerns, work, gapMs: GAP_MS, onHere });
}

/** Takes in who else is there. */
export function takeHere(store: Store, { articleId, people }: HereDTO): void {
  const { bench, here } = store.get();
  if (articleId === bench.article.id && JSON.stringify(here) !== JSON.stringify(people)) store.set({ here: people });
}

/** Asks how everything is, and takes it in; not while a deed of one's own is on its way, and not what was read before one. */
export async function takeNews(store: Store): Promise<'taken' | 'failed' | 'gone'> {
  for (;;) {
    await atRest(store);
    const busy = watch(store);
    const fresh = await readBench(store.get().bench.article.id);
    if (typeof fresh === 'string') return fresh;
    if (busy()) continue;
    const now = withNews(store.get(), fresh);
    const { selectedId } = now;
    if (now !== store.get()) {
      holdStill();
      store.set(now);
    }
    if (selectedId !== null) await readNews(store, selectedId);
    return 'taken';
  }
}

async function readBench(id: string): Promise<BenchNewsDTO | 'failed' | 'gone'> {
  const response = await fetch(`/api/articles/${id}/bench`, { cache: 'no-store' }).catch(() => null);
  if (response?.ok) return (await response.json()) as BenchNewsDTO;
  return response?.status === 404 ? 'gone' : 'failed';
}

/** Whether something of one's own is under way, which news would get between. */
const isBusy = ({ get }: Store): boolean => get().saving > 0 || get().rescope !== null;

/** Resolves once nothing is. */
function atRest(store: Store): Promise<void> {
  if (!isBusy(store)) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = store.subscribe(() => {
      if (isBusy(store)) return;
      stop();
      resolve();
    });
  });
}

/** Watches from here on; says at the end whether anything was. */
function watch(store: Store): () => boolean {
  let was = false;
  const stop = store.subscribe(() => {
    was ||= isBusy(store);
  });
  return () => {
    stop();
    return was;
  };
}
