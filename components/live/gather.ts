export type GatherParts = {
  readonly now: () => number;
  readonly later: (work: () => void, ms: number) => void;
  /** Whether anybody looks: what is out of sight is asked for when it comes back. */
  readonly isSeen: () => boolean;
};

export type Gather = {
  /** Something has moved. */
  readonly call: () => void;
  /** Somebody looks again. */
  readonly seen: () => void;
  readonly stop: () => void;
};

/** Work that failed is done again after so long: nobody will call for it a second time. */
const AGAIN_MS = 3_000;

/**
 * Does the work once for all that calls for it within `gapMs`, the first at once, and never twice at a time; what calls while
 * it is being done has it done once more, and so does its failing.
 */
export function gather(work: () => Promise<void>, gapMs: number, { now, later, isSeen }: GatherParts): Gather {
  let isCalled = false;
  let isPlanned = false;
  let isStopped = false;
  let last = Number.NEGATIVE_INFINITY;

  function plan(): void {
    if (!isCalled || isPlanned || isStopped || !isSeen()) return;
    isPlanned = true;
    later(run, Math.max(0, last + gapMs - now()));
  }

  function run(): void {
    if (isStopped || !isSeen()) {
      isPlanned = false;
      return;
    }
    isCalled = false;
    last = now();
    void work()
      .catch(() => {
        isCalled = true;
        last = now() + AGAIN_MS - gapMs;
      })
      .finally(() => {
        isPlanned = false;
        plan();
      });
  }

  return {
    call: () => {
      isCalled = true;
      plan();
    },
    seen: plan,
    stop: () => {
      isStopped = true;
    },
  };
}
