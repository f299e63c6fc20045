'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { cx } from '#components/ui/cx.ts';
import { DateField } from '#components/ui/DateField.tsx';
import { PlainLink } from '#components/ui/Link.tsx';
import { lastDays } from '#lib/numbers/rules.ts';
import type { Period } from '#lib/numbers/types.ts';

const LAST = [7, 30, 90, 365] as const;

/** Which days are counted: one of the usual stretches by one press, or any by its ends. It stands in the address. */
export function NumbersPeriod(props: {
  readonly period: Period;
  readonly today: string;
  readonly errors: Readonly<Record<string, string>>;
}) {
  const { period, today, errors } = props;
  const t = useTranslations('numbers');
  const format = useFormatter();
  // A day is one of the calendar, of no zone.
  const day = (value: string) => format.dateTime(new Date(`${value}T00:00:00Z`), 'dayShort', { timeZone: 'UTC' });
  return (
    <section aria-label={t('period')} className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div>
        <p className="figures font-serif text-xl font-medium">
          {t('between', { from: day(period.from), to: day(period.to) })}
        </p>
        <ul className="mt-2 -ms-2 flex flex-wrap gap-1">
          {LAST.map((days) => {
            const last = lastDays(today, days);
            const isHere = last.from === period.from && last.to === period.to;
            return (
              <li key={days}>
                <PlainLink
                  href={`/numbers?${new URLSearchParams(last)}`}
                  aria-current={isHere ? 'true' : undefined}
                  className={cx(
                    'inline-flex min-h-8 items-center rounded-md px-2 text-sm text-soft hover:bg-wash hover:text-ink hover:no-underline',
                    'aria-[current]:font-semibold aria-[current]:text-ink',
                  )}
                >
                  {t('last', { days: String(days) })}
                </PlainLink>
              </li>
            );
          })}
        </ul>
      </div>
      <form method="get" action="/numbers" noValidate className="screen-only flex flex-wrap items-end gap-3">
        <DateField name="from" label={t('from')} defaultValue={period.from} max={today} error={errors.from} />
        <DateField name="to" label={t('to')} defaultValue={period.to} max={today} error={errors.to} />
        <Button type="submit">{t('show')}</Button>
      </form>
    </section>
  );
}
