'use client';

import { type RefObject, useEffect, useState } from 'react';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { bringIntoView } from '#components/ui/in-view.ts';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';
import { type News, newsSinceBegun } from './news.ts';

/** What a verdict's writer had before them when they began: nothing yet, or what a draft has kept of it. */
export type BegunWith = {
  /** Verdicts in force and sign-offs, by id. */
  readonly seen: readonly string[] | null;
  /** How often others had changed what a verdict rests on, in this sitting. */
  readonly came: number | null;
};

export type Meanwhile = {
  readonly news: readonly News[];
  /** Something has come that its writer has not been told of: it is brought before them, and the next press sends. */
  readonly isUntold: boolean;
  readonly tell: () => void;
  /** What a draft keeps from its first letter on. */
  readonly begun: { readonly seen: readonly string[]; readonly came: number };
};

/** What has come while a verdict was being written. */
export function useMeanwhile(
  detail: ClaimDetailDTO,
  draft: BegunWith,
  isDraft: boolean,
  form: RefObject<HTMLElement | null>,
): Meanwhile {
  const store = useStore();
  const { id } = detail.claim;
  const readerId = useWorkbench((state) => state.bench.reader.id);
  const came = useWorkbench((state) => state.came.get(id) ?? 0);
  const [told, setTold] = useState('');
  const begun = { seen: draft.seen ?? detail.seen, came: draft.came ?? came };
  const news = isDraft ? newsSinceBegun({ seen: begun.seen, isOtherwise: came > begun.came }, detail, readerId) : [];
  const isUntold = news.length > 0 && told !== toldOf(detail, came);
  const shown = news.length > 0 && !isUntold ? told : '';
  useEffect(() => {
    const notice = shown === '' ? null : form.current?.querySelector('[data-meanwhile]');
    if (notice) bringIntoView(notice);
  }, [shown, form]);
  // What the store has by now, which may be newer than what is drawn.
  const tell = () => {
    const state = store.get();
    setTold(toldOf(state.details.get(id), state.came.get(id) ?? 0));
  };
  return { news, isUntold, tell, begun };
}

const toldOf = (detail: ClaimDetailDTO | undefined, came: number): string => [...(detail?.seen ?? []), came].join();
