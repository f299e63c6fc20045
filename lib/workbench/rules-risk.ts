/*
 * What is in danger of not being done in time. A claim takes ten minutes where it goes well: whoever has more to do until a
 * deadline than that allows is too late already. It is arithmetic to look twice at, and no forecast.
 */

/** Claims that one person checks in an hour, at most. */
export const PACE = 6;
const HOUR_MS = 60 * 60 * 1000;

export type Risk = {
  /** Its deadline has passed with something left; or there is more left than can be done; or neither. */
  readonly level: 'late' | 'tight' | 'none';
  /** Core claims an hour that have to be done until then, to one digit; null without a deadline that is to come. */
  readonly perHour: number | null;
};

/** How an article stands to its deadline. `people`: those who have claims of it; nobody counts as one. */
export function riskOf(coreLeft: number, dueAt: string | null, people: number, now: Date): Risk {
  if (dueAt === null || coreLeft === 0) return { level: 'none', perHour: null };
  const hours = (Date.parse(dueAt) - now.getTime()) / HOUR_MS;
  if (hours <= 0) return { level: 'late', perHour: null };
  const perHour = Math.ceil((coreLeft / hours) * 10) / 10;
  return { level: coreLeft > PACE * hours * Math.max(1, people) ? 'tight' : 'none', perHour };
}

/** Claims of one person that are due at one time. */
export type Charge = {
  readonly personId: string;
  readonly name: string;
  /** ISO instant. */
  readonly dueAt: string | null;
  readonly claims: number;
};

export type LoadDTO = {
  readonly id: string;
  readonly name: string;
  /** Claims that are theirs to check. */
  readonly claims: number;
  /** The first deadline until which they have more to do than they can; ISO instant. */
  readonly overloadedBy: string | null;
};

/**
 * What each has to do. Somebody is overloaded where, up to one of their deadlines, all that is due by then is more than the hours
 * left allow; what is past its deadline is due now. The fullest first.
 */
export function loadsOf(charges: readonly Charge[], now: Date): LoadDTO[] {
  const people = [...Map.groupBy(charges, ({ personId }) => personId)];
  return people
    .map(([id, own]) => ({
      id,
      name: own[0]?.name ?? '',
      claims: own.reduce((sum, { claims }) => sum + claims, 0),
      overloadedBy: firstTooMuch(own, now),
    }))
    .sort(
      (a, b) =>
        Number(b.overloadedBy !== null) - Number(a.overloadedBy !== null) ||
        b.claims - a.claims ||
        a.name.localeCompare(b.name),
    );
}

function firstTooMuch(charges: readonly Charge[], now: Date): string | null {
  const due = charges
    .flatMap(({ dueAt, claims }) => (dueAt === null ? [] : [{ dueAt, claims }]))
    .sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
  let sum = 0;
  for (const { dueAt, claims } of due) {
    sum += claims;
    if (sum > PACE * Math.max(0, (Date.parse(dueAt) - now.getTime()) / HOUR_MS)) return dueAt;
  }
  return null;
}
