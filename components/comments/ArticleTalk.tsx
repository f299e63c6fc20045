'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { takeNews } from '#components/galley/use-live-bench.ts';
import { CommentThreads } from './CommentThreads.tsx';
import { placeOfArticle } from './place.ts';

/** What is said of the article as a whole and of stretches of its text; folded until it is asked for. */
export function ArticleTalk() {
  const t = useTranslations('comments');
  const store = useStore();
  const talk = useWorkbench((state) => state.bench.talk);
  const isOpen = useWorkbench((state) => state.talk.isOpen);
  const stretch = useWorkbench((state) => state.talk.stretch);
  const isEarlier = useWorkbench((state) => state.bench.revision.number !== state.bench.presentRevision);
  const may = useWorkbench(
    (state) => state.bench.reader.may.includes('comment.write') && !state.bench.article.archived,
  );
  const place = useMemo(() => placeOfArticle(store.get().bench, stretch), [store, stretch]);
  const open = talk.filter(({ threadId, resolved, withdrawn }) => threadId === null && !resolved && !withdrawn).length;
  if (isEarlier || (talk.length === 0 && !may)) return null;
  return (
    <details
      className="max-h-[70%] shrink-0 overflow-y-auto border-b border-rule py-2 text-sm desk:px-6"
      open={isOpen}
      onToggle={(event) => {
        const now = event.currentTarget.open;
        if (now !== store.get().talk.isOpen) store.set({ talk: { ...store.get().talk, isOpen: now } });
      }}
    >
      <summary className="cursor-pointer text-xs font-semibold text-soft">{t('articleTitle', { count: open })}</summary>
      <CommentThreads
        place={place}
        comments={talk}
        onCancel={stretch ? () => store.set({ talk: { isOpen: true, stretch: null } }) : undefined}
        reload={async () => {
          await takeNews(store);
          store.set({ talk: { isOpen: true, stretch: null } });
        }}
      />
    </details>
  );
}
