import type { BlockRole } from '#lib/engine/types.ts';
import type { ReportClaim } from '../model.ts';

/**
 * What every readable format of a report prints, in its order and in words, so that no format works anything out. Words
 * that people wrote are in it as they wrote them: a format shows them as text, whatever signs are in them.
 */

/** A stretch of a line. `to` names the part of the report that it leads to, by its id. */
export type Run = {
  readonly text: string;
  readonly as: 'plain' | 'strong' | 'deleted' | 'inserted';
  readonly to: string | null;
};
export type Line = readonly Run[];

/** A claim's mark as it is printed: `unrated` may stand, by a rating without a number. */
export type Mark = ReportClaim['mark'] | 'unrated';
/** A claim's status: its mark, its character, which says it without colour, and its words. */
export type Status = { readonly mark: Mark; readonly sign: string; readonly words: string };

export type Row = { readonly label: string; readonly value: string };

/** A fix, or what must change without one. `after` is null where no other wording is suggested. */
export type OutlineChange = {
  readonly number: number;
  readonly claim: string;
  readonly status: Status;
  readonly before: string;
  readonly after: string | null;
  /** Both wordings as one line, what went struck out and what came underlined. */
  readonly words: Line;
  readonly notes: readonly Line[];
};

/** What is still open of one claim. */
export type OutlineOpen = {
  readonly number: number;
  readonly claim: string;
  readonly status: Status;
  readonly quote: string;
  readonly notes: readonly string[];
};

export type OutlineEvidence = {
  /** How it is cited: the number of its source, and a letter where the claim has several of that source. */
  readonly label: string;
  /** Its number in its claim. */
  readonly number: number;
  readonly source: string;
  readonly title: string;
  readonly locator: string | null;
  readonly stance: string;
  readonly isWithdrawn: boolean;
  readonly quote: string | null;
  readonly check: { readonly sign: string; readonly words: string } | null;
  readonly note: string | null;
  /** Whence, and how it was looked at. */
  readonly about: readonly string[];
};

export type OutlineVerdict = {
  readonly about: string;
  readonly rating: string;
  /** The rating is the claim's outcome, which stands at its head. */
  readonly isSaid: boolean;
  readonly finding: string | null;
  readonly rationale: Line;
  /** What it confirms, suggests and leaves unmet, and who signed it. */
  readonly notes: readonly string[];
  readonly changes: readonly { readonly what: string; readonly words: Line }[];
  readonly isEnded: boolean;
};

/** A question: open, or with what came of it. */
export type OutlineQuery = {
  readonly about: string;
  readonly body: string;
  readonly isOpen: boolean;
  /** What guests have answered to it, in order. */
  readonly replies: readonly { readonly about: string; readonly body: string }[];
  readonly came: string | null;
  readonly answer: string | null;
};

export type OutlineClaim = {
  readonly id: string;
  readonly number: number;
  readonly status: Status;
  readonly statement: string;
  /** The article's words; null where the statement is just these. */
  readonly quote: string | null;
  readonly outcome: string;
  readonly settled: string | null;
  readonly facts: readonly Row[];
  readonly notes: readonly string[];
  readonly queries: readonly OutlineQuery[];
  readonly evidence: readonly OutlineEvidence[];
  /** Said where there is none. */
  readonly noEvidence: string | null;
  readonly verdicts: readonly OutlineVerdict[];
  readonly noVerdict: string | null;
};

/** A claim in a list: unchecked and bare, or left out. */
export type OutlineItem = Pick<OutlineClaim, 'id' | 'number' | 'status' | 'statement' | 'quote'> & {
  readonly notes: readonly string[];
};

export type OutlineSource = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly about: readonly string[];
  readonly link: string | null;
  /** The link where it leads to the web; another is words. */
  readonly href: string | null;
  readonly citedBy: string;
  readonly claims: readonly number[];
};

export type OutlinePerson = {
  readonly name: string;
  readonly role: string | null;
  readonly counts: string;
  readonly read: string | null;
};

/** A stretch of the article: in which claim, and which claims end with it. */
export type ProofPiece = {
  readonly text: string;
  readonly claim: number | null;
  readonly mark: Mark | null;
  readonly ends: readonly { readonly number: number; readonly status: Status }[];
};
/** A note in the margin, on one claim or on several of which the same is to be said. */
export type ProofNote = {
  readonly numbers: string;
  readonly claims: readonly number[];
  readonly status: Status;
  readonly text: string;
};
export type ProofBlock = {
  readonly role: BlockRole;
  readonly pieces: readonly ProofPiece[];
  readonly notes: readonly ProofNote[];
};

export type Section<T> = { readonly title: string; readonly items: readonly T[]; readonly none: string };

export type Outline = {
  /** BCP 47, of the article; null where it is not known. */
  readonly language: string | null;
  readonly title: string;
  readonly desk: string;
  readonly kicker: string;
  readonly byline: string;
  readonly made: string;
  readonly running: string;
  readonly frozenAt: string;
  readonly article: string | null;
  /** That it holds chosen claims alone; null of the whole article. */
  readonly part: { readonly title: string; readonly about: string; readonly note: string | null } | null;
  readonly correction: { readonly title: string; readonly note: string; readonly about: string | null } | null;
  /** What has taken the report's place, with each correction since; null where nothing has. */
  readonly later: { readonly title: string; readonly about: string; readonly notes: readonly Row[] } | null;
  readonly outcome: Line;
  readonly changes: Section<OutlineChange>;
  readonly open: Section<OutlineOpen> & { readonly more: string | null };
  readonly rests: { readonly title: string; readonly rows: readonly Row[] };
  readonly people: { readonly title: string; readonly items: readonly OutlinePerson[] };
  readonly pictures: { readonly title: string; readonly items: readonly Picture[] };
  readonly proof: {
    readonly title: string;
    readonly blocks: readonly ProofBlock[];
    readonly key: readonly Status[];
    readonly keyNote: string;
  };
  /** Questions on the article as a whole, and on words of it. */
  readonly questions: Section<OutlineQuery>;
  readonly claims: Section<OutlineClaim>;
  readonly unchecked: Section<OutlineItem>;
  readonly former: Section<OutlineClaim>;
  readonly leftOut: Section<OutlineItem>;
  readonly unlooked: Section<string>;
  readonly method: { readonly title: string; readonly rows: readonly Row[] };
  readonly scale: { readonly title: string; readonly rows: readonly Row[] };
  readonly sources: Section<OutlineSource>;
  readonly record: { readonly title: string; readonly rows: readonly Row[] };
  /** What a format says beside: of wordings, and of itself. */
  readonly words: Readonly<
    Record<'deleted' | 'inserted' | 'inNumbers' | 'theme' | 'system' | 'light' | 'dark', string>
  >;
};

/** A rating, or why there is none, and how many claims it counts. */
export type Bar = {
  readonly status: Status;
  readonly label: string;
  readonly count: number;
  /** No rating settles these as they now are. */
  readonly isOpen: boolean;
};

/** How a sentence is marked: as the claim in it that presses most; without one, `clear` was read, `unread` was not, `minor` holds untouched minor claims only. */
export type CellMark = Mark | 'clear' | 'unread' | 'minor';
export type Cell = {
  readonly mark: CellMark;
  /** Empty where the square says it by itself. */
  readonly sign: string;
  /** A paragraph begins with it. */
  readonly opens: boolean;
  /** The number of its first sentence. */
  readonly from: number;
};
export type KeyItem = {
  readonly mark: CellMark;
  readonly sign: string;
  readonly words: string;
  readonly count: number;
};

/** What was done of one kind, counted in columns of equal time; `count` is of all of it, what came before the time that is drawn included. */
export type Lane = { readonly label: string; readonly count: number; readonly bins: readonly number[] };

type Pictured<Id, Drawing> = {
  readonly id: Id;
  readonly title: string;
  /** What it shows, in a sentence. */
  readonly says: string;
  /** The same in numbers. */
  readonly rows: readonly Row[];
  readonly drawing: Drawing;
};
export type RatingsPicture = Pictured<'ratings', { readonly bars: readonly Bar[] }>;
export type CoveragePicture = Pictured<
  'coverage',
  { readonly cells: readonly Cell[]; readonly key: readonly KeyItem[]; readonly note: string }
>;
export type TimelinePicture = Pictured<
  'timeline',
  {
    readonly lanes: readonly Lane[];
    /** Its ends, in few words; `to` is empty where both are one. */
    readonly from: string;
    readonly to: string;
    /** Midnights, as parts of the time. */
    readonly days: readonly number[];
  }
>;
export type Picture = RatingsPicture | CoveragePicture | TimelinePicture;
