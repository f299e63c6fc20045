'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Actions, Dialog } from './Dialog.tsx';

export interface ConfirmDialogProps {
  readonly title: ReactNode;
  /** What will happen, and whether it can be taken back. */
  readonly children: ReactNode;
  /** The deed itself ("Withdraw the verdict"), never "OK". */
  readonly confirm: string;
  readonly danger?: boolean;
  readonly isPending?: boolean;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  readonly onConfirm: () => void;
}

/** Asks before something that is not easily taken back. The caller closes it when the deed is done. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useTranslations('common');
  return (
    <Dialog
      role="alertdialog"
      width="small"
      title={props.title}
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
      isDismissable={false}
    >
      {(close) => (
        <>
          <div className="text-sm text-soft">{props.children}</div>
          <Actions>
            <Button onPress={close} autoFocus>
              {t('cancel')}
            </Button>
            <Button variant={props.danger ? 'danger' : 'prime'} isPending={props.isPending} onPress={props.onConfirm}>
              {props.confirm}
            </Button>
          </Actions>
        </>
      )}
    </Dialog>
  );
}
