'use client';

import { Camera } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDeed } from '#components/people/use-deed.ts';
import { Button } from '#components/ui/Button.tsx';
import { captureSource } from '#lib/sources/actions-captures.ts';
import { isOpen } from '#lib/sources/rules-capture-jobs.ts';
import type { SourceDTO } from '#lib/sources/types.ts';
import type { CaptureJobDTO, CaptureRightsDTO, SourceCapturesDTO } from '#lib/sources/types-captures.ts';
import { askOf, isAsk, jobsOn, witnessesFor } from './asks.ts';
import { CaptureRow } from './CaptureRow.tsx';
import { JobLine } from './JobLine.tsx';
import { DropPlace, KeepFileButton, UploadLine } from './KeepFile.tsx';
import { Proposals } from './Proposals.tsx';
import { useCaptures } from './use-captures.ts';
import { useTold } from './use-told.ts';
import { useUploads } from './use-uploads.ts';

export type CapturesProps = {
  readonly source: SourceDTO;
  readonly claims: number;
  readonly kept: SourceCapturesDTO;
  readonly may: CaptureRightsDTO;
};

/** What was kept of a source, the newest first; what is being kept now; and the ways to keep more. */
export function Captures({ source, claims, kept: initial, may }: CapturesProps) {
  const t = useTranslations('captures');
  const { kept, look } = useCaptures(source.id, initial, useTold(may));
  const { run, isPending } = useDeed();
  const { uploads, add, drop } = useUploads(source.id, look);
  const { captures, jobs, uses, proposals } = kept;
  const own = jobs.filter(({ kind }) => kind === 'capture');
  const ask = (deed: () => ReturnType<typeof captureSource>) => run(deed, ({ jobId }) => look(jobId));
  const capture = () => ask(() => captureSource({ sourceId: source.id }));
  const retry = (job: CaptureJobDTO): (() => void) | null => {
    const { kind, fileName, captureId } = job;
    if (!may.edit || fileName !== null) return null;
    if (kind === 'capture') return source.link === null ? null : capture;
    return captureId === null || !isAsk(kind) ? null : () => ask(() => askOf(kind, captureId));
  };
  return (
    <DropPlace onFiles={may.edit ? add : null}>
      {may.edit ? (
        <Ways
          hasLink={source.link !== null}
          isBusy={isPending || own.some((job) => isOpen(job) && job.fileName === null)}
          isFirst={captures.length === 0}
          onCapture={capture}
          onFiles={add}
        />
      ) : null}
      <div className="mb-3 flex flex-col gap-2 empty:hidden">
        {uploads.map((upload) => (
          <UploadLine key={upload.key} upload={upload} onDrop={drop} />
        ))}
        {own.map((job) => (
          <JobLine key={job.id} job={job} may={may} onChange={look} onRetry={retry(job)} />
        ))}
        {may.edit ? <Proposals source={source} proposals={proposals} claims={claims} onTaken={look} /> : null}
      </div>
      {captures.length === 0 ? (
        <p className="border-t border-rule pt-2.5 text-sm text-pretty text-soft">{t('none')}</p>
      ) : (
        <ol className="border-b border-rule">
          {captures.map((one) => (
            <CaptureRow
              key={one.id}
              capture={one}
              isMerged={one.sourceId !== source.id}
              uses={uses.filter(({ captureId }) => captureId === one.id)}
              jobs={jobsOn(one, jobs)}
              witnesses={may.edit ? witnessesFor(one, kept) : []}
              may={may}
              onAsked={look}
              onRetry={retry}
            />
          ))}
        </ol>
      )}
    </DropPlace>
  );
}

type WaysProps = {
  readonly hasLink: boolean;
  readonly isBusy: boolean;
  readonly isFirst: boolean;
  readonly onCapture: () => void;
  readonly onFiles: (files: Iterable<File>) => void;
};

/** How something comes to be kept. */
function Ways({ hasLink, isBusy, isFirst, onCapture, onFiles }: WaysProps) {
  const t = useTranslations('captures');
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      {hasLink ? (
        <Button variant={isFirst ? 'prime' : 'plain'} isPending={isBusy} onPress={onCapture}>
          <Camera aria-hidden="true" className="size-4" />
          {t(isFirst ? 'captureNow' : 'captureAgain')}
        </Button>
      ) : null}
      <KeepFileButton onFiles={onFiles} />
      <p className="basis-full text-xs text-pretty text-soft">
        {t('kindsHint')} {hasLink ? null : t('noLink')}
      </p>
    </div>
  );
}
