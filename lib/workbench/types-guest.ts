import type { BlockDTO } from '#lib/articles/types.ts';

/** What a guest has answered; `at` is an ISO instant. */
export type GuestAnswerDTO = { readonly id: string; readonly body: string; readonly at: string };

/** A question to the writer, as a guest sees it: its words, what they are about in the article's own words, and the guest's answers. */
export type GuestQuestionDTO = {
  readonly id: string;
  readonly body: string;
  readonly by: string;
  /** ISO instants. */
  readonly at: string;
  readonly dueAt: string | null;
  /** Where what it is about stands in the text; null where it is the article as a whole, or the words stand in it no more. */
  readonly place: { readonly start: number; readonly end: number } | null;
  /** The words that it is about, as they stand or last stood; null where it is the article as a whole. */
  readonly quote: string | null;
  readonly isClosed: boolean;
  readonly answers: readonly GuestAnswerDTO[];
};

/** All that a guest sees. What is not in it they see nowhere. */
export type GuestPageDTO = {
  readonly linkId: string;
  readonly name: string;
  /** ISO instant. */
  readonly until: string;
  readonly desk: string;
  readonly headline: string;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly language: string;
  readonly text: string;
  readonly blocks: readonly BlockDTO[];
  /** Those that wait for an answer first. */
  readonly questions: readonly GuestQuestionDTO[];
};
