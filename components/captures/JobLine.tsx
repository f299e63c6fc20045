'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useDeed } from '#components/people/use-deed.ts';
import { Button } from '#components/ui/Button.tsx';
import { ProgressBar } from '#components/ui/ProgressBar.tsx';
import { cancelJob } from '#lib/jobs/actions.ts';
import { isOpen } from '#lib/sources/rules-capture-jobs.ts';
import type { CaptureJobDTO, CaptureRightsDTO } from '#lib/sources/types-captures.ts';
import { type Ask, isAsk } from './asks.ts';

export type JobLineProps = {
  readonly job: CaptureJobDTO;
  readonly may: CaptureRightsDTO;
  readonly onChange: () => void;
  /** Asks for the same again; null where that takes a file, or a right that is not there. */
  readonly onRetry: (() => void) | null;
};

/** How far work on a capture is, or why it came to nothing and what to do about it. */
export function JobLine(props: JobLineProps) {
  return isOpen(props.job) ? <Going {...props} /> : <Failed {...props} />;
}

function Going({ job, may, onChange }: JobLineProps) {
  const t = useTranslations('captures');
  const { run, isPending } = useDeed();
  const isWaiting = job.state === 'queued' || job.step === null;
  const label = job.cancelAsked
    ? t('cancelling')
    : isWaiting
      ? t('waiting', { kind: kindOf(job) })
      : t(`steps.${job.step}`);
  const cancel = () => run(() => cancelJob({ id: job.id }), onChange);
  const mayCancel = !job.cancelAsked && (may.cancelAll || job.for?.id === may.readerId);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md bg-wash px-3 py-2.5">
      <div className="min-w-0 flex-1 basis-48">
        <ProgressBar label={label} isIndeterminate />
        <p className="mt-1.5 text-xs wrap-anywhere text-soft">
          <About job={job} may={may} />
        </p>
        {job.error === null ? null : <p className="mt-0.5 text-xs text-pretty">{t('again', { why: job.error })}</p>}
      </div>
      {mayCancel ? (
        <Button size="small" isPending={isPending} onPress={cancel}>
          {t('cancel')}
        </Button>
      ) : null}
    </div>
  );
}

function Failed({ job, may, onRetry }: JobLineProps) {
  const t = useTranslations('captures');
  const format = useFormatter();
  return (
    <div className="rounded-md border border-wrong/40 px-3 py-2.5 text-sm">
      <p role="alert" className="text-pretty wrap-anywhere">
        <strong className="font-semibold text-wrong">{t('failed', { kind: kindOf(job) })}</strong> {job.error}
      </p>
      <p className="mt-0.5 text-xs wrap-anywhere text-soft">
        <About job={job} may={may} /> · {format.dateTime(new Date(job.endedAt ?? job.createdAt), 'moment')}
      </p>
      {onRetry ? (
        <Button size="small" className="mt-2" onPress={onRetry}>
          {t('retry')}
        </Button>
      ) : null}
    </div>
  );
}

const kindOf = ({ kind, fileName }: CaptureJobDTO): 'file' | 'page' | Ask =>
  isAsk(kind) ? kind : fileName === null ? 'page' : 'file';

/** What is worked on, and who asked for it. */
function About({ job, may }: { job: CaptureJobDTO; may: CaptureRightsDTO }) {
  const t = useTranslations('captures');
  const who =
    job.for === null
      ? t('by', { name: t('byDesk') })
      : job.for.id === may.readerId
        ? t('byYou')
        : t('by', { name: job.for.name });
  return <>{[job.fileName ?? t('doing', { kind: kindOf(job) }), who].join(' · ')}</>;
}
