'use client';

import { useTranslations } from 'next-intl';
import { DropPlace, KeepFileButton, UploadLine } from '#components/captures/KeepFile.tsx';
import { useUploads } from '#components/captures/use-uploads.ts';
import { rememberSource } from '#components/evidence/last-source.ts';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { Button } from '#components/ui/Button.tsx';
import { ProgressBar } from '#components/ui/ProgressBar.tsx';
import type { JobDTO } from '#lib/jobs/types.ts';
import type { SourceDTO } from '#lib/sources/types.ts';
import type { SourceRead } from './use-source.ts';

/** How far a capture is, what went wrong with it, and what to do where nothing is kept yet. */
export function CaptureState({ source, isEmpty }: { source: SourceRead; isEmpty: boolean }) {
  const t = useTranslations('reader');
  const { read, job, refusal, capture, cancel } = source;
  const may = useWorkbench(
    (state) => state.bench.reader.may.includes('evidence.edit') && !state.bench.article.archived,
  );
  if (!read) return null;
  const isRunning = job?.state === 'queued' || job?.state === 'running';
  if (isRunning && job)
    return (
      <div className="flex flex-wrap items-end gap-3 px-6 py-4">
        <ProgressBar className="min-w-0 flex-1 basis-48" label={stepOf(job, t)} isIndeterminate />
        {job.cancelAsked ? null : (
          <Button size="small" onPress={cancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
    );
  const why = refusal ?? (job?.state === 'failed' ? t('captureFailed', { why: job.error ?? '' }) : null);
  if (!isEmpty && why === null) return null;
  const erased = read.opened?.capture.erased;
  return (
    <div className="px-6 py-5 text-sm">
      {why !== null ? (
        <p role="alert" className="text-wrong">
          {why}
        </p>
      ) : job?.state === 'cancelled' ? (
        <p role="status">{t('captureCancelled')}</p>
      ) : erased ? (
        <p>{t('erased', { reason: erased.reason })}</p>
      ) : (
        <>
          <p className="font-medium">{t(read.opened ? 'noText' : 'none')}</p>
          {read.opened ? null : <p className="mt-1 text-soft">{t('noneLead')}</p>}
        </>
      )}
      {may ? (
        <p className="mt-3 flex flex-wrap gap-2">
          {read.source.link ? (
            <Button size="small" onPress={capture}>
              {t(read.opened || job ? 'captureAgain' : 'capture')}
            </Button>
          ) : null}
          {isEmpty ? <TypeIn source={read.source} /> : null}
        </p>
      ) : null}
      {may && isEmpty ? <KeepHere source={source} id={read.source.id} /> : null}
    </div>
  );
}

/** A file that somebody has of it is kept, and opened here as soon as it is read. */
function KeepHere({ source, id }: { source: SourceRead; id: string }) {
  const { uploads, add, drop } = useUploads(id, async (jobId) => source.follow(jobId));
  return (
    <DropPlace onFiles={add}>
      <div className="mt-3 flex flex-col items-start gap-2">
        <KeepFileButton isSmall onFiles={add} />
        {uploads.map((upload) => (
          <UploadLine key={upload.key} upload={upload} onDrop={drop} />
        ))}
      </div>
    </DropPlace>
  );
}

/** Leads on to the form, with the source chosen. */
function TypeIn({ source }: { source: SourceDTO }) {
  const t = useTranslations('reader');
  const store = useStore();
  const hasClaim = useWorkbench((state) => state.selectedId !== null);
  if (!hasClaim) return null;
  return (
    <Button
      size="small"
      onPress={() => {
        const { reader, article } = store.get().bench;
        rememberSource(reader.id, article.id, {
          id: source.id,
          title: source.title,
          isConfidential: source.confidential !== null,
        });
        store.set({ form: 'evidence' });
      }}
    >
      {t('typeIn')}
    </Button>
  );
}

const stepOf = (job: JobDTO, t: ReturnType<typeof useTranslations<'reader'>>): string =>
  job.state === 'queued' || job.step === null ? t('waiting') : t(`steps.${job.step}`);
