'use client';

import { useEffect, useState } from 'react';
import { useWorkbench } from '#components/galley/store-context.tsx';
import type { ClaimDTO } from '#lib/standing/types.ts';
import type { NamedSourceDTO } from '#lib/workbench/types-passages.ts';

const NONE: readonly NamedSourceDTO[] = [];
/** Once for each text: a document is not read again for every claim. */
const read = new Map<string, Promise<readonly NamedSourceDTO[]>>();

async function ask(articleId: string): Promise<readonly NamedSourceDTO[]> {
  const response = await fetch(`/api/articles/${articleId}/named`, { headers: { accept: 'application/json' } });
  return response.ok ? ((await response.json()) as NamedSourceDTO[]) : NONE;
}

/** The sources that the article's own document names, where its present text is open. */
export function useNamed(): readonly NamedSourceDTO[] {
  const [found, setFound] = useState(NONE);
  const articleId = useWorkbench(({ bench }) => bench.article.id);
  const revisionId = useWorkbench(({ bench }) =>
    bench.revision.number === bench.presentRevision ? bench.revision.id : null,
  );
  useEffect(() => {
    if (revisionId === null) return;
    let isOver = false;
    const key = `${articleId} ${revisionId}`;
    // Without them nothing is missing that does not stand in the document.
    const asked = read.get(key) ?? ask(articleId).catch(() => NONE);
    read.set(key, asked);
    void asked.then((named) => {
      if (!isOver) setFound(named);
    });
    return () => {
      isOver = true;
    };
  }, [articleId, revisionId]);
  return found;
}

type Place = { readonly start: number; readonly end: number };

/** Those that stand in a sentence that a claim is in. */
export function namedIn(
  named: readonly NamedSourceDTO[],
  sentences: readonly Place[],
  { start, end }: Pick<ClaimDTO, 'start' | 'end'>,
): readonly NamedSourceDTO[] {
  if (start === null || end === null) return NONE;
  const own = sentences.filter((sentence) => sentence.start < end && start < sentence.end);
  return named.filter(({ at }) => own.some((sentence) => sentence.start < at && at <= sentence.end));
}
