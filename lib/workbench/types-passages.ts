import type { Comparison } from '#lib/match/index.ts';
import type { SaidDTO } from '#lib/sources/types-captures.ts';

/** Words of a capture that bear on a claim: offered, never attached by themselves. */
export type PassageDTO = {
  readonly captureId: string;
  /** The number of the reading whose text the place is in. */
  readonly reading: number;
  readonly source: { readonly id: string; readonly title: string };
  /** UTF-16 code units of the capture's text. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** Empty where the place has no name. */
  readonly locator: string;
  /** `finer`: the same, said more exactly. `speaks`: of the same thing, and none of the others is certain. */
  readonly bearing: 'agrees' | 'differs' | 'finer' | 'speaks';
  /** Figures that were set against each other, as each side writes them. */
  readonly figures: readonly { readonly claim: string; readonly source: string }[];
};

export type PassagesDTO = {
  /** The best first. */
  readonly passages: readonly PassageDTO[];
  /** Some has not been looked through yet: to be asked for again. */
  readonly isPart: boolean;
};

/** A claim that a capture speaks of, by its best passage there. */
export type BearingDTO = Pick<PassageDTO, 'start' | 'end' | 'bearing'> & { readonly claimId: string };

export type BearingsDTO = {
  /** In the order of the article. */
  readonly bearings: readonly BearingDTO[];
  /** Some has not been looked through yet: to be asked for again. */
  readonly isPart: boolean;
};

export type { NamedSource as NamedSourceDTO } from '#lib/ingest/named.ts';

/** What of a claim can be set beside its evidence: its figures, and what it has in quotation marks. */
export type BesideDTO = { readonly figures: readonly FiguresBesideDTO[]; readonly said: readonly SaidDTO[] };

/** One figure of a claim beside one of a piece of evidence, as each writes it, in the terms of `Comparison`. */
export type FiguresBesideDTO = Pick<Comparison, 'fit' | 'obstacle' | 'difference' | 'allows'> & {
  /** The evidence's number. */
  readonly number: number;
  readonly claim: string;
  readonly evidence: string;
  readonly unit: string | null;
};
