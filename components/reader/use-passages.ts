'use client';

import { useEffect, useState } from 'react';
import type { BearingDTO, BearingsDTO, PassageDTO, PassagesDTO } from '#lib/workbench/types-passages.ts';

const NONE: readonly PassageDTO[] = [];
/** What is passed on the way from claim to claim is not asked about. */
const REST_MS = 120;

export type OfferedPassages = {
  /** The claim and capture that they are for, as they were asked for. */
  readonly of: string;
  readonly passages: readonly PassageDTO[];
  /** Nothing more will come. */
  readonly isWhole: boolean;
};

const nothing: OfferedPassages = { of: '', passages: NONE, isWhole: false };

/**
 * Passages that bear on a claim, out of one capture or of the article's and the desk's newest: as they become known, the best first.
 * Empty at once when another claim is asked about.
 */
export function usePassages(
  claimId: string | null,
  captureId: string | null,
  isWanted = true,
  restMs = REST_MS,
): OfferedPassages {
  const of = `${claimId} ${captureId}`;
  const [found, setFound] = useState(nothing);
  useEffect(() => {
    if (claimId === null || !isWanted) return;
    const which = captureId === null ? '' : `?capture=${captureId}`;
    return askUntilWhole<PassagesDTO>(`/api/claims/${claimId}/passages${which}`, restMs, ({ passages, isPart }) =>
      setFound({ of: `${claimId} ${captureId}`, passages, isWhole: !isPart }),
    );
  }, [claimId, captureId, isWanted, restMs]);
  return found.of === of ? found : nothing;
}

const NO_BEARINGS: readonly BearingDTO[] = [];

/** Which claims of an article a capture speaks of, as they become known, in the order of the article. */
export function useBearings(articleId: string, captureId: string, isWanted: boolean): readonly BearingDTO[] {
  const [found, setFound] = useState({ of: '', bearings: NO_BEARINGS });
  useEffect(() => {
    if (!isWanted) return;
    return askUntilWhole<BearingsDTO>(
      `/api/articles/${articleId}/bearings?capture=${captureId}`,
      REST_MS,
      ({ bearings }) => setFound({ of: captureId, bearings }),
    );
  }, [articleId, captureId, isWanted]);
  return found.of === captureId ? found.bearings : NO_BEARINGS;
}

/** Asks after a rest, and again until all has been looked through or nobody wants to know any longer. Returns what ends it. */
function askUntilWhole<Answer extends { readonly isPart: boolean }>(
  address: string,
  restMs: number,
  tell: (answer: Answer) => void,
): () => void {
  const stop = new AbortController();
  const timer = window.setTimeout(async () => {
    for (;;) {
      const answer = await ask<Answer>(address, stop.signal);
      if (stop.signal.aborted || answer === null) return;
      tell(answer);
      if (!answer.isPart) return;
    }
  }, restMs);
  return () => {
    window.clearTimeout(timer);
    stop.abort();
  };
}

/** Null where there is no answer: the reader has gone on, or the server is away. An answer may also break off while it is read. */
async function ask<Answer>(address: string, signal: AbortSignal): Promise<Answer | null> {
  try {
    const response = await fetch(address, { headers: { accept: 'application/json' }, signal });
    return response.ok ? ((await response.json()) as Answer) : null;
  } catch {
    return null;
  }
}
