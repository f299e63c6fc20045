'use client';

import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { usePaletteEntries } from '#components/shell/use-commands.ts';
import type { ArticleNameDTO } from '#lib/workbench/types-lists.ts';

/** Puts articles into the palette, so that one gets to them from here by name. */
export function ArticlePalette({ names }: { names: readonly ArticleNameDTO[] }) {
  const router = useRouter();
  const entries = useMemo(
    () =>
      names.map(({ id, headline, outlet }) => ({
        id,
        label: headline,
        hint: outlet ?? undefined,
        run: () => router.push(`/articles/${id}`),
      })),
    [names, router],
  );
  usePaletteEntries(entries);
  return null;
}
