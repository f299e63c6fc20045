'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Link, PlainLink } from '#components/ui/Link.tsx';
import { OutwardLink } from '#components/ui/Outward.tsx';
import { Tag } from '#components/ui/Tag.tsx';
import type { CaptureDTO, CaptureJobDTO, CaptureRightsDTO, CaptureUseDTO } from '#lib/sources/types-captures.ts';
import { CaptureDeeds, type CaptureDeedsProps, isBeingChecked } from './CaptureDeeds.tsx';
import { JobLine } from './JobLine.tsx';
import { OUTCOME_TONES, shortAddress, useKind, useSize } from './words.ts';

/** More are named on the capture's own page. */
const CLAIMS_SHOWN = 3;

export type CaptureRowProps = {
  readonly capture: CaptureDTO;
  /** It is of another source, which has become part of this one. */
  readonly isMerged: boolean;
  readonly uses: readonly CaptureUseDTO[];
  /** Those who may be asked to bear witness to it. */
  readonly witnesses: CaptureDeedsProps['witnesses'];
  /** What is being done about it. */
  readonly jobs: readonly CaptureJobDTO[];
  readonly may: CaptureRightsDTO;
  readonly onAsked: (jobId?: string) => void;
  readonly onRetry: (job: CaptureJobDTO) => (() => void) | null;
};

/** One capture: what it is, how the page stands to it now, what leans on it, and what can be done with it. */
export function CaptureRow({ capture, isMerged, uses, witnesses, jobs, may, onAsked, onRetry }: CaptureRowProps) {
  const t = useTranslations('captures');
  const format = useFormatter();
  const sizeOf = useSize();
  const kindOf = useKind();
  const { id, number, takenAt, takenBy, takenFrom, fileName, size, erased } = capture;
  const by = takenBy?.name ?? t('byDesk');
  const from = fileName ?? (takenFrom === null ? null : shortAddress(takenFrom));
  return (
    <li className="border-t border-rule py-3 text-sm">
      <div className="grid gap-x-4 phone:grid-cols-[minmax(0,1fr)_auto]">
        <p className="flex min-w-0 flex-wrap items-baseline gap-x-2 gap-y-1 phone:min-h-7 phone:content-center">
          <PlainLink href={`/captures/${id}`} className="figures font-semibold">
            {t('capture', { number })}
          </PlainLink>
          <time dateTime={takenAt} className="figures text-soft">
            {format.dateTime(new Date(takenAt), 'moment')}
          </time>
          {erased ? <Tag tone="quiet">{t('erasedMark')}</Tag> : <Standing capture={capture} />}
          {isMerged ? <Tag tone="quiet">{t('merged')}</Tag> : null}
        </p>
        <p className="mt-0.5 text-xs wrap-anywhere text-soft phone:col-span-2">
          {[kindOf(capture), sizeOf(size), t('takenBy', { name: by }), from].filter(Boolean).join(' · ')}
        </p>
        {erased ? (
          <p className="mt-0.5 text-xs text-pretty wrap-anywhere text-soft phone:col-span-2">
            {t('erasedBy', {
              name: erased.by?.name ?? t('byDesk'),
              when: format.dateTime(new Date(erased.at), 'dayShort'),
              reason: erased.reason,
            })}
          </p>
        ) : null}
        <Witnessed capture={capture} />
        <Uses captureId={id} uses={uses} />
        <div className="mt-2 empty:hidden phone:col-start-2 phone:row-start-1 phone:mt-0">
          <CaptureDeeds
            capture={capture}
            may={may}
            witnesses={witnesses}
            isChecking={isBeingChecked(jobs)}
            onAsked={onAsked}
          />
        </div>
      </div>
      {jobs.map((job) => (
        <div key={job.id} className="mt-2">
          <JobLine job={job} may={may} onChange={onAsked} onRetry={onRetry(job)} />
        </div>
      ))}
    </li>
  );
}

/** How the page stands to the capture, as far as the last look at it knows. */
function Standing({ capture: { id, lastCheck } }: { capture: CaptureDTO }) {
  const t = useTranslations('captures');
  const format = useFormatter();
  if (!lastCheck) return null;
  const when = format.dateTime(new Date(lastCheck.at), 'dayShort');
  const tag = <Tag tone={OUTCOME_TONES[lastCheck.outcome]}>{t('standing', { outcome: lastCheck.outcome, when })}</Tag>;
  return lastCheck.outcome === 'changed' ? (
    <PlainLink href={`/captures/${id}#checks`} className="inline-flex max-w-full">
      {tag}
    </PlainLink>
  ) : (
    tag
  );
}

/** Who else bears witness to it. */
function Witnessed({ capture: { stamp, archived } }: { capture: CaptureDTO }) {
  const t = useTranslations('captures');
  const format = useFormatter();
  if (!stamp && !archived) return null;
  const moment = (at: string) => format.dateTime(new Date(at), 'moment');
  return (
    <p className="mt-0.5 text-xs text-pretty wrap-anywhere text-soft phone:col-span-2">
      {stamp ? t('stampedBy', { name: stamp.by, when: moment(stamp.at) }) : null}
      {stamp && archived ? ' · ' : null}
      {archived ? (
        <OutwardLink href={archived.address}>{t('archivedAt', { when: moment(archived.at) })}</OutwardLink>
      ) : null}
    </p>
  );
}

function Uses({ captureId, uses }: { captureId: string; uses: readonly CaptureUseDTO[] }) {
  const t = useTranslations('captures');
  if (uses.length === 0) return null;
  const claims = [...new Map(uses.toReversed().map((use) => [use.claimId, use])).values()].reverse();
  return (
    <p className="mt-1 text-xs text-pretty wrap-anywhere phone:col-span-2">
      <span className="text-soft">{t('uses', { count: uses.length })} </span>
      {claims.slice(0, CLAIMS_SHOWN).map((use, i) => (
        <span key={use.claimId}>
          {i === 0 ? null : ', '}
          <Link href={`/articles/${use.articleId}?claim=${use.claimNumber}#evidence-${use.number}`}>
            {t('use', { claim: use.claimNumber, headline: use.headline })}
          </Link>
        </span>
      ))}
      {claims.length > CLAIMS_SHOWN ? (
        <>
          {', '}
          <Link href={`/captures/${captureId}`}>{t('usesMore', { count: claims.length - CLAIMS_SHOWN })}</Link>
        </>
      ) : null}
    </p>
  );
}
