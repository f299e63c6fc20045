'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { assignClaims } from '#lib/claims/actions.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import { ownVersion } from '../galley/store.ts';
import { useStore, useWorkbench } from '../galley/store-context.tsx';
import { Button } from '../ui/Button.tsx';
import { ComboBox } from '../ui/ComboBox.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { ManyPreview, useManyPreview } from './ManyPreview.tsx';
import { expected, useManyDeed, versionsOf } from './use-many-deed.ts';

const NOBODY = 'nobody';

/** Gives claims, one or several, to somebody or to nobody. */
export function AssignDialog({ claims, onClose }: { claims: readonly ClaimDTO[]; onClose: () => void }) {
  const t = useTranslations('claim');
  const common = useTranslations('common');
  const store = useStore();
  const options = useAssignees();
  const [chosen, setChosen] = useState(claims[0]?.assigneeId ?? NOBODY);
  const [error, setError] = useState<string | undefined>();
  const [isPending, setPending] = useState(false);
  const assigneeId = chosen === NOBODY ? null : chosen;
  const previewed = useManyPreview(claims, { deed: 'assign', assigneeId });
  const send = useManyDeed(previewed);
  const { taken, items } = previewed;
  const nameOf = (id: string | null) => options.find((one) => one.id === (id ?? NOBODY))?.label ?? t('nobody');

  async function assign() {
    if (isPending || items === null) return;
    if (taken.length === 0) {
      onClose();
      return;
    }
    setPending(true);
    const outcome = await send({
      run: () => assignClaims({ claims: versionsOf(store, taken), assigneeId }),
      expect: expected(store, taken, { assigneeId }),
      says: t('assigned', { count: taken.length, name: nameOf(assigneeId) }),
      undo: () => ({
        says: t('undoAssign', { count: taken.length }),
        // Each goes back to whom it was, in one change.
        run: () =>
          assignClaims({
            claims: taken.map((item) => ({ ...ownVersion(store, item.id), assigneeId: item.assigneeId })),
            assigneeId: null,
          }),
      }),
    });
    setPending(false);
    if (outcome) setError(outcome.message);
    else onClose();
  }

  return (
    <Dialog title={t('assignTitle', { count: claims.length })} width="small" isOpen onOpenChange={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void assign();
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
        <ManyPreview
          previewed={previewed}
          then={(item) => t('becomesOf', { from: nameOf(item.assigneeId), to: nameOf(assigneeId) })}
        />
        <Actions>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="prime" isPending={isPending} isDisabled={items === null}>
            {t('assign')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}

/** Who may be given a claim of this article by the reader: reviewers take on and hand back, editors give to anybody who may work on it. */
function useAssignees() {
  const t = useTranslations('claim');
  const people = useWorkbench((state) => state.bench.people);
  const members = useWorkbench((state) =>
    state.bench.article.access === 'named' ? state.bench.article.memberIds : null,
  );
  const me = useWorkbench((state) => state.bench.reader.id);
  const mayAssign = useWorkbench((state) => state.bench.reader.may.includes('claim.assign'));
  const able = people.filter(
    ({ id, disabled, role }) =>
      !disabled && role !== 'viewer' && (!members || members.includes(id)) && (mayAssign || id === me),
  );
  return [{ id: NOBODY, label: t('nobody') }, ...able.map(({ id, name, role }) => ({ id, label: name, hint: role }))];
}
