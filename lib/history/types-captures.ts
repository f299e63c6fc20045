/** Where evidence's words were looked for in a capture of its source, and how they were found; left out where they were not looked for. */
export type Quoted = {
  quoted?: { captureId: string | null; start: number | null; end: number | null; check: string | null };
};

/**
 * A capture of a source held against what the source says now. On the chain of an article it names the evidence whose words it
 * found changed, or there again.
 */
export type CaptureChecked = {
  outcome: string;
  check: string;
  source?: string;
  evidence?: readonly { id: string; claim: number; number: number; changed: boolean }[];
};

/**
 * The bytes of a capture read by a newer reader: the number of the reading and which reader it was. On the chain of an article it names the
 * evidence whose words stand elsewhere in what was read, or are not found there any more.
 */
export type Reread = {
  reading: number;
  reader: string;
  source?: string;
  evidence?: readonly {
    id: string;
    claim: number;
    number: number;
    start: number | null;
    end: number | null;
    check: string | null;
  }[];
};
