'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useDeed } from '#components/people/use-deed.ts';
import { Button } from '#components/ui/Button.tsx';
import { cx } from '#components/ui/cx.ts';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { Tag } from '#components/ui/Tag.tsx';
import { toast } from '#components/ui/toast.ts';
import { cancelJob } from '#lib/jobs/actions.ts';
import type { JobDTO, JobState } from '#lib/jobs/types.ts';

const TONES = {
  queued: 'quiet',
  running: 'quiet',
  done: 'good',
  failed: 'bad',
  cancelled: 'quiet',
} as const satisfies Record<JobState, string>;
// On a phone what it is, how it stands and what went wrong are what one comes for.
const whenWide = 'hidden phone:table-cell';

/** Everybody's work in the background, with what went wrong last, and a way to end what goes on. */
export function JobTable({ jobs }: { readonly jobs: readonly JobDTO[] }) {
  const t = useTranslations('jobs');
  return (
    <Table caption={t('list')}>
      <thead>
        <tr>
          <Th>{t('what')}</Th>
          <Th>{t('state')}</Th>
          <Th className={whenWide}>{t('begun')}</Th>
          <Th>
            <span className="sr-only">{t('deeds')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <Row key={job.id} job={job} />
        ))}
      </tbody>
    </Table>
  );
}

function Row({ job }: { readonly job: JobDTO }) {
  const t = useTranslations('jobs');
  const format = useFormatter();
  const { run, isPending } = useDeed();
  // A select of messages takes no hyphen in its keys.
  const what = t('kind', { kind: job.kind.replaceAll('-', '') });
  const isOpen = job.state === 'queued' || job.state === 'running';
  return (
    <tr>
      <Td className="min-w-40">
        <span className="font-medium">{what}</span>
        <span className="block text-xs text-soft">{job.for?.name ?? t('desk')}</span>
      </Td>
      <Td>
        <Tag tone={TONES[job.state]}>{t(`states.${job.state}`)}</Tag>
        <Progress job={job} />
        {job.error === null ? null : <p className="mt-1 max-w-prose text-xs text-soft">{job.error}</p>}
      </Td>
      <Td className={cx('figures whitespace-nowrap text-soft', whenWide)}>
        {format.dateTime(new Date(job.createdAt), 'moment')}
      </Td>
      <Td className="text-end">
        {isOpen && !job.cancelAsked ? (
          <Button
            size="small"
            variant="quiet"
            aria-label={t('cancelOne', { what })}
            isPending={isPending}
            onPress={() =>
              run(
                () => cancelJob({ id: job.id }),
                () => toast(t('cancelled')),
              )
            }
          >
            {t('cancel')}
          </Button>
        ) : null}
      </Td>
    </tr>
  );
}

function countsIn({ kind }: JobDTO, counts: Readonly<Record<string, number>>, t: Words): string {
  const { claims = 0, items = 0, known = 0 } = counts;
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return t('counts', { kind: kind.replaceAll('-', ''), claims, items, known, all });
}

type Words = ReturnType<typeof useTranslations<'jobs'>>;

function Progress({ job }: { readonly job: JobDTO }) {
  const t = useTranslations('jobs');
  const words = [
    job.state === 'running' && job.step !== null && t('step', { step: job.step }),
    job.done !== null && job.all !== null && t('parts', { done: job.done, all: job.all }),
    job.attempts > 1 && t('again', { attempts: job.attempts }),
    job.state === 'running' && job.cancelAsked && t('cancelling'),
    job.result?.counts !== undefined && countsIn(job, job.result.counts, t),
    job.kind === 'feed' && job.result?.outcome !== undefined && t('feedFailed'),
  ].filter((part) => typeof part === 'string' && part !== '');
  return words.length === 0 ? null : <span className="ms-2 text-xs text-soft">{words.join(' · ')}</span>;
}
