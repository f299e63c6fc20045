'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { PlainLink } from '#components/ui/Link.tsx';
import { OutwardMark } from '#components/ui/Outward.tsx';
import type { SourceDTO } from '#lib/sources/types.ts';
import type { OpenedCaptureDTO } from '#lib/sources/types-captures.ts';
import { TierSwitch } from './TierSwitch.tsx';

export type CaptureLineProps = {
  readonly source: SourceDTO;
  readonly opened: OpenedCaptureDTO | null;
  readonly onChanged: () => void;
};

/** What is open: its title, and in one line whose it is, what kind of document, when it was captured, and what has become of it. */
export function CaptureLine({ source, opened, onChanged }: CaptureLineProps) {
  const t = useTranslations('reader');
  const format = useFormatter();
  const moment = (at: string) => format.dateTime(new Date(at), 'moment');
  const capture = opened?.capture;
  const pages = opened?.text?.places.findLast((place) => place.kind === 'page');
  const parts = [
    source.publisher ?? source.author,
    capture && t(`kinds.${capture.reading?.kind ?? 'picture'}`),
    pages?.kind === 'page' && t('pages', { count: pages.page }),
    capture &&
      (capture.takenBy
        ? t('capturedBy', { when: moment(capture.takenAt), name: capture.takenBy.name })
        : t('captured', { when: moment(capture.takenAt) })),
    capture?.lastCheck && t(`checks.${capture.lastCheck.outcome}`, { when: moment(capture.lastCheck.at) }),
  ].filter((part) => typeof part === 'string');
  return (
    <header className="reader-head">
      <h2 className="font-serif text-xl leading-snug font-semibold wrap-anywhere">
        {source.title}
        {source.link ? <OutwardMark href={source.link} label={t('openPage', { title: source.title })} /> : null}
      </h2>
      <p className="mt-0.5 text-xs text-soft">
        <TierSwitch source={source} onChanged={onChanged} />
        {['', ...parts, ''].join(' · ')}
        <PlainLink href={`/sources/${source.id}`}>{t('toSource')}</PlainLink>
      </p>
    </header>
  );
}
