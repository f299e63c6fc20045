/**
 * Stage 8, second half: what an expression means on the calendar. News looks back: without a sign of the future, a weekday, a month or a quarter is the latest one that has come.
 */

import type { CalendarUnit } from '../lexicon/calendar.ts';
import type { TimeBasis } from '../types.ts';
import {
  addUnits,
  type Civil,
  civil,
  type Days,
  dayOf,
  isDate,
  monthDays,
  partOf,
  unitAround,
  weekdayOf,
  yearDays,
} from './calendar.ts';
import { easterOf } from './feasts.ts';
import type { Bound, Shift, TimeForm } from './forms.ts';

export type Setting = {
  /** Day numbers; null where unknown. */
  readonly published: number | null;
  readonly previous: Days | null;
  readonly future: boolean;
  /** Whether the clause tells of what is over. */
  readonly past?: boolean;
  /** Whether of two years the much nearer is meant, whatever the verb says. */
  readonly near?: boolean;
  /** A year the sentence has spoken of: a month after it belongs to that year. */
  readonly year: number | null;
};
export type Placed = { readonly days: Days | null; readonly basis: TimeBasis };

export const UNPLACED: Placed = { days: null, basis: 'unresolved' };
const stated = (days: Days): Placed => ({ days, basis: 'stated' });
const fromPublication = (days: Days): Placed => ({ days, basis: 'publication date' });
const fromEarlier = (days: Days): Placed => ({ days, basis: 'earlier date' });

/** Days. "January sales" in March are not those of ten months on, without a year or a "next". */
const NEAR = 75;
/** Longer ago than this, and the one to come is meant where it is nearer. */
const FAR = 183;

/** The stretch that recurs every year, in the year that fits: the latest begun by `day`, or the next where the future is meant, unless the other is much nearer. */
function recurring(
  inYear: (year: number) => Days,
  {
    published: day,
    future,
    near = false,
  }: { readonly published: number; readonly future: boolean; readonly near?: boolean },
  shift: Shift,
): Days {
  const { year } = civil(day);
  const years = [year - 2, year - 1, year, year + 1].map(inYear);
  const last = (fits: (days: Days) => boolean): Days => years.findLast(fits) ?? inYear(year);
  const first = (fits: (days: Days) => boolean): Days => years.find(fits) ?? inYear(year);
  if (shift === 0) return first((d) => d.from <= day && d.to >= day && d.to > d.from);
  if (shift === -1) return last((d) => d.to < day);
  if (shift === 1) return first((d) => d.from > day);
  const next = first((d) => d.to >= day);
  const latest = last((d) => d.from <= day);
  const [ahead, behind] = [next.from - day, day - latest.to];
  if (future) return near && behind >= 0 && ahead > 2 * NEAR && behind < NEAR ? latest : next;
  const isNext = (ahead < NEAR && behind > 2 * NEAR) || (behind > FAR && ahead < behind);
  return near && ahead > 0 && isNext ? next : latest;
}

function yearly(
  inYear: (year: number) => Days,
  form: { readonly year: number | null; readonly yearShift?: Shift },
  setting: Setting,
  shift: Shift,
): Placed {
  if (form.year !== null) return stated(inYear(form.year));
  if (form.yearShift !== undefined && form.yearShift !== null) {
    if (setting.published === null) return UNPLACED;
    const days = inYear(civil(setting.published).year + form.yearShift);
    // "in the last three months of the year", told in January of what is over
    const isGone = setting.past === true && form.yearShift === 0 && days.from > setting.published;
    return fromPublication(isGone ? inYear(civil(setting.published).year - 1) : days);
  }
  if (setting.year !== null && shift === null) return fromEarlier(inYear(setting.year));
  const { published } = setting;
  if (published === null) return UNPLACED;
  return fromPublication(recurring(inYear, { ...setting, published }, shift));
}

function weekday(
  form: { readonly weekday: number; readonly shift: Shift; readonly plus: number; readonly week?: Shift },
  { published, future }: Setting,
): Placed {
  if (published === null) return UNPLACED;
  if (form.week !== undefined && form.week !== null) {
    const told = unitAround(published, 'week', form.week).from + form.weekday - 1;
    return fromPublication({ from: told, to: told });
  }
  const back = (weekdayOf(published) - form.weekday + 7) % 7;
  let day = published - back;
  if (form.shift === -1 && back === 0) day -= 7;
  else if (form.shift === 1) day += 7;
  else if ((form.shift === 0 || form.shift === null) && future && back !== 0) day += 7;
  return fromPublication({ from: day + form.plus, to: day + form.plus });
}

/** The days between the ends of the longest stretch that a move by the unit still makes sense of. */
const LONGEST: Readonly<Record<CalendarUnit, number>> = {
  hour: 0,
  day: Number.POSITIVE_INFINITY,
  week: 31,
  month: 100,
  quarter: 190,
  year: 800,
  decade: Number.POSITIVE_INFINITY,
  century: Number.POSITIVE_INFINITY,
};

const SHARP: Readonly<Record<string, boolean>> = { hour: true, day: true };

/** A point `n` units from `from`, as wide as its unit: "two years ago" is a year, "three days ago" a day. */
function pointFrom(from: number, n: number, unit: CalendarUnit): Days {
  const day = addUnits(from, unit, n);
  if (SHARP[unit] === true) return { from: day, to: day };
  return unitAround(day, unit === 'decade' || unit === 'century' ? 'year' : unit, 0);
}

function then(form: Extract<TimeForm, { kind: 'then' }>, setting: Setting): Placed {
  const { previous } = setting;
  if (previous === null) return UNPLACED;
  const { n, unit } = form;
  if (n === 0) {
    // "that month" behind a year is one of twelve
    const same = unitAround(previous.from, unit, 0);
    return previous.to > same.to ? UNPLACED : fromEarlier(same);
  }
  // "the previous quarter" to 1971
  if (previous.to - previous.from > LONGEST[unit]) return UNPLACED;
  if (form.whole && SHARP[unit] !== true && previous.to <= unitAround(previous.from, unit, 0).to)
    return fromEarlier(unitAround(previous.from, unit, n));
  // a stretch moves as a whole: "a year earlier" than a quarter is a quarter
  if (previous.to > previous.from && SHARP[unit] !== true) {
    const to = civil(previous.to + 1);
    const end = addUnits(dayOf(to.year, to.month, to.day), unit, n) - 1;
    return fromEarlier({ from: addUnits(previous.from, unit, n), to: end });
  }
  if (previous.to > previous.from) return UNPLACED;
  return fromEarlier(pointFrom(previous.from, n, unit));
}

function current(form: Extract<TimeForm, { kind: 'current' }>, { published, future }: Setting): Placed {
  if (published === null) return UNPLACED;
  const now = partOf(unitAround(published, form.unit, form.shift), form.part);
  // "will come into force at the start of the year", written in November
  const isNext = future && form.shift === 0 && form.part === 'early' && form.unit === 'year' && now.to < published;
  const days = isNext ? partOf(unitAround(published, form.unit, 1), form.part) : now;
  if (form.side === -1)
    return fromPublication({ from: days.from, to: Math.max(days.from, Math.min(days.to, published)) });
  if (form.side === 1) return fromPublication({ from: Math.min(days.to, Math.max(days.from, published)), to: days.to });
  return fromPublication(days);
}

function weekend(form: { readonly shift: Shift }, { published, future }: Setting): Placed {
  if (published === null) return UNPLACED;
  const saturday = unitAround(published, 'week', 0).from + 5;
  // "took place this weekend", written on a Wednesday
  const gone = !future && (form.shift === null ? published < saturday : form.shift === 0 && published < saturday - 1);
  const back = form.shift === -1 || gone;
  const offset = back ? -7 : form.shift === 1 ? 7 : 0;
  return fromPublication({ from: saturday + offset, to: saturday + 1 + offset });
}

function window(form: { readonly n: number; readonly unit: CalendarUnit }, { published }: Setting): Placed {
  if (published === null) return UNPLACED;
  const other = addUnits(published, form.unit, form.n);
  return fromPublication(other < published ? { from: other, to: published } : { from: published, to: other });
}

function range(form: { readonly from: TimeForm; readonly to: TimeForm }, setting: Setting): Placed {
  const to = place(form.to, setting);
  if (to.days === null) return UNPLACED;
  // the first end belongs before the second: its year is the second's, or the one before
  const end: Civil = civil(to.days.to);
  let from = place(form.from, form.from.kind === 'weekday' ? setting : { ...setting, year: end.year });
  if (from.days !== null && from.days.from > to.days.to) {
    from = place(
      form.from,
      form.from.kind === 'weekday'
        ? { ...setting, published: to.days.to, future: false }
        : { ...setting, year: end.year - 1 },
    );
  }
  if (from.days === null || from.days.from > to.days.to) return UNPLACED;
  return { days: { from: from.days.from, to: to.days.to }, basis: to.basis };
}

function event(form: Extract<TimeForm, { kind: 'event' }>, { published }: Setting): Placed {
  if (!form.present || published === null) return UNPLACED;
  return fromPublication(pointFrom(published, -form.n, form.unit));
}

function ending(form: Extract<TimeForm, { kind: 'ending' }>, setting: Setting): Placed {
  const placed = place(form.end, setting);
  // "fell in the year to March", written in the midst of March
  const isOpen =
    form.end.kind === 'month' &&
    form.end.year === null &&
    !setting.future &&
    (placed.days?.to ?? 0) > (setting.published ?? Number.POSITIVE_INFINITY);
  const end = isOpen ? place({ ...form.end, yearShift: -1 }, setting) : placed;
  if (end.days === null) return UNPLACED;
  // "the week beginning 16 March"
  if (form.n < 0)
    return { days: { from: end.days.from, to: addUnits(end.days.from, form.unit, -form.n) - 1 }, basis: end.basis };
  return { days: { from: addUnits(end.days.to + 1, form.unit, -form.n), to: end.days.to }, basis: end.basis };
}

/** The day of the month that was named before; none where the month has no such day. */
function nth({ day }: { readonly day: number }, { previous }: Setting): Placed {
  if (previous === null) return UNPLACED;
  const { year, month } = civil(previous.from);
  return isDate(year, month, day)
    ? fromEarlier({ from: dayOf(year, month, day), to: dayOf(year, month, day) })
    : UNPLACED;
}

/** Puts an expression on the calendar. */
export function place(form: TimeForm, setting: Setting): Placed {
  switch (form.kind) {
    case 'date': {
      const { month, day } = form;
      return yearly((y) => ({ from: dayOf(y, month, day), to: dayOf(y, month, day) }), form, setting, null);
    }
    case 'month':
      return yearly((y) => partOf(monthDays(y, form.month), form.part), form, setting, form.shift);
    case 'season':
      return yearly(
        (y) => partOf({ from: dayOf(y, form.month, 1), to: dayOf(y, form.month + 3, 1) - 1 }, form.part),
        form,
        setting,
        form.shift,
      );
    case 'easter':
      return yearly((y) => ({ from: easterOf(y) + form.from, to: easterOf(y) + form.to }), form, setting, null);
    case 'nth':
      return nth(form, setting);
    case 'year':
      return stated(partOf(yearDays(form.year), form.part));
    case 'decade':
      return stated(partOf({ from: dayOf(form.year, 1, 1), to: dayOf(form.year + 9, 12, 31) }, form.part));
    case 'century':
      return stated(
        partOf({ from: dayOf((form.century - 1) * 100 + 1, 1, 1), to: dayOf(form.century * 100, 12, 31) }, form.part),
      );
    case 'fraction': {
      const months = 12 / form.count;
      const inYear = (y: number): Days => ({
        from: dayOf(y, (form.nth - 1) * months + 1, 1),
        to: dayOf(y, form.nth * months + 1, 1) - 1,
      });
      return yearly(inYear, form, setting, null);
    }
    case 'weekday':
      return weekday(form, setting);
    case 'current':
      return current(form, setting);
    case 'weekend':
      return weekend(form, setting);
    case 'ago':
      return setting.published === null ? UNPLACED : fromPublication(pointFrom(setting.published, form.n, form.unit));
    case 'then':
      return then(form, setting);
    case 'event':
      return event(form, setting);
    case 'window':
      return window(form, setting);
    case 'range':
      return range(form, setting);
    case 'ending':
      return ending(form, setting);
    case 'until now':
      return setting.published === null
        ? UNPLACED
        : fromPublication({ from: setting.published, to: setting.published });
    case 'loose':
    case 'within':
    case 'clock':
      return UNPLACED;
  }
}

/** Opens a stretch to the side its preposition points to; null is an open end. */
export function bounded(days: Days, bound: Bound): { readonly from: number | null; readonly to: number | null } {
  switch (bound) {
    case 'since':
      return { from: days.from, to: null };
    case 'until':
    case 'by':
      return { from: null, to: days.to };
    case 'before':
      return { from: null, to: days.from - 1 };
    case 'after':
      return { from: days.to + 1, to: null };
    case null:
      return days;
  }
}
