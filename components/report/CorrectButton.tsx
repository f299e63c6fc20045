'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { correctReport } from '#lib/publishing/actions.ts';
import { useForm } from '../galley/use-form.ts';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { toast } from '../ui/toast.ts';

const EMPTY = { note: '' };

type ButtonProps = {
  readonly articleId: string;
  readonly readerId: string;
  /** On a phone it says less: it stands in a line with what the page is. */
  readonly isInLine?: boolean;
};

/** Corrects a report: asks what was wrong, and makes a new one in its place that says so. */
export function CorrectButton({ articleId, readerId, isInLine = false }: ButtonProps) {
  const t = useTranslations('report');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        {isInLine ? <span className="phone:hidden">{t('correctShort')}</span> : null}
        <span className={isInLine ? 'max-phone:hidden' : undefined}>{t('correct')}</span>
      </Button>
      {isOpen ? <CorrectDialog articleId={articleId} readerId={readerId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

type Props = { readonly articleId: string; readonly readerId: string; readonly onClose: () => void };

function CorrectDialog({ articleId, readerId, onClose }: Props) {
  const t = useTranslations('report');
  const common = useTranslations('common');
  const router = useRouter();
  const { draft, change, isPending, onSubmit, error, message } = useForm(
    `${readerId}:correction:${articleId}`,
    EMPTY,
    async ({ note }) => {
      if (!note.trim()) return { ok: false, reason: 'invalid', message: t('correctionEmpty') };
      const result = await correctReport({ articleId, correction: note });
      if (!result.ok) return result;
      toast(t('frozen', { number: result.value.number }));
      router.push(`/reports/${result.value.id}`);
      return null;
    },
    onClose,
  );

  return (
    <Dialog title={t('correctTitle')} width="small" isOpen onOpenChange={onClose} isDismissable={false}>
      <form onSubmit={onSubmit}>
        <p className="mb-3 text-sm text-soft">{t('correctLead')}</p>
        <TextArea
          label={t('correctionNote')}
          rows={3}
          autoFocus
          value={draft.note}
          onChange={(note) => change({ note })}
          error={error('correction') ?? message}
        />
        <Actions>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="prime" isPending={isPending}>
            {t('correctConfirm')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
