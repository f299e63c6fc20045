'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { JobProgress } from '#components/jobs/JobProgress.tsx';
import { useJob } from '#components/jobs/use-job.ts';
import { useDeed } from '#components/people/use-deed.ts';
import { Button } from '#components/ui/Button.tsx';
import { OutwardMark } from '#components/ui/Outward.tsx';
import { toast } from '#components/ui/toast.ts';
import { readFeedNow, removeFeed } from '#lib/inbox/actions.ts';
import type { FeedDTO } from '#lib/inbox/types.ts';
import { AddFeed } from './AddFeed.tsx';

/** The feeds that are read, each with when, and what went wrong last; and a way to add one. */
export function FeedList({ feeds }: { readonly feeds: readonly FeedDTO[] }) {
  const t = useTranslations('inbox');
  return (
    <section aria-labelledby="feeds" className="mt-14">
      <h2 id="feeds" className="font-serif text-2xl font-semibold">
        {t('feeds')}
      </h2>
      <p className="mt-0.5 text-sm text-pretty text-soft">{t('feedsLead')}</p>
      {feeds.length === 0 ? null : (
        <ul className="mt-4 border-t border-rule">
          {feeds.map((feed) => (
            <Feed key={feed.id} feed={feed} />
          ))}
        </ul>
      )}
      <AddFeed />
    </section>
  );
}

function Feed({ feed }: { readonly feed: FeedDTO }) {
  const t = useTranslations('inbox');
  const format = useFormatter();
  const { run, isPending } = useDeed();
  const { job, follow } = useJob(({ result, error }) => {
    if (result?.counts) toast(t('readFirst', { count: result.counts.items ?? 0 }));
    else toast({ text: error ?? t('failed'), tone: 'bad' });
  });
  const { id, title, link, minutes, readAt, nextAt, error, waiting } = feed;
  const moment = (instant: string) => format.dateTime(new Date(instant), 'moment');
  const facts = [
    t('minutes', { minutes: String(minutes) }),
    readAt === null ? t('notRead') : t('readAt', { when: moment(readAt) }),
    t('waitingIn', { count: waiting }),
  ];
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-2 border-b border-rule py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium wrap-anywhere">
          {title}
          <OutwardMark href={link} label={title} />
        </p>
        <p className="figures text-sm text-soft">{facts.join(' · ')}</p>
        {error === null ? null : (
          <p className="mt-1 text-sm text-pretty wrap-anywhere">
            <strong className="font-semibold text-wrong">{t('failed')}</strong> {error}{' '}
            <span className="text-soft">{t('nextAt', { when: moment(nextAt) })}</span>
          </p>
        )}
        {job ? <JobProgress job={job} className="mt-2" /> : null}
      </div>
      <div className="flex gap-2">
        <Button
          size="small"
          aria-label={t('readNowOne', { title })}
          isPending={isPending || job !== null}
          onPress={() =>
            run(
              () => readFeedNow({ id }),
              ({ jobId }) => follow(jobId),
            )
          }
        >
          {t('readNow')}
        </Button>
        <Button
          size="small"
          variant="quiet"
          aria-label={t('removeOne', { title })}
          isPending={isPending}
          onPress={() =>
            run(
              () => removeFeed({ id }),
              () => toast(t('removed')),
            )
          }
        >
          {t('remove')}
        </Button>
      </div>
    </li>
  );
}
