import type { Access } from '#lib/articles/types.ts';
import type { ClaimMark } from '#lib/standing/types.ts';

/**
 * Why something needs somebody:
 * `query` a question that is theirs to answer · `call` a comment that calls them by name · `answered` a question of theirs that was
 * answered · `chase` one of theirs whose answer is due · `dispute` readers disagree · `stale` what they judged has changed ·
 * `second` waits for a second reader · `assigned` theirs to check · `due` an article of theirs is due.
 */
export const NEED_KINDS = [
  'query',
  'call',
  'dispute',
  'stale',
  'second',
  'assigned',
  'due',
  'chase',
  'answered',
] as const;
export type NeedKind = (typeof NEED_KINDS)[number];

/** What a person has said of it: nothing yet, or one of these. */
export const NEED_STANDS = ['new', 'read', 'later', 'done'] as const;
export type NeedStand = (typeof NEED_STANDS)[number];

/** One record that needs somebody: its key, and the state it is in. Of what is hidden from them the state says nothing. */
export type NeedPart = { readonly key: string; readonly state: string };

export type NeedClaimDTO = { readonly number: number; readonly statement: string; readonly mark: ClaimMark };

/** One thing that needs somebody: a comment, or the claims of one article that ask for the same. */
export type NeedDTO = {
  /** Of the kind and the record, or the article. */
  readonly id: string;
  readonly kind: NeedKind;
  readonly article: {
    readonly id: string;
    readonly headline: string;
    /** ISO instant. */
    readonly dueAt: string | null;
    readonly access: Access;
  };
  readonly parts: readonly NeedPart[];
  /** The first few in the order of the text, of `parts.length`; the claim that a comment is on. */
  readonly claims: readonly NeedClaimDTO[];
  /** What was said, or answered; null of what is no comment. */
  readonly words: string | null;
  /** Who said it, gave the verdict, or gave the claims to the reader. */
  readonly by: readonly string[];
  /** When it came up, where that may be told; ISO instant. */
  readonly at: string | null;
  /** Of a question: when its answer is due. ISO instant. */
  readonly dueAt: string | null;
  /** It keeps its claim from being dealt with. */
  readonly holds: boolean;
  /** A question on a claim of theirs that is put to somebody else: the writer, a source, whom it criticises. */
  readonly ofOthers: boolean;
  readonly stand: NeedStand;
  /** Of what is put off. ISO instant. */
  readonly until: string | null;
};

export const NEED_VIEWS = ['now', 'later', 'done'] as const;
export type NeedView = (typeof NEED_VIEWS)[number];

/** What needs somebody, in one view, the most pressing first. */
export type NeedsDTO = {
  readonly view: NeedView;
  readonly items: readonly NeedDTO[];
  /** How many there are in each view, those that are not shown included. */
  readonly counts: Readonly<Record<NeedView, number>>;
  /** There is more than was looked at. */
  readonly more: boolean;
};

/** For the head of every page. */
export type NeedCountDTO = { readonly count: number; readonly more: boolean; readonly mark: string };

/** How somebody wants to be told by e-mail what needs them: not at all, as it comes, or once a morning. */
export const MAIL_CHOICES = ['none', 'each', 'digest'] as const;
export type MailChoice = (typeof MAIL_CHOICES)[number];
