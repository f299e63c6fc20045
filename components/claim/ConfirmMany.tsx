'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { Outcome } from '../galley/use-form.ts';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';

type ConfirmManyProps = {
  readonly title: string;
  readonly confirm: string;
  readonly children: ReactNode;
  /** Nothing can be done yet, or to none of them. */
  readonly isDisabled: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => Promise<Outcome>;
};

/** Shows what will happen to several claims, and does it. */
export function ConfirmMany({ title, confirm, children, isDisabled, onClose, onConfirm }: ConfirmManyProps) {
  const common = useTranslations('common');
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const send = async () => {
    if (isPending || isDisabled) return;
    setPending(true);
    const outcome = await onConfirm();
    setPending(false);
    setRefusal(outcome?.message ?? null);
    if (outcome === null) onClose();
  };
  return (
    <Dialog title={title} width="small" isOpen onOpenChange={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {children}
        {refusal ? (
          <p role="alert" className="text-sm text-wrong">
            {refusal}
          </p>
        ) : null}
        <Actions>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" autoFocus variant="prime" isPending={isPending} isDisabled={isDisabled}>
            {confirm}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
