import { useTranslations } from 'next-intl';
import type { Period } from '#lib/numbers/types.ts';
import { periodFormat } from '#lib/reports/schema.ts';

/** A report on a period's work as files. Plain links: the browser saves what comes. */
export function PeriodDownloads({ period }: { readonly period: Period }) {
  const t = useTranslations('numbers');
  const report = useTranslations('report');
  return (
    <section aria-labelledby="period-report" className="screen-only">
      <h2 id="period-report" className="font-serif text-lg font-semibold">
        {t('report')}
      </h2>
      <p className="mt-0.5 mb-2 max-w-2xl text-sm text-pretty text-soft">{t('reportLead')}</p>
      <p className="flex flex-wrap gap-x-3 gap-y-1 text-sm">
        {periodFormat.options.map((format) => (
          <a
            key={format}
            href={`/api/numbers/report/${format}?${new URLSearchParams(period)}`}
            download
            className="text-focus hover:underline"
          >
            {report(format)}
          </a>
        ))}
      </p>
    </section>
  );
}
