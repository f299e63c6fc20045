/**
 * Whether a year is one that Stet takes: 1000 to 9998. They are four digits in every notation, and so is what lies beside them: the day after,
 * and the same instant in another zone. Postgres has no year 0, and beyond 9999 JavaScript and Postgres write years that the other cannot read.
 */
const isYear = (year: number): boolean => year >= 1000 && year <= 9998;

/** Whether these words are a day that exists, YYYY-MM-DD, in a year that Stet takes. */
export function isDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const at = new Date(`${day}T00:00:00Z`);
  return isMoment(at) && at.toISOString().startsWith(day);
}

/** Whether it is an instant at all, in a year of UTC that Stet takes. */
export const isMoment = (at: Date): boolean => isYear(at.getUTCFullYear());

/** A local date as the database keeps it, as YYYY-MM-DD. */
export const dayOf = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;

/** YYYY-MM-DD as the database keeps it. */
export const dateOf = (day: string | null): Date | null => (day ? new Date(day) : null);
