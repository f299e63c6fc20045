'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDeed } from '#components/people/use-deed.ts';
import { useCommands } from '#components/shell/use-commands.ts';
import { bringIntoView, isInView } from '#components/ui/in-view.ts';
import { toast } from '#components/ui/toast.ts';
import { useRowWalk } from '#components/ui/use-row-walk.ts';
import { acceptItems, dismissItems, returnItems } from '#lib/inbox/actions.ts';
import type { InboxItemDTO } from '#lib/inbox/types.ts';

type Items = readonly InboxItemDTO[];
const NONE: ReadonlySet<string> = new Set();
/** Which piece the keys act on, which are chosen, and what is decided on them. */
export function useInbox(items: Items) {
  const t = useTranslations('inbox');
  const router = useRouter();
  const { run, isPending } = useDeed();
  const { at, setAt, index, walk, rowOf } = useRowWalk(items, 'item-');
  const [chosen, setChosen] = useState(NONE);
  const [undone, setUndone] = useState<readonly string[]>([]);
  const picked = new Set(items.filter(({ id }) => chosen.has(id)).map(({ id }) => id));
  const pick = (id: string) =>
    setChosen(chosen.has(id) ? new Set([...chosen].filter((one) => one !== id)) : new Set([...chosen, id]));

  const accept = (which: Items) =>
    run(
      () => acceptItems({ ids: which.map(({ id }) => id) }),
      ({ articles }) => {
        const [only] = articles;
        const text = t('accepted', { count: articles.length });
        const action = { label: t('goTo'), run: () => router.push(`/articles/${only?.id}`) };
        toast(articles.length === 1 ? { text, action } : text);
      },
    );
  const dismiss = (which: Items) => {
    const ids = which.map(({ id }) => id);
    run(
      () => dismissItems({ ids }),
      ({ count }) => {
        setUndone(ids);
        toast({ text: t('dismissed', { count }), action: { label: t('undo'), run: () => takeBack(ids) } });
      },
    );
  };
  const takeBack = (ids: readonly string[]) =>
    run(
      () => returnItems({ ids }),
      ({ count }) => {
        setUndone([]);
        toast(t('returned', { count }));
      },
    );

  /** What a key acts on: what is chosen, else the piece it stands at, where that is before the reader's eyes. */
  const meant = (): Items => {
    if (picked.size > 0) return items.filter(({ id }) => picked.has(id));
    const item = items[index];
    const row = item && rowOf(item.id);
    if (!item || !row) return [];
    if (isInView(row)) return [item];
    bringIntoView(row);
    return [];
  };
  const decide = (deed: (which: Items) => void) => () => {
    const which = meant();
    if (which.length > 0 && !isPending) deed(which);
  };
  const here = items[index];
  useCommands({
    'inbox.next': index < items.length - 1 ? () => walk(1) : undefined,
    'inbox.previous': index > 0 ? () => walk(-1) : undefined,
    'inbox.pick': here ? () => pick(here.id) : undefined,
    'inbox.accept': decide(accept),
    'inbox.dismiss': decide(dismiss),
    'inbox.open': here?.link ? () => window.open(here.link ?? '', '_blank', 'noreferrer,noopener') : undefined,
    undo: undone.length > 0 ? () => takeBack(undone) : undefined,
  });
  return { at, picked, isPending, pick, unpick: () => setChosen(NONE), goTo: setAt, accept, dismiss };
}
