'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { readDetail } from '#components/galley/use-detail.ts';
import { Button } from '#components/ui/Button.tsx';
import { toast } from '#components/ui/toast.ts';
import { editSource } from '#lib/sources/actions.ts';
import type { SourceDTO } from '#lib/sources/types.ts';

/** Says whether a source is the thing itself, where one sees what it is: the desk's rules ask. */
export function TierSwitch({ source, onChanged }: { source: SourceDTO; onChanged: () => void }) {
  const t = useTranslations('reader');
  const words = useTranslations('evidence');
  const store = useStore();
  const [isPending, setPending] = useState(false);
  const may = useWorkbench(
    (state) => state.bench.reader.may.includes('evidence.edit') && !state.bench.article.archived,
  );
  if (!may) return words(source.tier);
  const other = source.tier === 'primary' ? 'secondary' : 'primary';
  const change = async () => {
    setPending(true);
    const { id, version, title, kind, publisher, author, link, publishedOn, note } = source;
    const fields = { id, version, title, kind, publisher, author, link, publishedOn, note };
    const result = await editSource({ ...fields, tier: other }).catch(() => null);
    setPending(false);
    if (!result?.ok) toast({ text: result?.message ?? t('failed'), tone: 'bad' });
    else {
      toast(t('tierNow', { tier: words(other) }));
      const inHand = store.get().selectedId;
      if (inHand) await readDetail(store, inHand);
    }
    onChanged();
  };
  return (
    <Button
      size="small"
      variant="link"
      className="-mx-2.75 -my-1.5"
      aria-label={t('tierChange', { tier: words(source.tier), other: words(other) })}
      isPending={isPending}
      onPress={change}
    >
      {words(source.tier)}
    </Button>
  );
}
