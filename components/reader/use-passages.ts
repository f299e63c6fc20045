'use client';

import { useEffect, useState } from 'react';
import type { PassageDTO, PassagesDTO } from '#lib/workbench/types-passages.ts';

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
    const stop = new AbortController();
    const timer = window.setTimeout(async () => {
      for (;;) {
        const answer = await ask(claimId, captureId, stop.signal);
        if (stop.signal.aborted || answer === null) return;
        setFound({ of: `${claimId} ${captureId}`, passages: answer.passages, isWhole: !answer.isPart });
        if (!answer.isPart) return;
      }
    }, restMs);
    return () => {
      window.clearTimeout(timer);
      stop.abort();
    };
  }, [claimId, captureId, isWanted, restMs]);
  return found.of === of ? found : nothing;
}

async function ask(claimId: string, captureId: string | null, signal: AbortSignal): Promise<PassagesDTO | null> {
  const which = captureId === null ? '' : `?capture=${captureId}`;
  try {
    const response = await fetch(`/api/claims/${claimId}/passages${which}`, {
      headers: { accept: 'application/json' },
      signal,
    });
    return response.ok ? ((await response.json()) as PassagesDTO) : null;
  } catch {
    // Lost on the way, or called off, in the middle of the answer too: nothing is offered then.
    return null;
  }
}
