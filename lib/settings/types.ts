/** How second readers work: none is needed, they see the first verdict, or they give theirs before they see it. */
export const MODES = ['one', 'open', 'blind'] as const;
export type SecondReaderMode = (typeof MODES)[number];

export type SettingsDTO = {
  readonly deskName: string;
  /** An IANA name. */
  readonly timeZone: string;
  readonly defaultMode: SecondReaderMode;
  readonly version: number;
};

export type RatingDTO = {
  readonly id: string;
  readonly key: string;
  readonly label: string;
  readonly description: string;
  readonly position: number;
  readonly value: number | null;
  readonly stands: boolean;
  readonly archived: boolean;
};

/** A step of the scale, for editing. */
export type ScaleStepDTO = RatingDTO & { readonly version: number };
