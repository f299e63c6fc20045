'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Refused } from '#lib/platform/result.ts';
import { freezeReport } from '#lib/reports/actions.ts';
import { useDraft } from '../galley/use-draft.ts';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { toast } from '../ui/toast.ts';

const EMPTY = { note: '' };

/** Corrects a report: asks what was wrong, and makes a new one in its place that says so. */
export function CorrectButton({ articleId, readerId }: { articleId: string; readerId: string }) {
  const t = useTranslations('report');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('correct')}</Button>
      {isOpen ? <CorrectDialog articleId={articleId} readerId={readerId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

type Props = { readonly articleId: string; readonly readerId: string; readonly onClose: () => void };

function CorrectDialog({ articleId, readerId, onClose }: Props) {
  const t = useTranslations('report');
  const common = useTranslations('common');
  const galley = useTranslations('galley');
  const router = useRouter();
  const [draft, change, clear] = useDraft(`${readerId}:correction:${articleId}`, EMPTY);
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const [isPending, setPending] = useState(false);

  async function send() {
    if (!draft.note.trim()) {
      setRefusal({ ok: false, reason: 'invalid', message: t('correctionEmpty') });
      return;
    }
    setPending(true);
    const result = await freezeReport({ articleId, correction: draft.note }).catch(() => null);
    setPending(false);
    if (!result?.ok) {
      setRefusal(result ?? { ok: false, reason: 'unavailable', message: galley('connectionLost') });
      return;
    }
    clear();
    toast(t('frozen', { number: result.value.number }));
    router.push(`/reports/${result.value.id}`);
    onClose();
  }

  return (
    <Dialog title={t('correctTitle')} width="small" isOpen onOpenChange={onClose} isDismissable={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p className="mb-3 text-sm text-soft">{t('correctLead')}</p>
        <TextArea
          label={t('correctionNote')}
          rows={3}
          autoFocus
          value={draft.note}
          onChange={(note) => change({ note })}
          error={refusal ? (refusal.fields?.correction ?? refusal.message) : undefined}
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
