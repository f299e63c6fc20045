import type { Break } from '#lib/history/rules.ts';

/** A record: a row of a table. */
export type RecordName = {
  readonly table: string;
  /** The columns that name the row, joined by "/". */
  readonly key: string;
};

/** Why a record, or a chain as a whole, is not what the events say. */
export type ProofReason =
  /** An article that the desk's chain names has no chain. */
  | 'chain-gone'
  /** A chain of an article that the desk's does not name. */
  | 'chain-unknown'
  | 'record-changed'
  | 'record-gone'
  /** There again, where an event took it away. */
  | 'record-back'
  /** There, and no event has ever spoken of it. */
  | 'record-unspoken'
  /** Not what it comes to out of the records that it is worked out of. */
  | 'record-derived'
  /** The bytes that a capture stands on are not kept any more, or are others. */
  | 'bytes-gone'
  | 'bytes-changed'
  /** Is no time stamp of the hash of its capture, or one of another time. */
  | 'stamp-wrong'
  /** No plain table any more: what it shows may hang on who asks. */
  | 'table-other'
  /** Holds what Stet does not write, so that nothing can be worked out of it. */
  | 'record-unreadable';

export type ProofBreak = {
  /** The chain, and in it the event that spoke of the record last; both null where none ever did. */
  readonly chain: string | null;
  readonly sequence: number | null;
  readonly because: Break['because'] | ProofReason;
  readonly record?: RecordName;
  /** The columns that are not as said, where it can be told. */
  readonly columns?: readonly string[];
};

export type Proof = {
  readonly chains: number;
  readonly events: number;
  /** Records that were held against their events. */
  readonly records: number;
  readonly breaks: readonly ProofBreak[];
  /** Time stamps of captures that hold, and of these such as are signed by a certificate said to be trusted. */
  readonly stamps: { readonly all: number; readonly trusted: number };
  /** Details erased by law, each on record. */
  readonly erased: number;
  /**
   * Records, by table, of which events say no more than that they were there on an upgrade: what they were before that
   * cannot be held against anything.
   */
  readonly notProvable: Readonly<Record<string, number>>;
};
