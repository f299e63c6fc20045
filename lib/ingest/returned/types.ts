/** What went out: the article in blocks with the suggested changes in it, and what stands in its margin. */
export type SentCopy = {
  readonly text: string;
  readonly blocks: readonly {
    readonly start: number;
    readonly end: number;
    readonly isItem: boolean;
    /** The block's words as they can stand in a document. */
    readonly words: string;
  }[];
  readonly fixes: readonly {
    readonly claim: number;
    readonly before: string;
    readonly after: string;
    readonly by: string;
    readonly at: string;
    readonly parts: readonly SentPart[];
  }[];
  readonly threads: readonly {
    readonly claim: number;
    readonly query: SentQuery | null;
    readonly isOpen: boolean;
    readonly isDone: boolean;
    readonly remarks: readonly { readonly by: string; readonly at: string; readonly lines: readonly string[] }[];
  }[];
};
/** Words that a suggestion puts in or takes out; what it puts in their place, or takes out for them, stands beside as `other`. */
export type SentPart = {
  readonly kind: 'inserted' | 'deleted';
  readonly text: string;
  readonly other: string | null;
};
export type SentQuery = { readonly by: string | null; readonly at: string };

/** By what a copy is known, and its parts told from what the desk added. */
export type CopyMarks = {
  /** The bookmark at which the article ends. */
  readonly end: string;
  /** The words of the paragraph that holds it. */
  readonly title: string;
  /** How the names of styles begin that are the report's own. */
  readonly styles: string;
  readonly properties: { readonly article: string; readonly number: string; readonly digest: string };
};

/** A file's bytes, and by what a copy is known. */
export type ReturnedFile = { readonly bytes: Uint8Array; readonly marks: CopyMarks };

/** Which report a file says that it is a copy of. */
export type SaidOf = { readonly article: string; readonly number: number; readonly digest: string };

/** A change that the document still tracks, as the document writes who made it and when. */
export type Change = { readonly kind: 'inserted' | 'deleted'; readonly by: string; readonly at: string | null };
export type Piece = { readonly text: string; readonly change: Change | null };
export type ReadParagraph = {
  readonly pieces: readonly Piece[];
  /** The change that its end is part of. */
  readonly end: Change | null;
};
/** A comment, and between which places of the document's words it stands. */
export type ReadComment = {
  readonly id: string;
  readonly by: string;
  readonly at: string | null;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly on: string;
  readonly parent: string | null;
  readonly isDone: boolean;
};
export type ReadCopy = {
  readonly paragraphs: readonly ReadParagraph[];
  /** What somebody wrote behind the end of the article. */
  readonly beyond: readonly string[];
  readonly comments: readonly ReadComment[];
};

/** What became of a suggested wording: taken, refused, neither, or the words are others now. */
export type FixFate = 'accepted' | 'refused' | 'left' | 'other';

/** Words that came in the margin, to be taken or left. */
export type CameIn = {
  /** The same for the same words of the same file. */
  readonly key: string;
  /** As the file names them; empty where it does not. */
  readonly by: string;
  /** As the file writes it. */
  readonly at: string | null;
  readonly text: string;
  /** There were more words than a comment holds. */
  readonly isCut: boolean;
  /** The claim that it speaks of; null of the article. */
  readonly claim: number | null;
  /** The words it stands on. */
  readonly on: string;
  /** The open question that it can be the answer to. */
  readonly query: SentQuery | null;
};

export type CameBack = {
  /** The article's text as the copy has it: suggestions that were neither taken nor refused as if they had not been made. */
  readonly text: string;
  readonly fixes: readonly {
    readonly claim: number;
    readonly before: string;
    readonly after: string;
    readonly fate: FixFate;
  }[];
  readonly cameIn: readonly CameIn[];
  /** Claims whose thread, not done when it went out, was marked so. */
  readonly markedDone: readonly number[];
  /** Claims whose comment was taken out. */
  readonly takenOut: readonly number[];
  readonly beyond: readonly string[];
};
