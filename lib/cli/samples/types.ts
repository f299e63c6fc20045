import type { Stance } from '#lib/evidence/types.ts';

/** What the samples' checkers did, told by the words of the article that each step is about. */
export type SampleEvidence = {
  readonly title: string;
  readonly publisher: string;
  readonly tier: 'primary' | 'secondary';
  readonly kind: 'document' | 'dataset' | 'page' | 'person';
  readonly stance: Stance;
  readonly quote?: string;
  readonly locator?: string;
  readonly note?: string;
};

export type SampleStep = {
  /** Words of the article inside the claim. */
  readonly words: string;
  readonly evidence: readonly SampleEvidence[];
  readonly verdict?: { readonly rating: string; readonly rationale: string; readonly fix?: string };
  /** What the second reader does: signs off, or gives a verdict of their own. */
  readonly second?: 'signs off' | { readonly rating: string; readonly rationale: string };
  readonly comment?: string;
};

export type Sample = {
  readonly file: string;
  readonly dueInHours: number;
  readonly steps: readonly SampleStep[];
  /** Everything that is left is excluded or marked, and a report is frozen. */
  readonly finished: boolean;
};
