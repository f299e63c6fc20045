import { isDay } from '#lib/platform/days.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The day in a date as feeds write it: "Thu, 12 Mar 2026 23:30:00 -0500" (RSS), "2026-03-12T23:30:00-05:00" (Atom, JSON). It is the day
 * that stands there, whatever zone it is in. Null where it is none.
 */
export function dayIn(date: string): string | null {
  const words = date.trim();
  const iso = /^(\d{4}-\d{2}-\d{2})(?![\d-])/.exec(words)?.[1];
  if (iso !== undefined) return isDay(iso) ? iso : null;
  const [, day = '', month = '', year = ''] =
    /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})\b/i.exec(words) ?? [];
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  const found = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return number > 0 && isDay(found) ? found : null;
}
