import type { Estimate } from './rules-agreement.ts';

/** A stretch of days in the desk's zone, both included, YYYY-MM-DD. */
export type Period = { readonly from: string; readonly to: string };

/** Instants: from the first to before the second. */
export type Stretch = { readonly from: Date; readonly to: Date };

/** How long something took: of how many, the middle one and the one that nine in ten stay under, in minutes. */
export type Duration = { readonly count: number; readonly median: number | null; readonly ninetieth: number | null };

/** What was done in one day or one week. */
export type StepDTO = {
  /** The day, or the Monday of the week, YYYY-MM-DD. */
  readonly day: string;
  readonly firstVerdicts: number;
  readonly secondReadings: number;
  readonly settled: number;
};

export type AgreementDTO = {
  /** How many claims two people have judged. */
  readonly count: number;
  readonly same: Estimate | null;
  readonly kappa: Estimate | null;
  /** Of ratings as names, and of those that are steps of the scale by their order. */
  readonly alpha: Estimate | null;
  readonly alphaOrdinal: Estimate | null;
};

/** What the desk has done in a period, of the articles that the reader may see. Blind verdicts whose second is not in are not counted. */
export type NumbersDTO = {
  readonly period: Period;
  /** The day it is in the desk's zone. */
  readonly today: string;
  readonly per: 'day' | 'week';
  readonly steps: readonly StepDTO[];
  /** From a claim's being there to its first verdict, and from that to its being settled. */
  readonly toVerdict: Duration;
  readonly toSettled: Duration;
  readonly settled: {
    readonly count: number;
    /** Whose rating says that the words may not stand. */
    readonly wrong: number;
    readonly withEvidence: number;
    readonly withPrimary: number;
    readonly withCapture: number;
  };
  readonly fixes: { readonly proposed: number; readonly accepted: number; readonly refused: number };
  /** Judged apart, before either saw the other's; and in the open, where the second saw the first verdict. */
  readonly agreement: { readonly blind: AgreementDTO; readonly open: AgreementDTO };
  readonly byRating: readonly {
    readonly label: string;
    /** How often the rating that one of the two gave was the other's too, 0 to 1, and of how many claims either gave it. */
    readonly value: number;
    readonly given: number;
  }[];
  /** Null for whoever may not see what each person did. */
  readonly people: readonly PersonNumbersDTO[] | null;
  readonly pairs: readonly PairNumbersDTO[] | null;
  /** Below this a count is not shown by person; 0 where the desk shows them all. */
  readonly least: number;
};

/** What one person did; a count is null where it is too small to be shown. */
export type PersonNumbersDTO = {
  readonly id: string;
  readonly name: string;
  readonly firstVerdicts: number | null;
  readonly secondReadings: number | null;
  readonly evidence: number | null;
};

/** Two readers who have judged the same claims; all but the names is null where these are too few to be shown. */
export type PairNumbersDTO = {
  /** The two people's ids. */
  readonly id: string;
  readonly names: readonly [string, string];
  readonly count: number | null;
  readonly same: number | null;
  readonly kappa: number | null;
};
