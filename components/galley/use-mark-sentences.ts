'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { markSentences, unmarkSentences } from '#lib/claims/actions.ts';
import { useStore } from './store-context.tsx';
import { useAct } from './use-act.ts';
import type { Outcome } from './use-form.ts';

type Marking = {
  /** Indexes of the sentences. */
  readonly sentences: readonly number[];
  readonly reason: string;
  /** No claim keeps them unread, as far as is known here. */
  readonly plain: boolean;
  /** Of those in hand, how many claims keep others unread, which are left as they are. */
  readonly held?: number;
  readonly inForm?: boolean;
};

/** Marks sentences as holding nothing to check, in one change that is undone as one. */
export function useMarkSentences(): (marking: Marking) => Promise<Outcome> {
  const store = useStore();
  const t = useTranslations('galley');
  const act = useAct();
  return useCallback(
    ({ sentences, reason, plain, held = 0, inForm }) => {
      const { article, revision } = store.get().bench;
      const places = sentences.flatMap((at) => {
        const place = revision.sentences[at];
        return place ? [{ start: place.start, end: place.end }] : [];
      });
      const count = places.length;
      return act({
        inForm,
        run: () => markSentences({ articleId: article.id, revisionId: revision.id, sentences: places, reason, plain }),
        says: held > 0 ? t('markedBut', { count, held }) : t('marked', { count }),
        undo: ({ marks }) =>
          // Somebody else has marked them meanwhile: there is nothing of one's own to take back.
          marks.length === 0
            ? null
            : {
                says: t('undoMark', { count: marks.length }),
                run: () => unmarkSentences({ articleId: article.id, marks: marks.map((item) => item.id) }),
              },
      });
    },
    [store, t, act],
  );
}
