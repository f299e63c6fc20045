'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Actions, Dialog } from '#components/ui/Dialog.tsx';
import { TextArea } from '#components/ui/TextArea.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { toast } from '#components/ui/toast.ts';
import type { Refused } from '#lib/platform/result.ts';
import { eraseCapture } from '#lib/sources/actions-captures.ts';
import type { CaptureDTO } from '#lib/sources/types-captures.ts';

export type EraseDialogProps = {
  readonly capture: CaptureDTO;
  readonly onErased: () => void;
  readonly onClose: () => void;
};

/** Erases a capture for good, with a reason, after its name has been typed. */
export function EraseDialog({ capture, onErased, onClose }: EraseDialogProps) {
  const t = useTranslations('captures');
  const common = useTranslations('common');
  const auth = useTranslations('auth');
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [isMistyped, setMistyped] = useState(false);
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const [isPending, setPending] = useState(false);
  const name = t('capture', { number: capture.number });
  const lost = (): Refused => ({ ok: false, reason: 'unavailable', message: auth('unreachable') });

  async function erase() {
    const isMeant = typed.trim().toLowerCase() === name.toLowerCase();
    setMistyped(!isMeant);
    if (!isMeant) return;
    setPending(true);
    const result = await eraseCapture({ id: capture.id, reason }).catch(lost);
    setPending(false);
    setRefusal(result.ok ? null : result);
    if (!result.ok) return;
    toast(t('erasedNow', { number: capture.number }));
    onErased();
    onClose();
  }
  return (
    <Dialog
      title={t('eraseTitle', { number: capture.number })}
      width="small"
      role="alertdialog"
      isOpen
      onOpenChange={onClose}
    >
      <form
        noValidate
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          erase();
        }}
      >
        <p className="text-sm text-pretty text-soft">{t('eraseLead')}</p>
        <TextArea
          label={t('eraseReason')}
          rows={2}
          autoFocus
          value={reason}
          onChange={setReason}
          error={refusal ? (refusal.fields?.reason ?? refusal.message) : undefined}
        />
        <TextField
          label={t('eraseType', { name })}
          autoComplete="off"
          value={typed}
          onChange={setTyped}
          error={isMistyped ? t('eraseMistyped', { name }) : undefined}
        />
        <Actions className="mt-1">
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="danger" isPending={isPending}>
            {t('eraseConfirm')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
