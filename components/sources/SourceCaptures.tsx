import { useFormatter, useTranslations } from 'next-intl';
import { Tag } from '#components/ui/Tag.tsx';
import type { CaptureDTO } from '#lib/sources/types-captures.ts';

/** What was kept of the source, the newest first. */
export function SourceCaptures({ captures }: { captures: readonly CaptureDTO[] }) {
  const t = useTranslations('sources');
  if (captures.length === 0) return <p className="border-t border-rule pt-2.5 text-sm text-soft">{t('noCaptures')}</p>;
  return (
    <ol className="border-b border-rule">
      {captures.map((capture) => (
        <Capture key={capture.id} capture={capture} />
      ))}
    </ol>
  );
}

function Capture({ capture }: { capture: CaptureDTO }) {
  const t = useTranslations('sources');
  const format = useFormatter();
  const { number, takenAt, takenBy, takenFrom, fileName, mediaType, size, erased } = capture;
  const kilobytes = format.number(Math.ceil(size / 1024), { style: 'unit', unit: 'kilobyte' });
  return (
    <li className="border-t border-rule py-2.5 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="figures font-semibold text-soft">{t('capture', { number })}</span>
        <time dateTime={takenAt} className="figures">
          {format.dateTime(new Date(takenAt), 'moment')}
        </time>
        {erased ? <Tag tone="quiet">{t('captureErased')}</Tag> : null}
      </p>
      <p className="text-xs wrap-anywhere text-soft">
        {[fileName ?? takenFrom, mediaType, kilobytes, takenBy?.name].filter(Boolean).join(' · ')}
      </p>
    </li>
  );
}
