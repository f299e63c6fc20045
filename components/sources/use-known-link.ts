'use client';

import { useEffect, useState } from 'react';
import { findSources } from '#lib/sources/actions.ts';
import { typedLink } from '#lib/sources/rules-identifiers.ts';
import type { FoundSourceDTO } from '#lib/sources/types.ts';

const WAIT_MS = 200;

/** The source of the library that a link leads to, however it is written, as soon as one is typed or pasted. */
export function useKnownLink(typed: string): FoundSourceDTO | null {
  const [found, setFound] = useState<FoundSourceDTO | null>(null);
  useEffect(() => {
    const link = typedLink(typed);
    setFound(null);
    if (link === null) return;
    let isLast = true;
    // Not with every letter: the server is asked.
    const timer = window.setTimeout(async () => {
      const result = await findSources({ query: link }).catch(() => null);
      if (isLast) setFound(result?.ok ? (result.value[0] ?? null) : null);
    }, WAIT_MS);
    return () => {
      isLast = false;
      window.clearTimeout(timer);
    };
  }, [typed]);
  return found;
}
