'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Conflicts } from '#components/galley/Conflicts.tsx';
import { outcomeOf, useForm } from '#components/galley/use-form.ts';
import { Button } from '#components/ui/Button.tsx';
import { Actions, Dialog } from '#components/ui/Dialog.tsx';
import { toast } from '#components/ui/toast.ts';
import { editSource } from '#lib/sources/actions.ts';
import { SOURCE_KINDS, type SourceDTO } from '#lib/sources/types.ts';
import { SourceInputs } from './SourceInputs.tsx';
import { noSource, type SourceWords, wordsOf } from './source-words.ts';

const GUARDED = Object.keys(noSource) as (keyof SourceWords)[];
const TEXTS = ['note'];

export type SourceDialogProps = {
  readonly source: SourceDTO;
  /** How many claims cite it, where the reader may read. */
  readonly claims: number;
  readonly readerId: string;
  readonly onClose: () => void;
};

/** Sets a source right, everywhere it is cited. */
export function SourceDialog({ source, claims, readerId, onClose }: SourceDialogProps) {
  const t = useTranslations('sources');
  const common = useTranslations('common');
  const router = useRouter();
  const saved = useMemo(() => wordsOf(source), [source]);
  const { draft, both, change, clear, isPending, onSubmit, error, message } = useForm(
    `${readerId}:source:${source.id}`,
    saved,
    async (words) => {
      const result = await editSource({ id: source.id, version: source.version, ...words });
      // Where it was not taken, what was typed stays; everything else, and the version to save on, is read afresh.
      if (result.ok || result.reason === 'stale-version') router.refresh();
      if (result.ok) toast(t('saved'));
      return outcomeOf(result);
    },
    onClose,
    { guarded: GUARDED },
  );
  const words = useTranslations('evidence');
  const label = (field: string) => {
    const name = GUARDED.find((one) => one === field) ?? 'title';
    return words(name === 'title' ? 'sourceTitle' : name === 'publishedOn' ? 'published' : name);
  };
  const say = (field: string, value: string) => {
    const kind = field === 'kind' && SOURCE_KINDS.find((one) => one === value);
    if (kind) return words(`kinds.${kind}`);
    return field === 'tier' ? words(value === 'primary' ? 'tierPrimary' : 'tierSecondary') : value;
  };

  return (
    <Dialog title={t('editTitle')} isOpen onOpenChange={onClose} isDismissable={false}>
      <form noValidate className="flex flex-col gap-4" onSubmit={onSubmit}>
        {claims > 0 ? <p className="text-sm text-soft">{t('editLead', { count: claims })}</p> : null}
        <SourceInputs value={draft} set={change} error={error} />
        <Conflicts {...both} texts={TEXTS} label={label} say={say} />
        {message ? (
          <p role="alert" className="text-sm text-wrong">
            {message}
          </p>
        ) : null}
        <Actions className="mt-1">
          <Button
            onPress={() => {
              clear();
              onClose();
            }}
          >
            {common('cancel')}
          </Button>
          <Button type="submit" variant="prime" isPending={isPending}>
            {common('save')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
