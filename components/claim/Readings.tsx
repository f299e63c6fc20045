'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { Modifier, Quantity, Time } from '#lib/engine/types.ts';
import { unitWords } from './unit-words.ts';

const modifierKeys = {
  approximately: 'approximately',
  'at least': 'atLeast',
  'at most': 'atMost',
  'more than': 'moreThan',
  'less than': 'lessThan',
} as const satisfies Record<Modifier, string>;

/** The number of a figure, or both of a range or a tally. */
function numbersOf(
  { range, tally, value }: Quantity,
  number: (value: number) => string,
  t: ReturnType<typeof useTranslations<'claim'>>,
): string {
  if (tally) return t('tallyOf', { first: number(tally[0]), second: number(tally[1]) });
  if (range === null) return value === null ? '' : number(value);
  const [low, high] = range;
  if (low !== null && high !== null) return t('rangeOf', { low: number(low), high: number(high) });
  if (low !== null) return t('openAbove', { low: number(low) });
  return high === null ? '' : t('openBelow', { high: number(high) });
}

/** A figure as written and as read: "almost a fifth → about 20 percent, up". */
export function Figure({ figure }: { figure: Quantity }) {
  const t = useTranslations('claim');
  const format = useFormatter();
  const number = (value: number) => format.number(value, { maximumFractionDigits: 6 });
  const plain = numbersOf(figure, number, t);
  const unit = figure.unit && unitWords(figure.unit, figure.value === 1);
  const counted = figure.rank ? t('rank', { value: plain }) : [plain, unit].filter(Boolean).join(' ');
  const value = figure.modifier ? t(modifierKeys[figure.modifier], { value: counted }) : counted;
  const rest = [figure.per && t('perBase', { base: figure.per }), figure.change && t(figure.change)].filter(Boolean);
  return (
    <>
      {figure.text === value ? null : (
        <>
          {figure.text} <span aria-hidden="true">→</span>{' '}
        </>
      )}
      <b className="font-semibold">{value}</b>
      {rest.length > 0 ? `, ${rest.join(', ')}` : null}
    </>
  );
}

/** A period as written and as read: "in the first quarter → 1 January 2017 to 31 March 2017". */
export function Period({ time }: { time: Time }) {
  const t = useTranslations('claim');
  const format = useFormatter();
  const day = (date: string) => format.dateTime(new Date(`${date}T00:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' });
  const from = time.from && day(time.from);
  const to = time.to && day(time.to);
  const words = from && to ? (from === to ? from : t('to_date', { from, to })) : (from ?? to ?? t('unresolved'));
  return (
    <>
      {time.text} <span aria-hidden="true">→</span> {words}
    </>
  );
}
