/**
 * Days as whole numbers, so that no machine's time zone can shift them: day 0 is 1970-01-01, counted in the proleptic Gregorian calendar.
 */
import type { CalendarUnit } from '../lexicon/calendar.ts';

export type Days = { readonly from: number; readonly to: number };

const DAY_MS = 86_400_000;

/** The day number of a date; months beyond 1 to 12 and days beyond the month's carry over. */
export function dayOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.floor(date.getTime() / DAY_MS);
}

export type Civil = { readonly year: number; readonly month: number; readonly day: number };

export function civil(day: number): Civil {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** YYYY-MM-DD of a day number; null for years that need more than four digits. */
export function isoOf(day: number): string | null {
  const { year, month, day: date } = civil(day);
  if (!(year >= 0 && year <= 9999)) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** The day number of a YYYY-MM-DD string; null where it is not one, or names a day that does not exist. */
export function parseIso(iso: string | undefined): number | null {
  if (iso === undefined || iso.length !== 10) return null;
  const year = Number(iso.slice(0, 4));
  const month = Number(iso.slice(5, 7));
  const day = Number(iso.slice(8, 10));
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null;
  const number = dayOf(year, month, day);
  return isoOf(number) === iso ? number : null;
}

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

export const daysInMonth = (year: number, month: number): number => dayOf(year, month + 1, 1) - dayOf(year, month, 1);

/** Whether the date exists, 29 February being allowed where the year is unknown. */
export function isDate(year: number | null, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year ?? 2000, month);
}

export const monthDays = (year: number, month: number): Days => ({
  from: dayOf(year, month, 1),
  to: dayOf(year, month + 1, 1) - 1,
});
export const yearDays = (year: number): Days => ({ from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) });

/** The whole hour's day, day, week (Monday to Sunday), month, quarter, year, decade or century, `shift` units from the one that holds `day`. */
export function unitAround(day: number, unit: CalendarUnit, shift: number): Days {
  const { year, month } = civil(day);
  if (unit === 'hour') return { from: day, to: day };
  if (unit === 'day') return { from: day + shift, to: day + shift };
  if (unit === 'week') {
    const monday = day - (weekdayOf(day) - 1) + 7 * shift;
    return { from: monday, to: monday + 6 };
  }
  if (unit === 'month') return { from: dayOf(year, month + shift, 1), to: dayOf(year, month + shift + 1, 1) - 1 };
  if (unit === 'quarter') {
    const first = month - ((month - 1) % 3) + 3 * shift;
    return { from: dayOf(year, first, 1), to: dayOf(year, first + 3, 1) - 1 };
  }
  if (unit === 'year') return yearDays(year + shift);
  const length = unit === 'decade' ? 10 : 100;
  const first = Math.floor(year / length) * length + length * shift;
  return { from: dayOf(first, 1, 1), to: dayOf(first + length, 1, 1) - 1 };
}

/** The day `n` units from `day`, the day of the month kept where the month has it. */
export function addUnits(day: number, unit: CalendarUnit, n: number): number {
  if (unit === 'hour') return day + Math.trunc(n / 24);
  if (unit === 'day') return day + Math.round(n);
  if (unit === 'week') return day + Math.round(7 * n);
  const perUnit = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }[unit];
  const { year, month, day: date } = civil(day);
  const target = month + Math.round(perUnit * n);
  const first = civil(dayOf(year, target, 1));
  return dayOf(first.year, first.month, Math.min(date, daysInMonth(first.year, first.month)));
}

/** The early, middle or late part of a stretch: a third of it. */
export function partOf(days: Days, part: 'early' | 'mid' | 'late' | null): Days {
  if (part === null) return days;
  const length = days.to - days.from + 1;
  const third = Math.floor(length / 3);
  // "early tomorrow"
  if (third === 0) return days;
  if (part === 'early') return { from: days.from, to: days.from + third - 1 };
  if (part === 'late') return { from: days.to - third + 1, to: days.to };
  return { from: days.from + third, to: days.to - third };
}
