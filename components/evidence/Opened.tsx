'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { readDetail } from '#components/galley/use-detail.ts';
import { openReader } from '#components/reader/open.ts';
import { Button } from '#components/ui/Button.tsx';
import { toast } from '#components/ui/toast.ts';
import type { EvidenceDTO } from '#lib/evidence/types.ts';
import { confirmSource } from '#lib/sources/actions-captures.ts';

/** That one has not opened what a piece of evidence stands on yet, and the way to it: the desk's rules ask. */
export function Opened({ item: { source, place, opened, isKept, withdrawn } }: { item: EvidenceDTO }) {
  const t = useTranslations('evidence');
  const store = useStore();
  const may = useWorkbench((state) => state.bench.reader.may.includes('verdict.give') && !state.bench.article.archived);
  const [isPending, setPending] = useState(false);
  // What is not named to the reader is not theirs to open, nor to say that they have seen it.
  if (opened || withdrawn || !may || source.confidential?.isNamed === false) return null;
  const confirm = async () => {
    setPending(true);
    const result = await confirmSource({ sourceId: source.id }).catch(() => null);
    setPending(false);
    if (!result?.ok) toast({ text: result?.message ?? t('notConfirmed'), tone: 'bad' });
    const inHand = store.get().selectedId;
    if (inHand) await readDetail(store, inHand);
  };
  const open = () =>
    openReader(store, { sourceId: source.id, ...(place === null ? {} : { captureId: place.captureId }) });
  return (
    <p className="col-start-2 text-xs text-review">
      {t(isKept ? 'notOpened' : 'notSeen')}{' '}
      <Button
        variant="link"
        size="small"
        className="-mx-2.75 -my-1.5"
        isPending={isPending}
        onPress={isKept ? open : confirm}
      >
        {t(isKept ? 'openIt' : 'haveSeen')}
      </Button>
    </p>
  );
}
