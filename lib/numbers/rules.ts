import type { PairNumbersDTO, Period, PersonNumbersDTO } from './types.ts';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 30;
/** Up to so many days a period is drawn by day, beyond it by week. */
const BY_DAY = 31;

/** How many days a period has. */
export const daysOf = ({ from, to }: Period): number => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;

/** The day so many days after another. */
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The last so many days up to and with `today`. */
export const lastDays = (today: string, days: number = DEFAULT_DAYS): Period => ({
  from: dayAfter(today, 1 - days),
  to: today,
});

export const stepOf = (period: Period): 'day' | 'week' => (daysOf(period) <= BY_DAY ? 'day' : 'week');

/** Every day of a period, or the Monday of each of its weeks. */
export function stepDays(period: Period): string[] {
  const per = stepOf(period);
  const first = per === 'day' ? period.from : dayAfter(period.from, -((new Date(period.from).getUTCDay() + 6) % 7));
  const all = Math.floor((Date.parse(period.to) - Date.parse(first)) / DAY_MS / (per === 'day' ? 1 : 7)) + 1;
  return Array.from({ length: all }, (_, step) => dayAfter(first, step * (per === 'day' ? 1 : 7)));
}

/**
 * Counts by person with those under `least` left out; none at all is no small count. Where one alone would be, the next smallest goes with it: the
 * desk's sum would tell it.
 */
export function maskedCounts(counts: readonly number[], least: number): (number | null)[] {
  const hidden = new Set(counts.flatMap((count, at) => (count > 0 && count < least ? [at] : [])));
  if (hidden.size === 1) {
    const [next] = counts
      .map((count, at) => ({ count, at }))
      .filter(({ count, at }) => count > 0 && !hidden.has(at))
      .sort((a, b) => a.count - b.count);
    if (next) hidden.add(next.at);
  }
  return counts.map((count, at) => (hidden.has(at) ? null : count));
}

type Counts = Readonly<Record<'firstVerdicts' | 'secondReadings' | 'evidence', number>>;

/** What each did, as it may be shown. */
export function maskedPeople(
  people: readonly (Counts & { readonly id: string; readonly name: string })[],
  least: number,
): PersonNumbersDTO[] {
  const column = (key: keyof Counts) =>
    maskedCounts(
      people.map((one) => one[key]),
      least,
    );
  const [first, second, evidence] = [column('firstVerdicts'), column('secondReadings'), column('evidence')];
  return people.map(({ id, name }, at) => ({
    id,
    name,
    firstVerdicts: first[at] ?? null,
    secondReadings: second[at] ?? null,
    evidence: evidence[at] ?? null,
  }));
}

/** What each two readers did, as it may be shown. */
export function maskedPairs(
  pairs: readonly (PairNumbersDTO & { readonly count: number })[],
  least: number,
): PairNumbersDTO[] {
  const counts = maskedCounts(
    pairs.map(({ count }) => count),
    least,
  );
  return pairs.map((pair, at) => (counts[at] === null ? { ...pair, count: null, same: null, kappa: null } : pair));
}
