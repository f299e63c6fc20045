import type { Changes } from './types-changes.ts';

/** Whom a query is put to, how, until when (ISO), and whether it holds the claim; unknown to events of before it was asked. */
export type AskedDetail = {
  readonly addressee: string | null;
  readonly whom: string | null;
  readonly how: string | null;
  readonly dueAt: string | null;
  readonly holds: string | null;
};

/** Events of what is said about an article and asked of whom, on its chain. */
export type TalkEvents = {
  /** `cameFrom`: whose the words are, as the file says that they came in by; `evidence` where it speaks of a piece of the claim's, by its number; `quote` where it speaks of a stretch of the text. */
  'comment.written': {
    claim: number | null;
    kind: string;
    body: string;
    asked?: AskedDetail;
    cameFrom?: string;
    evidence?: number;
    quote?: string;
  };
  'comment.edited': { claim: number | null; changes: Changes };
  'comment.resolved': { claim: number | null; outcome?: string; answer?: string | null; answerFrom?: string };
  'comment.reopened': { claim: number | null };
  'comment.withdrawn': { claim: number | null };
  /** A guest answers a question that was put to them; the id of their link is the event's actor. */
  'comment.answered': { claim: number | null; body: string; guest: string };
  /** A writer without an account is given a link to the article; `until` as an instant. */
  'guest.invited': { guest: string; until: string };
  /** They have opened it for the first time. */
  'guest.opened': { guest: string };
  'guest.revoked': { guest: string };
};
