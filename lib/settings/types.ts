import type { SecondReaderMode } from '#lib/articles/types.ts';
import type { RatingDTO } from '#lib/verdicts/types.ts';

export type SettingsDTO = {
  readonly deskName: string;
  /** An IANA name. */
  readonly timeZone: string;
  readonly defaultMode: SecondReaderMode;
  readonly version: number;
};

/** A step of the scale, for editing. */
export type ScaleStepDTO = RatingDTO & { readonly version: number };
