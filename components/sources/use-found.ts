'use client';

import { useEffect, useState } from 'react';
import { findSources } from '#lib/sources/actions.ts';
import type { FoundSourceDTO } from '#lib/sources/types.ts';

const WAIT_MS = 200;

/**
 * What the library finds by words, a link, a DOI or an ISBN, a moment after the last letter; the last sources of the article
 * and the newest where nothing is typed yet. Nothing where `query` is null. Asked anew with another `since`.
 */
export function useFoundSources(
  query: string | null,
  articleId?: string,
  since?: number | null,
): readonly FoundSourceDTO[] {
  const [found, setFound] = useState<readonly FoundSourceDTO[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew when something has been saved since
  useEffect(() => {
    if (query === null) return setFound([]);
    let isLast = true;
    // Not with every letter: the search asks the server.
    const timer = window.setTimeout(
      async () => {
        const result = await findSources({ query, ...(articleId === undefined ? {} : { articleId }) }).catch(
          () => null,
        );
        if (isLast && result?.ok) setFound(result.value);
      },
      query === '' ? 0 : WAIT_MS,
    );
    return () => {
      isLast = false;
      window.clearTimeout(timer);
    };
  }, [query, articleId, since]);
  return found;
}
