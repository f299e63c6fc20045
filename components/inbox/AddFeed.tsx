'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useArticleChange } from '#components/articles/use-article-change.ts';
import { JobProgress } from '#components/jobs/JobProgress.tsx';
import { useJob } from '#components/jobs/use-job.ts';
import { Button } from '#components/ui/Button.tsx';
import { Select } from '#components/ui/Select.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { toast } from '#components/ui/toast.ts';
import { addFeed } from '#lib/inbox/actions.ts';
import { FEED_MINUTES } from '#lib/inbox/types.ts';

/** Adds a feed by its link, and follows its first reading. */
export function AddFeed() {
  const t = useTranslations('inbox');
  const [link, setLink] = useState('');
  const [minutes, setMinutes] = useState('60');
  const { run, isPending, refusal } = useArticleChange();
  const { job, follow } = useJob(({ result }) => {
    if (result?.counts) toast(t('readFirst', { count: result.counts.items ?? 0 }));
    else toast({ text: t('failed'), tone: 'bad' });
  });
  const save = () =>
    run(
      () => addFeed({ link: link.trim(), minutes: Number(minutes) }),
      ({ jobId }) => {
        setLink('');
        follow(jobId);
        return t('added');
      },
    );
  return (
    <form
      noValidate
      className="mt-5 flex flex-wrap items-start gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        className="min-w-0 flex-1 basis-72"
        label={t('feedLink')}
        type="url"
        placeholder="https://"
        value={link}
        onChange={setLink}
        error={refusal?.fields?.link ?? refusal?.message}
      />
      <Select
        className="basis-44"
        label={t('every')}
        options={FEED_MINUTES.map((each) => ({ id: String(each), label: t('minutes', { minutes: String(each) }) }))}
        value={minutes}
        onChange={(key) => setMinutes(String(key))}
      />
      <Button type="submit" isPending={isPending} className="mt-6">
        {t('add')}
      </Button>
      {job ? <JobProgress job={job} className="basis-full" /> : null}
    </form>
  );
}
