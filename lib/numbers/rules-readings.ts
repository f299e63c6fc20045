import { agreementOn, alpha, kappa, type Pair, share } from './rules-agreement.ts';
import type { AgreementDTO, NumbersDTO, PairNumbersDTO } from './types.ts';

/** What a first and a second reader found of so many claims. */
export type Reading = {
  /** The ratings' labels, and their numbers where they are steps of the scale. */
  readonly first: string;
  readonly second: string;
  readonly firstValue: number | null;
  readonly secondValue: number | null;
  /** Their places in the desk's scale. */
  readonly firstPosition: number;
  readonly secondPosition: number;
  /** The two readers, whoever of them read first; `isInOrder` where that was the one called a. */
  readonly aId: string;
  readonly bId: string;
  readonly aName: string;
  readonly bName: string;
  readonly isInOrder: boolean;
  readonly isBlind: boolean;
  readonly count: number;
};

const count = (readings: readonly { readonly count: number }[]): number =>
  readings.reduce((sum, one) => sum + one.count, 0);
const same = (readings: readonly Reading[]): number => count(readings.filter(({ first, second }) => first === second));

/** How far first and second readers agreed. */
export function agreementOf(readings: readonly Reading[]): AgreementDTO {
  const units = readings.map((one) => ({ values: [one.first, one.second], count: one.count }));
  const steps = readings.flatMap(({ firstValue, secondValue, count: times }) =>
    firstValue === null || secondValue === null
      ? []
      : [{ values: [String(firstValue), String(secondValue)], count: times }],
  );
  return {
    count: count(readings),
    same: share(same(readings), count(readings)),
    kappa: kappa(readings),
    alpha: alpha(units),
    alphaOrdinal: alpha(steps, 'ordinal'),
  };
}

/** How far they agreed on each rating that was given, in the scale's order. */
export function byRating(readings: readonly Reading[]): NumbersDTO['byRating'] {
  const places = new Map(
    readings.flatMap(({ first, second, firstPosition, secondPosition }) => [
      [first, firstPosition],
      [second, secondPosition],
    ]),
  );
  return [...places]
    .sort(([, a], [, b]) => a - b)
    .flatMap(([label]) => {
      const found = agreementOn(readings, label);
      return found ? [{ label, ...found }] : [];
    });
}

/** How far each two readers agreed, those with most in common first. */
export function pairsOf(readings: readonly Reading[]): (PairNumbersDTO & { readonly count: number })[] {
  const pairs = Map.groupBy(readings, ({ aId, bId }) => `${aId} ${bId}`);
  return [...pairs.values()]
    .flatMap((theirs) => {
      const [one] = theirs;
      if (!one) return [];
      const judged = theirs.map(
        ({ first, second, isInOrder, count: times }): Pair =>
          isInOrder ? { first, second, count: times } : { first: second, second: first, count: times },
      );
      const names: [string, string] = [one.aName, one.bName];
      const all = count(theirs);
      return [
        {
          id: `${one.aId} ${one.bId}`,
          names,
          count: all,
          same: same(theirs) / all,
          kappa: kappa(judged)?.value ?? null,
        },
      ];
    })
    .sort((a, b) => b.count - a.count || a.names.join().localeCompare(b.names.join()));
}
