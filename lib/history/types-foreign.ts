/** Events of the desk's chain that speak of what came from outside. */
export type ForeignEvents = {
  /** What others have checked was brought in from one file; `after` are the states of the same article that were here before. */
  'foreign.brought': {
    format: string;
    desk: string;
    title: string;
    sha256: string;
    claims: number;
    leftOut: number;
    after?: readonly string[];
  };
  'foreign.setAside': { title: string };
  'foreign.restored': { title: string };
};
