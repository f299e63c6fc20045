import { LockKeyhole } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { ConfidenceDTO } from '#lib/sources/types.ts';

/** That a source is confidential: why, since when, and to whom it is named. */
export function Confidence({ confidence }: { confidence: ConfidenceDTO }) {
  const t = useTranslations('sources');
  const format = useFormatter();
  const { since, reason, handler, to } = confidence;
  return (
    <section className="rounded-md border border-review/60 px-3 py-2.5 text-sm" aria-labelledby="confidential">
      <h2 id="confidential" className="flex items-center gap-1.5 font-semibold text-review">
        <LockKeyhole aria-hidden="true" className="size-4" />
        {t('confidential')}
      </h2>
      <p className="mt-1 whitespace-pre-line text-pretty wrap-anywhere">{reason}</p>
      <h3 className="mt-2.5 text-xs text-soft">{t('namedTo')}</h3>
      <ul>
        {to.map(({ id, name }) => (
          <li key={id}>
            {name}
            {id === handler.id ? <span className="text-soft"> {t('handlerMark')}</span> : null}
          </li>
        ))}
      </ul>
      <p className="mt-2.5 text-xs text-pretty text-soft">
        {t('confidentialNote', { when: format.dateTime(new Date(since), 'moment') })}
      </p>
    </section>
  );
}
