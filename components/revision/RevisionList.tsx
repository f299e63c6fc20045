'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { ConfirmDialog } from '#components/ui/ConfirmDialog.tsx';
import { Link } from '#components/ui/Link.tsx';
import { Tag } from '#components/ui/Tag.tsx';
import { toast } from '#components/ui/toast.ts';
import type { RevisionRowDTO } from '#lib/articles/types.ts';
import { restoreRevision } from '#lib/revisions/actions.ts';

export type RevisionListProps = {
  readonly articleId: string;
  readonly revisions: readonly RevisionRowDTO[];
  readonly mayRevise: boolean;
};

export function RevisionList({ articleId, revisions, mayRevise }: RevisionListProps) {
  const t = useTranslations('revision');
  const galley = useTranslations('galley');
  const format = useFormatter();
  const router = useRouter();
  const [asked, setAsked] = useState<RevisionRowDTO | null>(null);
  const [isPending, setPending] = useState(false);
  const present = revisions[0];

  async function restore(revision: RevisionRowDTO) {
    if (!present) return;
    setPending(true);
    const result = await restoreRevision({ articleId, basedOn: present.id, number: revision.number }).catch(() => null);
    setPending(false);
    setAsked(null);
    if (result?.ok) toast(t('restored', { number: revision.number, now: result.value.number }));
    else toast({ text: result?.message ?? galley('connectionLost'), tone: 'bad' });
    router.refresh();
  }

  return (
    <>
      <ol className="border-b border-rule">
        {revisions.map((revision) => (
          <li
            key={revision.id}
            className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 border-t border-rule py-2 text-sm"
          >
            <Link
              href={
                revision === present ? `/articles/${articleId}` : `/articles/${articleId}/revisions/${revision.number}`
              }
              className="font-semibold"
            >
              {t('row', { number: revision.number })}
            </Link>
            {revision === present ? <Tag tone="good">{t('present')}</Tag> : null}
            <span className="text-soft">
              {[
                t(`origins.${revision.origin}`),
                t('by', {
                  name: revision.createdBy ?? '',
                  when: format.dateTime(new Date(revision.createdAt), 'moment'),
                }),
              ].join(' · ')}
            </span>
            {mayRevise && revision !== present ? (
              <Button
                size="small"
                variant="quiet"
                className="screen-only -me-2.75 ms-auto"
                onPress={() => setAsked(revision)}
              >
                {t('restore')}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {asked ? (
        <ConfirmDialog
          title={t('restore')}
          confirm={t('restore')}
          isOpen
          isPending={isPending}
          onOpenChange={() => setAsked(null)}
          onConfirm={() => restore(asked)}
        >
          {t('restoreLead', { number: asked.number })}
        </ConfirmDialog>
      ) : null}
    </>
  );
}
