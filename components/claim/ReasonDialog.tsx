'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useWorkbench } from '../galley/store-context.tsx';
import { type Outcome, useForm } from '../galley/use-form.ts';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { TextArea } from '../ui/TextArea.tsx';

export type ReasonDialogProps = {
  /** Names the draft, so that a reason half written is still there. */
  readonly draft: string;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly label: string;
  readonly confirm: string;
  /** Reasons that one press writes. */
  readonly common?: readonly string[];
  readonly first?: string;
  /** It may be left unsaid. */
  readonly optional?: boolean;
  /** What will happen, between the words and the field. */
  readonly children?: ReactNode;
  /** There is nothing to do it to. */
  readonly isDisabled?: boolean;
  readonly onClose: () => void;
  /** Answers with the refusal, or null where it went well. */
  readonly onConfirm: (reason: string) => Promise<Outcome>;
};

const EMPTY = { reason: '' };

/** Asks why, and does it. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, lead, label, confirm, common = [], children, isDisabled = false, onClose, onConfirm } = props;
  const t = useTranslations('common');
  const me = useWorkbench((state) => state.bench.reader.id);
  const { draft, change, isDraft, isPending, submit, error, message } = useForm(
    `${me}:${props.draft}`,
    EMPTY,
    (words) => onConfirm(words.reason),
    onClose,
  );
  const reason = isDraft ? draft.reason : draft.reason || (props.first ?? '');

  return (
    <Dialog title={title} width="small" isOpen onOpenChange={onClose} isDismissable={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isDisabled) void submit({ reason });
        }}
      >
        {lead === undefined ? null : <p className="mb-3 text-sm text-soft">{lead}</p>}
        {children}
        {common.length === 0 ? null : (
          <div className="mb-3 flex flex-wrap gap-1.5">
            {common.map((words) => (
              <Button
                key={words}
                size="small"
                isDisabled={isPending || isDisabled}
                onPress={() => submit({ reason: words })}
              >
                {words}
              </Button>
            ))}
          </div>
        )}
        <TextArea
          label={label}
          optional={props.optional}
          rows={2}
          autoFocus
          value={reason}
          onChange={(value) => change({ reason: value })}
          error={error('reason') ?? message}
        />
        <Actions>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="prime" isPending={isPending} isDisabled={isDisabled}>
            {confirm}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
