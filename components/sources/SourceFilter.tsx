'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { ListSearch } from '#components/desk/ListSearch.tsx';
import { Select } from '#components/ui/Select.tsx';
import type { SourcesAsked } from '#lib/sources/schema.ts';
import { SOURCE_KINDS, SOURCE_SHELVES, SOURCE_TIERS, type SourceCounts } from '#lib/sources/types.ts';

/** Searches the list, and narrows it; what is asked stands in the address. Each choice says how many it would show. */
export function SourceFilter({ asked, counts }: { asked: SourcesAsked; counts: SourceCounts }) {
  const t = useTranslations('sources');
  const words = useTranslations('evidence');
  const router = useRouter();
  const path = usePathname();
  const search = useSearchParams();
  const [isPending, start] = useTransition();
  const ask = (name: 'kind' | 'tier' | 'shelf', value: string) => {
    const next = new URLSearchParams(search);
    next.delete('after');
    if (value === '' || value === 'all') next.delete(name);
    else next.set(name, value);
    start(() => router.replace(next.size > 0 ? `${path}?${next}` : path));
  };
  // Of many not all were counted, and of the archived none.
  const isCounted = !counts.isMore && asked.shelf !== 'archived';
  const withCount = (label: string, count: number | undefined) =>
    isCounted && count !== undefined ? t('withCount', { label, count }) : label;
  return (
    <div className="mb-4 flex flex-wrap items-end gap-x-4 gap-y-3" aria-busy={isPending}>
      <ListSearch label={t('search')} className="min-w-56 flex-1 basis-full page:basis-64" />
      <Select
        small
        label={t('kind')}
        className="min-w-36 flex-1 page:flex-none"
        value={asked.kind ?? ''}
        onChange={(kind) => ask('kind', String(kind))}
        options={[
          { id: '', label: t('anyKind') },
          ...SOURCE_KINDS.map((id) => ({ id, label: withCount(words(`kinds.${id}`), counts.by[id]) })),
        ]}
      />
      <Select
        small
        label={t('tier')}
        className="min-w-32 flex-1 page:flex-none"
        value={asked.tier ?? ''}
        onChange={(tier) => ask('tier', String(tier))}
        options={[
          { id: '', label: t('anyTier') },
          ...SOURCE_TIERS.map((id) => ({ id, label: withCount(t(id), counts.by[id]) })),
        ]}
      />
      <Select
        small
        label={t('shelf')}
        className="min-w-40 flex-1 page:flex-none"
        value={asked.shelf}
        onChange={(shelf) => ask('shelf', String(shelf))}
        options={SOURCE_SHELVES.map((id) => ({
          id,
          label: withCount(
            t(`shelves.${id}`),
            id === 'all' ? counts.all : id === 'archived' ? undefined : counts.by[id],
          ),
        }))}
      />
    </div>
  );
}
