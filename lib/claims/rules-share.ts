/** Somebody who may be given claims, with how many they have to check already. */
export type Sharer = { readonly id: string; readonly load: number };

/**
 * Who gets how many of so many things: each in turn goes to whoever has least by then, the first of them among equals, so that in
 * the end all have as much as each other, as far as that goes.
 */
export function quotas(count: number, people: readonly Sharer[]): number[] {
  const loads = people.map(({ load }) => load);
  const given = people.map(() => 0);
  for (let n = 0; n < count && people.length > 0; n++) {
    const least = loads.indexOf(Math.min(...loads));
    loads[least] = (loads[least] ?? 0) + 1;
    given[least] = (given[least] ?? 0) + 1;
  }
  return given;
}

/** Shares things in the order of the text out by load: everybody gets a stretch, so that nobody reads what their neighbour reads. */
export function shareByLoad<T>(
  things: readonly T[],
  people: readonly Sharer[],
): { readonly id: string; readonly things: readonly T[] }[] {
  let from = 0;
  const counts = quotas(things.length, people);
  return people.map(({ id }, i) => {
    const to = from + (counts[i] ?? 0);
    const own = things.slice(from, to);
    from = to;
    return { id, things: own };
  });
}

type Candidate = {
  readonly assigned: boolean;
  readonly excluded: boolean;
  readonly judged: boolean;
  /** A minor claim that nobody has touched, where those hold nothing. */
  readonly idle: boolean;
};

/** Why a claim is not shared out; null where it is. */
export const LEFT_OUT = ['excluded', 'judged', 'assigned', 'idle'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];
export const whyLeftOut = (claim: Candidate): LeftOut | null => LEFT_OUT.find((why) => claim[why]) ?? null;
