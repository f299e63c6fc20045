'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDeed } from '#components/people/use-deed.ts';
import { Button } from '#components/ui/Button.tsx';
import { KeepFocus } from '#components/ui/KeepFocus.tsx';
import { Link } from '#components/ui/Link.tsx';
import type {
  CaptureDTO,
  CaptureJobDTO,
  CaptureRightsDTO,
  EvidenceStretchDTO,
  OpenedCaptureDTO,
  SourceCapturesDTO,
} from '#lib/sources/types-captures.ts';
import { askOf, isAsk, jobsOn, witnessesFor } from './asks.ts';
import { CaptureApparatus } from './CaptureApparatus.tsx';
import { CaptureChecks } from './CaptureChecks.tsx';
import { CaptureDeeds, isBeingChecked } from './CaptureDeeds.tsx';
import { CaptureFacts, Heading } from './CaptureFacts.tsx';
import { CaptureText } from './CaptureText.tsx';
import { JobLine } from './JobLine.tsx';
import { useCaptures } from './use-captures.ts';
import { useTold } from './use-told.ts';

export type OpenedCaptureProps = {
  readonly opened: OpenedCaptureDTO;
  readonly kept: SourceCapturesDTO;
  readonly may: CaptureRightsDTO;
};

/** A capture opened: what it says, where it came from, what leans on it, and what later looks at the page found. */
export function OpenedCapture({ opened, kept: initial, may }: OpenedCaptureProps) {
  const t = useTranslations('captures');
  const { capture, source, text, evidence, checks } = opened;
  const { kept, look } = useCaptures(source.id, initial, useTold(may));
  const { run } = useDeed();
  const [shown, setShown] = useState<{ readonly evidenceId: string } | null>(null);
  const jobs = jobsOn(capture, kept.jobs);
  const retry = ({ kind }: CaptureJobDTO) =>
    may.edit && isAsk(kind)
      ? () =>
          run(
            () => askOf(kind, capture.id),
            ({ jobId }) => look(jobId),
          )
      : null;
  return (
    <KeepFocus>
      <div className="grid gap-x-12 gap-y-10 page:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="flex min-w-0 flex-col gap-8">
          <div className="flex flex-col gap-3 empty:hidden">
            <CaptureDeeds
              capture={capture}
              may={may}
              witnesses={may.edit ? witnessesFor(capture, kept) : []}
              isChecking={isBeingChecked(jobs)}
              isOpen
              onAsked={look}
            />
            {jobs.map((job) => (
              <JobLine key={job.id} job={job} may={may} onChange={look} onRetry={retry(job)} />
            ))}
          </div>
          <CaptureChecks checks={checks} evidence={evidence} />
          <section aria-labelledby="text-title">
            <h2 id="text-title" tabIndex={-1} className="mb-2 text-sm font-semibold text-soft">
              {t('text')}
            </h2>
            {capture.erased ? (
              <Erased erased={capture.erased} />
            ) : text ? (
              <>
                <Warnings warnings={text.warnings} />
                <CaptureText number={capture.number} text={text} evidence={evidence} shown={shown} />
              </>
            ) : (
              // biome-ignore lint/performance/noImgElement: the bytes are somebody's, and are to be shown as they are
              <img
                src={`/api/captures/${capture.id}/picture`}
                alt={t('picture')}
                className="h-auto max-w-full rounded-md border border-rule bg-sheet"
              />
            )}
          </section>
          {text ? <CaptureApparatus text={text} /> : null}
        </div>
        <aside className="flex min-w-0 flex-col gap-8" aria-label={t('facts')}>
          <section aria-labelledby="evidence">
            <Heading id="evidence">{t('evidence')}</Heading>
            <Evidence evidence={evidence} text={text?.text ?? null} onShow={(evidenceId) => setShown({ evidenceId })} />
          </section>
          <CaptureFacts capture={capture} details={text?.details ?? null} />
        </aside>
      </div>
    </KeepFocus>
  );
}

function Erased({ erased }: { erased: NonNullable<CaptureDTO['erased']> }) {
  const t = useTranslations('captures');
  const format = useFormatter();
  const when = format.dateTime(new Date(erased.at), 'moment');
  return (
    <div className="rounded-md bg-wash px-3 py-2.5 text-sm text-pretty wrap-anywhere">
      <p className="font-medium">{t('erasedLead', { name: erased.by?.name ?? t('byDesk'), when })}</p>
      <p className="mt-0.5">{t('erasedWhy', { reason: erased.reason })}</p>
    </div>
  );
}

function Warnings({ warnings }: Pick<NonNullable<OpenedCaptureDTO['text']>, 'warnings'>) {
  const t = useTranslations('captures');
  if (warnings.length === 0) return null;
  return (
    <ul className="mb-4 rounded-md border border-review/50 px-3 py-2 text-sm text-pretty">
      {warnings.map((warning) => (
        <li key={warning}>{t(`warnings.${warning}`)}</li>
      ))}
    </ul>
  );
}

type EvidenceProps = {
  readonly evidence: readonly EvidenceStretchDTO[];
  readonly text: string | null;
  readonly onShow: (evidenceId: string) => void;
};

/** The evidence that quotes a capture, with its words, each of which can be looked up in the text. */
function Evidence({ evidence, text, onShow }: EvidenceProps) {
  const t = useTranslations('captures');
  if (evidence.length === 0) return <p className="text-sm text-soft">{t('noEvidence')}</p>;
  return (
    <ul className="text-sm">
      {evidence.map(({ evidenceId, claimNumber, number, articleId, headline, start, end }) => (
        <li key={`${evidenceId} ${start}`} className="border-t border-rule py-2">
          <p className="wrap-anywhere">
            <Link href={`/articles/${articleId}?claim=${claimNumber}#evidence-${number}`}>
              {t('evidenceOne', { claim: claimNumber, number })}
            </Link>{' '}
            <span className="block text-xs text-soft">{headline}</span>
          </p>
          {text === null ? null : (
            <>
              <blockquote className="mt-1 line-clamp-4 font-serif leading-snug wrap-anywhere">
                “{text.slice(start, end)}”
              </blockquote>
              <Button
                size="small"
                variant="link"
                className="-ms-2.75"
                aria-label={t('showOne', { claim: claimNumber, number })}
                onPress={() => onShow(evidenceId)}
              >
                {t('show')}
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
