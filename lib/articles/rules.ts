/**
 * The instant at which the clocks of a time zone show a date and time.
 *
 * @param local `YYYY-MM-DDTHH:mm`, as a browser's datetime-local field gives it.
 * @returns ISO instant; null where `local` is no such date. An hour that the clocks skip in spring counts as the hour
 *   after; of an hour that comes twice in autumn it is the first.
 */
export function instantOf(local: string, timeZone: string): string | null {
  const wall = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) ? Date.parse(`${local}:00Z`) : Number.NaN;
  if (Number.isNaN(wall)) return null;
  // Zones differ by a day at most, so these two cover every offset that can hold then.
  const offsets = [offsetAt(wall - DAY_MS, timeZone), offsetAt(wall + DAY_MS, timeZone)];
  const fits = offsets.map((offset) => wall - offset).filter((at) => at + offsetAt(at, timeZone) === wall);
  const at = fits.length > 0 ? Math.min(...fits) : wall - Math.min(...offsets);
  return new Date(at).toISOString();
}

/** What the clocks of a time zone show at an instant: `YYYY-MM-DDTHH:mm`. */
export function localOf(instant: string, timeZone: string): string {
  const at = Date.parse(instant);
  return new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 16);
}

const DAY_MS = 86_400_000;

/** Milliseconds by which the zone's clocks are ahead of UTC at an instant. */
function offsetAt(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return wall - Math.floor(at / 1000) * 1000;
}

export type DueDay = 'past' | 'yesterday' | 'today' | 'tomorrow' | 'later';

/** The day of a deadline as people at the desk would name it now. */
export function dueDay(dueAt: string, now: Date, timeZone: string): DueDay {
  const dayOf = (instant: string) => Date.parse(`${localOf(instant, timeZone).slice(0, 10)}T00:00:00Z`);
  const days = (dayOf(dueAt) - dayOf(now.toISOString())) / DAY_MS;
  if (days < -1) return 'past';
  if (days > 1) return 'later';
  return days === 0 ? 'today' : days === 1 ? 'tomorrow' : 'yesterday';
}
