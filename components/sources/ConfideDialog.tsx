'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Checkbox } from '#components/ui/Checkbox.tsx';
import { Actions, Dialog } from '#components/ui/Dialog.tsx';
import { Select } from '#components/ui/Select.tsx';
import { TextArea } from '#components/ui/TextArea.tsx';
import { toast } from '#components/ui/toast.ts';
import type { Refused } from '#lib/platform/result.ts';
import { markConfidential } from '#lib/sources/actions-confidential.ts';
import type { ConfidingDTO, SourceDTO } from '#lib/sources/types.ts';

export type ConfideDialogProps = {
  readonly source: SourceDTO;
  readonly confiding: ConfidingDTO;
  /** Why it is confidential already; empty where it is not. */
  readonly reason: string;
  readonly onClose: () => void;
};

/** Marks a source as confidential, or says anew to whom it is named. Nothing of it is kept as a draft. */
export function ConfideDialog({ source, confiding, reason: before, onClose }: ConfideDialogProps) {
  const t = useTranslations('sources');
  const common = useTranslations('common');
  const auth = useTranslations('auth');
  const router = useRouter();
  const [reason, setReason] = useState(before);
  const [to, setTo] = useState(confiding.chosen);
  const [handler, setHandler] = useState(confiding.always[0] ?? '');
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const [isPending, setPending] = useState(false);
  const isMarked = source.confidential !== null;
  const people = confiding.people.filter(({ id, disabled }) => !disabled || confiding.always.includes(id));
  const isAlways = (id: string) => confiding.always.includes(id);
  const named = people.filter(({ id, disabled }) => !disabled && (to.includes(id) || isAlways(id)));
  const lost = (): Refused => ({ ok: false, reason: 'unavailable', message: auth('unreachable') });

  async function mark() {
    setPending(true);
    const input = { id: source.id, version: source.version, reason, to, handler };
    const result = await markConfidential(input).catch(lost);
    setPending(false);
    setRefusal(result.ok ? null : result);
    if (!result.ok) return;
    toast(t(isMarked ? 'confidedNow' : 'markedNow'));
    onClose();
    // What already names it is looked for at once: somebody has to act on it.
    if (isMarked) router.refresh();
    else router.push(`/sources/${source.id}?names=1#names`);
  }
  return (
    <Dialog title={t(isMarked ? 'confideTitle' : 'markTitle')} isOpen onOpenChange={onClose} isDismissable={false}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void mark();
        }}
      >
        <p className="text-sm text-pretty text-soft">{t('markLead')}</p>
        <TextArea
          label={t('markReason')}
          hint={t('markReasonHint')}
          rows={2}
          autoFocus
          value={reason}
          onChange={setReason}
          error={refusal ? (refusal.fields?.reason ?? refusal.message) : undefined}
        />
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1.5 text-sm font-medium">{t('markTo')}</legend>
          {people.map(({ id, name }) =>
            isAlways(id) ? (
              <p key={id} className="flex min-h-6 gap-2.5 text-sm">
                <span aria-hidden="true" className="w-4 text-center text-soft">
                  ✓
                </span>
                <span>
                  {name}{' '}
                  <span className="text-soft">{t(id === confiding.always[0] ? 'handlerMark' : 'broughtMark')}</span>
                </span>
              </p>
            ) : (
              <Checkbox
                key={id}
                isSelected={to.includes(id)}
                onChange={(isOn) => setTo(isOn ? [...to, id] : to.filter((other) => other !== id))}
              >
                {name}
              </Checkbox>
            ),
          )}
        </fieldset>
        {isMarked && named.length > 1 ? (
          <Select
            label={t('handler')}
            hint={t('handlerHint')}
            options={named.map(({ id, name }) => ({ id, label: name }))}
            value={handler}
            onChange={(id) => setHandler(String(id ?? handler))}
          />
        ) : null}
        <Actions className="mt-1">
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="prime" isPending={isPending}>
            {t(isMarked ? 'confideConfirm' : 'markConfirm')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
