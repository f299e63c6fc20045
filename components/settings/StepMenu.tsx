'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { archiveRating, moveRating } from '#lib/settings/actions.ts';
import type { ScaleStepDTO } from '#lib/settings/types.ts';
import { useDeed } from '../people/use-deed.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Menu, MenuItem, MenuTrigger } from '../ui/Menu.tsx';
import { TriggerButton } from '../ui/TriggerButton.tsx';
import { toast } from '../ui/toast.ts';
import { StepForm } from './StepForm.tsx';

/** What an admin may do to one step of the scale. */
export function StepMenu({ step, isFirst, isLast }: { step: ScaleStepDTO; isFirst: boolean; isLast: boolean }) {
  const t = useTranslations('settings');
  const common = useTranslations('common');
  const [edits, setEdits] = useState(false);
  const { run, isPending } = useDeed();
  const { id, version, label, archived } = step;
  const move = (to: 'up' | 'down') =>
    run(
      () => moveRating({ id, version, to }),
      () => {},
    );
  const archive = () =>
    run(
      () => archiveRating({ id, version, archived: !archived }),
      () => toast(t(archived ? 'ratingRestored' : 'ratingArchived', { label })),
    );
  const name = t('deedsFor', { label });
  return (
    <>
      <MenuTrigger>
        <TriggerButton variant="quiet" size="icon" aria-label={name} isPending={isPending}>
          <Ellipsis aria-hidden="true" className="size-4" />
        </TriggerButton>
        <Menu aria-label={name}>
          {archived ? (
            <MenuItem onAction={archive}>{t('restore')}</MenuItem>
          ) : (
            <>
              <MenuItem onAction={() => setEdits(true)}>{common('edit')}</MenuItem>
              <MenuItem isDisabled={isFirst} onAction={() => move('up')}>
                {t('up')}
              </MenuItem>
              <MenuItem isDisabled={isLast} onAction={() => move('down')}>
                {t('down')}
              </MenuItem>
              <MenuItem onAction={archive}>{t('archive')}</MenuItem>
            </>
          )}
        </Menu>
      </MenuTrigger>
      <Dialog title={t('editRating', { label })} isOpen={edits} onOpenChange={setEdits} isDismissable={false}>
        {(close) => <StepForm step={step} close={close} />}
      </Dialog>
    </>
  );
}
