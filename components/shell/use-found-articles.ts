'use client';

import { useEffect, useState } from 'react';
import type { ArticleNameDTO } from '#lib/workbench/types-lists.ts';

const WAIT_MS = 120;

/**
 * The articles that the server finds by what is typed, a moment after the last letter. Of the answer before, what still has the
 * words is for the caller to show meanwhile: a key must not choose what was asked for before.
 */
export function useFoundArticles(query: string): {
  readonly articles: readonly ArticleNameDTO[];
  readonly isAsking: boolean;
} {
  const [found, setFound] = useState<{ readonly query: string | null; readonly articles: readonly ArticleNameDTO[] }>({
    query: null,
    articles: [],
  });
  useEffect(() => {
    const asked = new AbortController();
    const ask = async () => {
      const { signal } = asked;
      // Aborted, it fails while it waits as well as while its answer is being read.
      const articles = await fetch(`/api/articles?${new URLSearchParams({ q: query })}`, { signal })
        .then((response) => (response.ok ? (response.json() as Promise<ArticleNameDTO[]>) : []))
        .catch(() => []);
      if (!signal.aborted) setFound({ query, articles });
    };
    const timer = window.setTimeout(ask, query === '' ? 0 : WAIT_MS);
    return () => {
      window.clearTimeout(timer);
      asked.abort();
    };
  }, [query]);
  return { articles: found.articles, isAsking: found.query !== query };
}
