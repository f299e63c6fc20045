'use client';

import { useTranslations } from 'next-intl';
import { useDeed } from '#components/people/use-deed.ts';
import { Button } from '#components/ui/Button.tsx';
import { cx } from '#components/ui/cx.ts';
import { ProgressBar } from '#components/ui/ProgressBar.tsx';
import { cancelJob } from '#lib/jobs/actions.ts';
import type { JobDTO } from '#lib/jobs/types.ts';

export type JobProgressProps = {
  readonly job: Pick<JobDTO, 'id' | 'state' | 'step' | 'error' | 'cancelAsked'>;
  readonly mayCancel?: boolean;
  readonly className?: string;
};

/** How far work is that the reader waits for, and a way to end it. */
export function JobProgress({ job, mayCancel = true, className }: JobProgressProps) {
  const t = useTranslations('articles.arrival');
  const { run, isPending } = useDeed();
  const isWaiting = job.state === 'queued' || job.step === null;
  const label = job.cancelAsked ? t('cancelling') : isWaiting ? t('waiting') : t(`steps.${job.step}`);
  return (
    <div className={cx('flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md bg-wash px-3 py-2.5', className)}>
      <div className="min-w-0 flex-1 basis-48">
        <ProgressBar label={label} isIndeterminate />
        {job.error === null ? null : <p className="mt-1 text-xs text-pretty">{t('again', { why: job.error })}</p>}
      </div>
      {mayCancel && !job.cancelAsked ? (
        <Button
          size="small"
          isPending={isPending}
          onPress={() =>
            run(
              () => cancelJob({ id: job.id }),
              () => {},
            )
          }
        >
          {t('cancel')}
        </Button>
      ) : null}
    </div>
  );
}
