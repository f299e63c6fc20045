'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { Refused } from '#lib/platform/result.ts';
import { useWorkbench } from '../galley/store-context.tsx';
import { useDraft } from '../galley/use-draft.ts';
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
  readonly onClose: () => void;
  /** Answers with the refusal, or null where it went well. */
  readonly onConfirm: (reason: string) => Promise<Refused | null>;
};

const EMPTY = { reason: '' };

/** Asks why, and does it. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, lead, label, confirm, common = [], onClose, onConfirm } = props;
  const t = useTranslations('common');
  const me = useWorkbench((state) => state.bench.reader.id);
  const [draft, change, clear, isDraft] = useDraft(`${me}:${props.draft}`, EMPTY);
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const [isPending, setPending] = useState(false);
  const reason = isDraft ? draft.reason : draft.reason || (props.first ?? '');

  async function send(words: string) {
    setPending(true);
    const outcome = await onConfirm(words);
    setPending(false);
    setRefusal(outcome);
    if (outcome) return;
    clear();
    onClose();
  }

  return (
    <Dialog title={title} width="small" isOpen onOpenChange={onClose} isDismissable={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send(reason);
        }}
      >
        {lead === undefined ? null : <p className="mb-3 text-sm text-soft">{lead}</p>}
        {common.length === 0 ? null : (
          <div className="mb-3 flex flex-wrap gap-1.5">
            {common.map((words) => (
              <Button key={words} size="small" isDisabled={isPending} onPress={() => send(words)}>
                {words}
              </Button>
            ))}
          </div>
        )}
        <TextArea
          label={label}
          rows={2}
          autoFocus
          value={reason}
          onChange={(value) => change({ reason: value })}
          error={refusal ? (refusal.fields?.reason ?? refusal.message) : undefined}
        />
        <Actions>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="prime" isPending={isPending}>
            {confirm}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
