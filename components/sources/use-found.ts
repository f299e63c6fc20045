'use client';

import { useEffect, useState } from 'react';
import { findSources } from '#lib/sources/actions.ts';
import type { FoundSourceDTO } from '#lib/sources/types.ts';

const WAIT_MS = 200;

type Found = { readonly query: string | null; readonly sources: readonly FoundSourceDTO[] };
const NONE: Found = { query: null, sources: [] };

/** Until the answer to what is typed is there, of the last one only what it may hold too: a key must not choose what was asked for before. */
function speaksOf({ title, publisher, author, link }: FoundSourceDTO, query: string): boolean {
  const words = [title, publisher, author, link].join(' ').toLowerCase();
  return query.trim() !== '' && words.includes(query.trim().toLowerCase());
}

/**
 * What the library finds by words, a link, a DOI or an ISBN, a moment after the last letter; the last sources of the article
 * and the newest where nothing is typed yet. Nothing where `query` is null. Asked anew with another `since`.
 */
export function useFoundSources(
  query: string | null,
  articleId?: string,
  since?: number | null,
): readonly FoundSourceDTO[] {
  const [found, setFound] = useState<Found>(NONE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew when something has been saved since
  useEffect(() => {
    if (query === null) return setFound(NONE);
    let isLast = true;
    // Not with every letter: the search asks the server.
    const timer = window.setTimeout(
      async () => {
        const result = await findSources({ query, ...(articleId === undefined ? {} : { articleId }) }).catch(
          () => null,
        );
        if (isLast && result?.ok) setFound({ query, sources: result.value });
      },
      query === '' ? 0 : WAIT_MS,
    );
    return () => {
      isLast = false;
      window.clearTimeout(timer);
    };
  }, [query, articleId, since]);
  return query === found.query ? found.sources : found.sources.filter((source) => speaksOf(source, query ?? ''));
}
