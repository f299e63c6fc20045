'use client';

import { Ellipsis } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDeed } from '#components/people/use-deed.ts';
import { Button } from '#components/ui/Button.tsx';
import { MenuButton } from '#components/ui/MenuButton.tsx';
import { toast } from '#components/ui/toast.ts';
import { archiveSource } from '#lib/sources/actions.ts';
import type { ConfidingDTO, SourceDTO } from '#lib/sources/types.ts';
import { ConfideDialog, MergeDialog, SourceDialog, UnmarkDialog } from './source-dialogs.ts';

export type SourceToolsProps = {
  readonly source: SourceDTO;
  readonly archived: boolean;
  readonly claims: number;
  readonly readerId: string;
  /** Null where the reader may not mark it, or does not decide to whom it is named. */
  readonly confiding: ConfidingDTO | null;
  readonly reason: string;
};

/** What may be done with a source. */
export function SourceTools({ source, archived, claims, readerId, confiding, reason }: SourceToolsProps) {
  const t = useTranslations('sources');
  const common = useTranslations('common');
  const router = useRouter();
  const { run, isPending } = useDeed();
  const [open, setOpen] = useState<'edit' | 'merge' | 'confide' | 'unmark' | null>(null);
  const archive = () =>
    run(
      () => archiveSource({ id: source.id, version: source.version, archived: !archived }),
      () => {
        toast(t(archived ? 'restoredNow' : 'archivedNow'));
        router.refresh();
      },
    );
  const isMarked = source.confidential !== null;
  const confide = { id: 'confide', label: t(isMarked ? 'confide' : 'mark'), run: () => setOpen('confide') };
  const unmark = { id: 'unmark', label: t('unmark'), run: () => setOpen('unmark') };
  const merge = { id: 'merge', label: t('merge'), run: () => setOpen('merge') };
  return (
    <>
      <Button onPress={() => setOpen('edit')}>{common('edit')}</Button>
      <MenuButton
        size="icon"
        aria-label={t('moreFor')}
        menuLabel={t('moreFor')}
        isPending={isPending}
        parts={[
          {
            id: 'source',
            deeds: [
              ...(archived ? [] : [merge]),
              { id: 'archive', label: t(archived ? 'restore' : 'archive'), run: archive },
            ],
          },
          ...(confiding === null ? [] : [{ id: 'confidence', deeds: isMarked ? [confide, unmark] : [confide] }]),
        ]}
      >
        <Ellipsis aria-hidden="true" className="size-4" />
      </MenuButton>
      {open === 'edit' ? (
        <SourceDialog source={source} claims={claims} readerId={readerId} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'merge' ? <MergeDialog source={source} onClose={() => setOpen(null)} /> : null}
      {open === 'confide' && confiding !== null ? (
        <ConfideDialog source={source} confiding={confiding} reason={reason} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'unmark' ? <UnmarkDialog source={source} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
