/**
 * Stage 8, first half: expressions of time as they stand in a sentence, not yet placed on a calendar. One pass; every reader looks a bounded way ahead.
 */
import type { CalendarUnit } from '../lexicon/calendar.ts';

export type Part = 'early' | 'mid' | 'late' | null;
export type Bound = 'since' | 'until' | 'by' | 'before' | 'after' | null;
/** Before, in or after the current one; null where the text does not say. */
export type Shift = -1 | 0 | 1 | null;

/** What an expression says, before anything is resolved. Months count from 1, weekdays from Monday as 1. */
export type TimeForm =
  | {
      readonly kind: 'date';
      readonly year: number | null;
      readonly month: number;
      readonly day: number;
      /** "4 March last year" is -1. */
      readonly yearShift?: Shift;
      /** "9/11" names what happened, and sets no scene. */
      readonly isName?: true;
    }
  | {
      readonly kind: 'month';
      readonly year: number | null;
      readonly month: number;
      readonly shift: Shift;
      readonly part: Part;
      readonly yearShift?: Shift;
    }
  /** "After Easter", "on Easter Monday": days counted from Easter Sunday, both ends included. */
  | { readonly kind: 'easter'; readonly from: number; readonly to: number; readonly year: number | null }
  /** "On the 14th": of the month that has just been named. */
  | { readonly kind: 'nth'; readonly day: number }
  | { readonly kind: 'year'; readonly year: number; readonly part: Part }
  | { readonly kind: 'decade'; readonly year: number; readonly part: Part }
  | { readonly kind: 'century'; readonly century: number; readonly part: Part }
  /** A quarter or half of a year: `count` 4 or 2. */
  | {
      readonly kind: 'fraction';
      readonly nth: number;
      readonly count: 2 | 4;
      readonly year: number | null;
      readonly yearShift: Shift;
    }
  | {
      readonly kind: 'season';
      readonly month: number;
      readonly year: number | null;
      readonly shift: Shift;
      readonly part: Part;
    }
  /** `plus` is 7 for "Thursday week"; `week` is told in "Tuesday of last week". */
  | {
      readonly kind: 'weekday';
      readonly weekday: number;
      readonly shift: Shift;
      readonly plus: number;
      readonly week?: Shift;
    }
  /** "This week", "last year", "yesterday". `side` cuts it at the day of publication: "earlier this year". */
  | {
      readonly kind: 'current';
      readonly unit: CalendarUnit;
      readonly shift: number;
      readonly part: Part;
      readonly side: -1 | 0 | 1;
    }
  | { readonly kind: 'weekend'; readonly shift: Shift }
  /** "Two years ago", "in three weeks' time": from the day of publication. */
  | { readonly kind: 'ago'; readonly n: number; readonly unit: CalendarUnit }
  /** "The next day", "two days later", "a year earlier", "that month": from the date the text spoke of last. */
  | {
      readonly kind: 'then';
      readonly n: number;
      readonly unit: CalendarUnit;
      /** "The following year" behind a month is all of that year, "a year later" the same month. */
      readonly whole?: true;
    }
  /** "Two days after the vote": from an event. `present` where the clause it serves is in the present, so that today is meant. */
  | { readonly kind: 'event'; readonly n: number; readonly unit: CalendarUnit; readonly present: boolean }
  /** "The past two years", "the next three months": up to, or from, the day of publication. */
  | { readonly kind: 'window'; readonly n: number; readonly unit: CalendarUnit }
  | { readonly kind: 'range'; readonly from: TimeForm; readonly to: TimeForm }
  /** "The year ending Oct. 31", "the three months to June"; with `n` below nought "the week beginning 3 May". */
  | { readonly kind: 'ending'; readonly n: number; readonly unit: CalendarUnit; readonly end: TimeForm }
  /** A fiscal year, whose months differ from house to house; or a time too loose for a calendar. */
  | { readonly kind: 'loose' }
  /** "So far", "until now": up to the day of publication. */
  | { readonly kind: 'until now' }
  /** "Within three months": before or after what, the words do not say. */
  | { readonly kind: 'within' }
  /** A time of day: no answer of its own, but no quantity either. */
  | { readonly kind: 'clock' };

/** An expression and the words it takes: `words[at]` up to, not including, `words[next]`. */
export type Reading = { readonly form: TimeForm; readonly next: number };
export type TimeExpression = {
  readonly at: number;
  readonly next: number;
  readonly form: TimeForm;
  readonly bound: Bound;
};
