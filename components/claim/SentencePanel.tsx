'use client';

import { useTranslations } from 'next-intl';
import { markSentences, unmarkSentences } from '#lib/claims/actions.ts';
import { markKey } from '../galley/store.ts';
import { useStore, useWorkbench } from '../galley/store-context.tsx';
import { useAct } from '../galley/use-act.ts';
import { CommandButton } from '../shell/CommandButton.tsx';
import { Button } from '../ui/Button.tsx';

/** The sentence in hand where no claim is: take the suggestion, say why there is nothing to check, or take that back. */
export function SentencePanel({ index }: { index: number }) {
  const t = useTranslations('galley');
  const store = useStore();
  const act = useAct();
  const place = useWorkbench((state) => state.bench.revision.sentences[index]);
  const text = useWorkbench((state) => state.bench.revision.text);
  const mark = useWorkbench((state) => (place ? state.marks.get(markKey(place)) : undefined));
  const may = useWorkbench((state) => state.bench.reader.may.includes('sentence.mark'));
  if (!place) return null;

  const takeBack = () => {
    if (!mark) return;
    const { article, revision } = store.get().bench;
    act({
      run: () => unmarkSentences({ articleId: article.id, marks: [mark.id] }),
      undo: () => ({
        says: t('undoMark', { count: 1 }),
        run: async () =>
          (await act({
            run: () =>
              markSentences({
                articleId: article.id,
                revisionId: revision.id,
                sentences: [{ start: mark.start, end: mark.end }],
                reason: mark.reason,
              }),
          })) === null,
      }),
    });
  };

  return (
    <section aria-label={t('sentenceTitle')} className="border-b border-rule pt-2 pb-4 desk:px-6 desk:pt-5">
      <h2 tabIndex={-1} className="text-xs font-semibold text-soft">
        {t('sentenceTitle')}
      </h2>
      <p data-subject={`at ${place.start}`} className="mt-2 line-clamp-5 font-serif text-lg leading-snug">
        {text.slice(place.start, place.end)}
      </p>
      {mark ? (
        <p className="mt-2 flex flex-wrap items-center gap-2 text-sm text-soft">
          {t('markedBecause', { reason: mark.reason })}
          {may ? (
            <Button size="small" onPress={takeBack}>
              {t('unmark')}
            </Button>
          ) : null}
        </p>
      ) : (
        <>
          <p className="mt-2 text-sm text-soft">
            {place.suggestion === 'nothing to check' ? t('suggestion', { reason: place.reason }) : t('sentenceLead')}
          </p>
          {may ? (
            <div className="mt-3 flex flex-wrap gap-2">
              {place.suggestion === 'nothing to check' ? (
                <CommandButton command="sentence.acceptSuggestion" variant="prime" size="small">
                  {t('takeSuggestion')}
                </CommandButton>
              ) : null}
              <CommandButton command="sentence.nothingToCheck" size="small">
                {t('nothingToCheck')}
              </CommandButton>
              <CommandButton command="claim.add" size="small">
                {t('addFromSelection')}
              </CommandButton>
            </div>
          ) : null}
        </>
      )}
    </section>
  );
}
