'use client';

import { Eraser } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { eraseDetail } from '#lib/history/actions.ts';
import type { Refused } from '#lib/platform/result.ts';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog, DialogTrigger } from '../ui/Dialog.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TriggerButton } from '../ui/TriggerButton.tsx';
import { toast } from '../ui/toast.ts';

export type EraseButtonProps = { readonly chain: string; readonly sequence: number };

/** Asks why, and erases the detail of one step for good. The step itself stays, and so does the record of the erasure. */
export function EraseButton(place: EraseButtonProps) {
  const t = useTranslations('history');
  return (
    <DialogTrigger>
      <TriggerButton size="icon" variant="quiet" className="-my-1.5 text-soft" aria-label={t('erase')}>
        <Eraser aria-hidden="true" className="size-4" />
      </TriggerButton>
      <Dialog title={t('eraseTitle')} width="small" role="alertdialog">
        {(close) => <EraseForm place={place} close={close} />}
      </Dialog>
    </DialogTrigger>
  );
}

function EraseForm({ place, close }: { place: EraseButtonProps; close: () => void }) {
  const t = useTranslations('history');
  const common = useTranslations('common');
  const galley = useTranslations('galley');
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const [isPending, setPending] = useState(false);
  const lost = (): Refused => ({ ok: false, reason: 'unavailable', message: galley('connectionLost') });

  async function erase() {
    setPending(true);
    const result = await eraseDetail({ ...place, reason }).catch(lost);
    setPending(false);
    setRefusal(result.ok ? null : result);
    if (!result.ok) return;
    toast(t('erasedNow'));
    close();
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        erase();
      }}
    >
      <p className="mb-3 text-sm text-soft">{t('eraseLead')}</p>
      <TextArea
        label={t('eraseReason')}
        rows={2}
        autoFocus
        value={reason}
        onChange={setReason}
        error={refusal ? (refusal.fields?.reason ?? refusal.message) : undefined}
      />
      <Actions>
        <Button onPress={close}>{common('cancel')}</Button>
        <Button type="submit" variant="danger" isPending={isPending}>
          {t('eraseConfirm')}
        </Button>
      </Actions>
    </form>
  );
}
