import { useTranslations } from 'next-intl';

const HOUR = 60;
const DAY = 24 * HOUR;
/** One decimal where it says something. */
const round = (value: number): number => (value < 10 ? Math.round(value * 10) / 10 : Math.round(value));

/** Minutes in words, as roughly as one thinks of them. */
export function useDuration(): (minutes: number | null) => string {
  const t = useTranslations('numbers');
  return (minutes) => {
    if (minutes === null) return t('noValue');
    if (minutes < 1) return t('underMinute');
    if (minutes < 2 * HOUR) return t('minutes', { count: Math.round(minutes) });
    if (minutes < 2 * DAY) return t('hours', { count: round(minutes / HOUR) });
    return t('days', { count: round(minutes / DAY) });
  };
}
