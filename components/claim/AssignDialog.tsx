'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useWorkbench } from '../galley/store-context.tsx';
import type { Outcome } from '../galley/use-form.ts';
import { Button } from '../ui/Button.tsx';
import { ComboBox } from '../ui/ComboBox.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';

const NOBODY = 'nobody';

export type AssignDialogProps = {
  readonly count: number;
  readonly assigneeId: string | null;
  readonly onClose: () => void;
  readonly onAssign: (assigneeId: string | null) => Promise<Outcome>;
};

export function AssignDialog({ count, assigneeId, onClose, onAssign }: AssignDialogProps) {
  const t = useTranslations('claim');
  const common = useTranslations('common');
  const people = useWorkbench((state) => state.bench.people);
  const members = useWorkbench((state) =>
    state.bench.article.access === 'named' ? state.bench.article.memberIds : null,
  );
  const [chosen, setChosen] = useState(assigneeId ?? NOBODY);
  const [error, setError] = useState<string | undefined>();
  const [isPending, setPending] = useState(false);
  const able = people.filter(
    (person) => !person.disabled && person.role !== 'viewer' && (!members || members.includes(person.id)),
  );
  const options = [
    { id: NOBODY, label: t('nobody') },
    ...able.map((person) => ({ id: person.id, label: person.name, hint: person.role })),
  ];

  async function send() {
    setPending(true);
    const outcome = await onAssign(chosen === NOBODY ? null : chosen);
    setPending(false);
    if (outcome) setError(outcome.message);
    else onClose();
  }

  return (
    <Dialog title={t('assignTitle', { count })} width="small" isOpen onOpenChange={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <ComboBox
          label={t('assignee')}
          search={t('searchPeople')}
          options={options}
          value={chosen}
          onChange={setChosen}
          error={error}
        />
        <Actions>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="prime" isPending={isPending}>
            {t('assign')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
