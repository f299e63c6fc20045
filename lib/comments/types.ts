import type { QueryRule } from '#lib/settings/types.ts';

export type CommentKind = 'note' | 'query';

/**
 * Whom a query is put to. The party is whoever the claim criticises: asking them is the right of reply. One put to `legal` is a flag for legal attention, whose words are
 * the reason: it stands and holds as any question does until it is cleared, with a reason.
 */
export const ADDRESSEES = ['writer', 'expert', 'source', 'party', 'colleague', 'legal'] as const;
export type Addressee = (typeof ADDRESSEES)[number];

/** What came of a query: an answer, none until it was due, or it was needed no longer. */
export const QUERY_OUTCOMES = ['answered', 'unanswered', 'dropped'] as const;
export type QueryOutcome = (typeof QUERY_OUTCOMES)[number];

/** Whom a query is put to, how ("by phone, 11:20"), until when (ISO instant), and whether it holds its claim; null for as the article has it. */
export type AskedDTO = {
  readonly addressee: Addressee | null;
  readonly whom: string | null;
  readonly how: string | null;
  readonly dueAt: string | null;
  readonly holds: QueryRule | null;
};

/**
 * The words of the article that a thread is about: as they stood when it was begun, and where they stand in the text that is read, in UTF-16 code units; null where they
 * stand in it no more. `changed` where other words stand in their place.
 */
export type StretchDTO = {
  readonly quote: string;
  readonly place: { readonly start: number; readonly end: number } | null;
  readonly changed: boolean;
};

export type CommentDTO = {
  readonly id: string;
  readonly version: number;
  readonly threadId: string | null;
  readonly kind: CommentKind;
  readonly body: string;
  /** Whose words they are where they came in by a file, as the file says; empty where it names nobody. Its author took them in. */
  readonly cameFrom: string | null;
  /** `id` is null of a guest, who has answered by a link to the article and has no account. */
  readonly author: { readonly id: string | null; readonly name: string };
  readonly createdAt: string;
  readonly editedAt: string | null;
  /** Names that are called in it, of people who may read the article. */
  readonly mentions: readonly string[];
  /** Of a query: whom it is put to, and the rest; null of a note. */
  readonly asked: AskedDTO | null;
  readonly resolved: {
    readonly by: string;
    readonly at: string;
    /** Null of a note, and of a query that was resolved before outcomes were kept. */
    readonly outcome: QueryOutcome | null;
    readonly answer: string | null;
    /** Whose answer it is where it came in by a file, likewise. */
    readonly answerFrom: string | null;
  } | null;
  readonly withdrawn: boolean;
  readonly onVerdict: boolean;
  /** The number of the claim's evidence that it speaks of; null of the claim itself, or of none. */
  readonly evidence: number | null;
  /** Of a thread on a stretch of the text alone. */
  readonly stretch: StretchDTO | null;
};
