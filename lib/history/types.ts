import type { Json } from '#lib/platform/canonical.ts';
import type { CaptureChecked, Quoted, Reread } from './types-captures.ts';
import type { Change, Changes } from './types-changes.ts';
import type { ForeignEvents } from './types-foreign.ts';
import type { PublishingEvents } from './types-publishing.ts';
import type { AskedDetail, TalkEvents } from './types-talk.ts';

export type { AskedDetail, Change, Changes };

/**
 * Events of sources that stand on the chain of every article which cites it, and on the desk's, whose readers an article
 * may be hidden from: there they name no titles. `version` is the source's since then, and the same on all of them.
 */
type SourceEvents = {
  'source.archived': { source: string | null; version: number };
  'source.restored': { source: string | null; version: number };
  /**
   * Named from now on only to those whom the desk's chain names, in `to`, by their ids; `handler` is one of them. An article's chain says that it
   * was marked, and by whom.
   */
  'source.markedConfidential': { version: number; reason?: string; to?: readonly string[]; handler?: string };
  /** The people to whom it is named are these now. */
  'source.confided': { version: number; reason?: string; to?: readonly string[]; handler?: string };
  /** Named to everybody again who may know of it. */
  'source.unmarked': { version: number; reason?: string };
  /**
   * `merged` has become part of the source: told to the articles that cited it. `evidence` is what came with it in the
   * article, `changes` what it filled in.
   */
  'source.merged': {
    source: string | null;
    merged: string | null;
    into: string;
    from: string;
    evidence: readonly { id: string; claim: number; number: number }[];
    changes: Changes;
    version: number;
  };
};

/** Of a sign-off with others: how many they were, and when its signer had had the claim open (ISO). */
type Together = { readonly count: number; readonly openedAt: string };
type Unmet = readonly { readonly rule: string; readonly strength: string; readonly has: number }[];

type EventsBeside = SourceEvents & PublishingEvents & TalkEvents;

/** Events of an article's chain, each with its payload. */
export type ArticleEvents = EventsBeside & {
  /** The records of an article of before 0.2.0, as they stood when events began to speak of records. */
  'article.recordsKnown': Record<string, never>;
  /** What its revisions held of the engine's making became readings of their own; nothing of it was changed. */
  'article.readingsKept': Record<string, never>;
  /** It is there, and its text is to be fetched and read by a job. */
  'article.asked': { headline: string; from: string; link: string | null };
  /** `filled` tells what of its head was read off what. */
  'article.added': {
    headline: string;
    sha256: string;
    origin: string;
    claims: number;
    engine: string;
    filled?: Readonly<Record<string, string>>;
  };
  'article.edited': { changes: Changes };
  'article.archived': { headline: string };
  'article.restored': { headline: string };
  'article.mode': { changes: Changes };
  'article.rules': { changes: Changes };
  'article.access': { access: string; members: readonly string[]; changes: Changes };
  'article.revised': {
    number: number;
    sha256: string;
    origin: string;
    counts: Readonly<Record<string, number>>;
    /** Unknown to events of before readings were records. */
    engine?: string;
  };
  /** The text was read again. */
  'article.extracted': {
    engine: string;
    added: number;
    withdrawn: number;
    kept: number;
    // From here on unknown to events of before readings were records: which reading of which revision it made or found again,
    // by their numbers, and what became of the marks on sentences.
    revision?: number;
    reading?: number;
    marksMoved?: number;
    marksEnded?: readonly { start: number; end: number; exact: string }[];
  };
  /** The last two are unknown to events of before the engine was asked how the article says it. */
  'claim.added': { number: number; statement: string; quote: string; polarity?: string; factuality?: string };
  /** `proposal` where the wording proposed for changed words was taken. */
  'claim.edited': { number: number; changes: Changes; proposal?: 'taken' };
  'claim.accepted': { number: number };
  'claim.acceptanceWithdrawn': { number: number };
  /** A person kept the claim's wording over the one proposed for words that a revision changed. */
  'claim.wordingKept': { number: number; statement: string; proposed: string | null };
  /** A decision on the wording was taken back: the claim says this again, and waits for one. */
  'claim.wordingReopened': { number: number; statement: string; changes: Changes };
  /** `statement` as it stands from then on, which may have followed the words; events of 0.1.0 do not tell. */
  'claim.rescoped': { number: number; changes: Changes; statement?: string };
  'claim.assigned': { number: number; changes: Changes };
  'claim.excluded': { number: number; reason: string };
  'claim.restored': { number: number };
  'claim.split': { number: number; into: readonly number[] };
  'claim.merged': { numbers: readonly number[]; into: number };
  'claim.rejoined': { kind: string; numbers: readonly number[]; from: readonly number[] };
  'claim.withdrawn': { number: number; reason: string };
  'claim.reattached': { number: number; changes: Changes; statement?: string };
  'claim.linked': { a: string; b: string; relation: string; accepted: boolean };
  'sentence.marked': { sentences: readonly { start: number; end: number; exact: string }[]; reason: string };
  'sentence.unmarked': { sentences: readonly { start: number; end: number; exact: string }[] };
  'evidence.attached': {
    number: number;
    claim: number;
    source: string;
    stance: string;
    quote: string | null;
    note: string | null;
    // From here on unknown to events of 0.1.0.
    sourceId?: string;
    aspect?: string;
    locator?: string | null;
    means?: string | null;
    consultedOn?: string | null;
    /** What is made of its figures, in words. */
    working?: string;
  } & Quoted;
  'evidence.edited': { number: number; claim: number; changes: Changes } & Quoted;
  /** A machine's finding: words that were typed before there was a capture have been looked for in the first one. */
  'evidence.lookedFor': {
    source: string;
    evidence: readonly {
      id: string;
      claim: number;
      number: number;
      check: string;
      start: number | null;
      end: number | null;
    }[];
  };
  'evidence.restored': { number: number; claim: number };
  'evidence.withdrawn': { number: number; claim: number; reason: string };
  /** `version` is unknown to events of before the library; `filled` where a capture said what nobody had typed. */
  'source.edited': { source: string; changes: Changes; version?: number; filled?: true };
  'capture.checked': CaptureChecked;
  'capture.reread': Reread;
  'verdict.given': {
    claim: number;
    seat: number;
    mode: string;
    rating: string;
    /** Unknown to events of 0.1.0. */
    ratingId?: string;
    attributionFinding: string | null;
    rationale: string;
    cites: readonly number[];
    fix: string | null;
    basisDigest: string;
    override: string | null;
    /** What of the desk's rules was not met; unknown to events of before there were rules. */
    unmet?: Unmet;
    /** The verdict whose finding it confirms. */
    confirms?: string;
  };
  'verdict.withdrawn': { claim: number; seat: number; reason: string };
  'verdict.signedOff': { claim: number; seat: number; basisDigest: string; unmet?: Unmet; together?: Together };
  'verdict.signOffWithdrawn': { claim: number; seat: number; reason: string };
  'fix.decided': { claim: number; state: string; replacement: string; reason: string | null };
  'report.frozen': { number: number; digest: string; correction?: string; part?: { chosen: number; of: number } };
  'report.exported': { number: number; format: string };
  /** What its sources said, as one archive: how many captures, and how many of these were erased and stand in it by hash alone. */
  'capture.exported': { count: number; erased: number };
  /** The whole article, as a file for another desk. */
  'article.handedOn': { format: string };
};

type ElsewhereEvents = SourceEvents & ForeignEvents;
/** Events of the desk's own chain. */
export type DeskEvents = ElsewhereEvents & {
  'person.added': { email: string; name: string; role: string };
  'person.invited': { email: string; role: string };
  'person.invitationRevoked': { email: string };
  'person.role': { changes: Changes };
  'person.edited': { changes: Changes };
  'person.disabled': { email: string };
  'person.enabled': { email: string };
  'person.password': { how: 'changed' | 'reset' | 'set' };
  'person.linkMade': { email: string; purpose: string };
  'person.signedIn': { how: 'password' | 'link' };
  'person.sessionsEnded': { email: string };
  'person.signInFailed': { email: string };
  'settings.edited': { changes: Changes };
  'rating.edited': { rating: string; changes: Changes };
  'rating.added': { rating: string };
  'rating.archived': { rating: string };
  'rating.restored': { rating: string };
  // The desk's chain is read by people whom an article may be hidden from: it names no titles.
  'source.added': Record<string, never>;
  'source.changed': { version?: number; filled?: true };
  /** Sources brought in from a file, for the whole desk. */
  'source.imported': { count: number; format: string };
  /** `reader` is the version of what has read it, null where there is nothing to read in it. */
  'capture.taken': { number: number; sha256: string; reader: string | null };
  'capture.checked': CaptureChecked;
  /** Somebody who may judge has opened it for the first time. */
  'capture.opened': Record<string, never>;
  /** Somebody says that they have seen a source of which nothing is kept. */
  'source.seen': Record<string, never>;
  'capture.reread': Reread;
  'capture.erased': { sha256: string; reason: string };
  /** An authority has stamped its hash: when, and which one, as it names itself. */
  'capture.stamped': { number: number; at: string; by: string };
  /** The Internet Archive has a copy of its link, made then. */
  'capture.archived': { number: number; at: string };
  'feed.added': { link: string; minutes: number };
  'feed.removed': { link: string; minutes: number };
  /** By their ids alone: what was made of them may be kept from who reads this. */
  'inbox.accepted': { items: readonly string[]; count: number };
  'inbox.dismissed': { items: readonly string[]; count: number };
  'inbox.returned': { items: readonly string[]; count: number };
  /** A report on the desk's work was made; its digest is salted, and says nothing of what it holds. */
  'period.reported': { from: string; to: string; digest: string; format: string };
  // Every article is named here by its id: a chain that is gone would leave no trace else.
  'desk.articleAdded': Record<string, never>;
  'desk.recordsKnown': { articles: readonly string[] };
  'history.erased': { chain: string; sequence: number; reason: string };
};

export type Events = ArticleEvents & DeskEvents;
export type Action = keyof Events;

export type EventInput = {
  [A in Action]: {
    /** "desk", or an article's id. */
    readonly chain: string;
    readonly action: A;
    readonly subject: { readonly type: string; readonly id: string };
    readonly detail: Events[A];
  };
}[Action];

/** What an event says beside who and when: of any action, and of any age. */
export type EventDetail = Readonly<Record<string, Json>>;

/** One step of the history, as a reader may see it. */
export type EventDTO = {
  readonly chain: string;
  readonly sequence: number;
  /** ISO instant. */
  readonly at: string;
  /** `guest` where it is no person of the desk, but a guest of the article. */
  readonly actor: { readonly id: string | null; readonly name: string; readonly guest?: true };
  readonly action: Action;
  /** `name` where it is a person. */
  readonly subject: { readonly type: string; readonly id: string; readonly name: string | null };
  /** Null where it is masked from this reader, tells of a source that is not named to them, or was erased. */
  readonly detail: EventDetail | null;
  readonly hidden: 'masked' | 'unnamed' | 'erased' | null;
};
