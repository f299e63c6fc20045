'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { toast } from '#components/ui/toast.ts';
import { archiveArticle } from '#lib/articles/actions.ts';
import type { ArticleDTO } from '#lib/articles/types.ts';
import { reextractArticle } from '#lib/revisions/actions.ts';
import { JobProgress } from '../jobs/JobProgress.tsx';
import { useJob } from '../jobs/use-job.ts';
import { Heading } from './Heading.tsx';
import { useArticleChange } from './use-article-change.ts';

/** What is done with the article as a whole. */
export function ArticleDeeds({ article: { id, version, archived, isUnread } }: { article: ArticleDTO }) {
  const t = useTranslations('articles');
  const reading = useArticleChange();
  const archive = useArticleChange();
  const { job, follow } = useJob(({ result, error }) => {
    const { added = 0, withdrawn = 0, ended = 0 } = result?.counts ?? {};
    if (result) toast(t('reextracted', { added, withdrawn, ended }));
    else toast({ text: error ?? t('reextractEnded'), tone: 'bad' });
  });
  const row = 'flex flex-wrap items-end gap-x-6 gap-y-3 border-t border-rule pt-6';
  return (
    <>
      {archived || isUnread ? null : (
        <section className={row}>
          <div className="min-w-60 flex-1">
            <Heading>{t('reextractTitle')}</Heading>
            <p className="mt-0.5 text-sm text-pretty text-soft">{reading.refusal?.message ?? t('reextractLead')}</p>
            {job ? <JobProgress job={job} className="mt-2" /> : null}
          </div>
          <Button
            isPending={reading.isPending || job !== null}
            onPress={() =>
              reading.run(
                () => reextractArticle({ articleId: id }),
                (answer) => {
                  if ('jobId' in answer) {
                    follow(answer.jobId);
                    return t('reextractAsked');
                  }
                  const { added, withdrawn, marksEnded } = answer.made;
                  return t('reextracted', { added, withdrawn, ended: marksEnded.length });
                },
              )
            }
          >
            {t('reextract')}
          </Button>
        </section>
      )}
      <section className={row}>
        <div className="min-w-60 flex-1">
          <Heading>{t('archiveTitle')}</Heading>
          <p className="mt-0.5 text-sm text-pretty text-soft">
            {archive.refusal?.message ?? t(archived ? 'bringBackLead' : 'archiveLead')}
          </p>
        </div>
        <Button
          id="archive"
          isPending={archive.isPending}
          onPress={() =>
            archive.run(
              () => archiveArticle({ id, version, archived: !archived }),
              () => t(archived ? 'backNow' : 'archivedNow'),
            )
          }
        >
          {archived ? t('bringBack') : t('archive')}
        </Button>
      </section>
    </>
  );
}
