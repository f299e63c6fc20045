'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Actions, Dialog } from '#components/ui/Dialog.tsx';
import { TextArea } from '#components/ui/TextArea.tsx';
import { toast } from '#components/ui/toast.ts';
import type { Refused } from '#lib/platform/result.ts';
import { unmarkConfidential } from '#lib/sources/actions-confidential.ts';
import type { SourceDTO } from '#lib/sources/types.ts';

/** Names a source to everybody again, with a reason: what others read then cannot be taken back. */
export function UnmarkDialog({ source, onClose }: { readonly source: SourceDTO; readonly onClose: () => void }) {
  const t = useTranslations('sources');
  const common = useTranslations('common');
  const auth = useTranslations('auth');
  const router = useRouter();
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const [isPending, setPending] = useState(false);
  const lost = (): Refused => ({ ok: false, reason: 'unavailable', message: auth('unreachable') });

  async function unmark() {
    setPending(true);
    const result = await unmarkConfidential({ id: source.id, version: source.version, reason }).catch(lost);
    setPending(false);
    setRefusal(result.ok ? null : result);
    if (!result.ok) return;
    toast(t('unmarkedNow'));
    onClose();
    router.refresh();
  }
  return (
    <Dialog title={t('unmarkTitle')} width="small" role="alertdialog" isOpen onOpenChange={onClose}>
      <form
        noValidate
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void unmark();
        }}
      >
        <p className="text-sm text-pretty text-soft">{t('unmarkLead')}</p>
        <TextArea
          label={t('unmarkReason')}
          rows={2}
          autoFocus
          value={reason}
          onChange={setReason}
          error={refusal ? (refusal.fields?.reason ?? refusal.message) : undefined}
        />
        <Actions className="mt-1">
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="danger" isPending={isPending}>
            {t('unmarkConfirm')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
