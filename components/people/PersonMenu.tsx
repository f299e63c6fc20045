'use client';

import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '#components/ui/ConfirmDialog.tsx';
import { Menu, MenuItem, MenuTrigger } from '#components/ui/Menu.tsx';
import { TriggerButton } from '#components/ui/TriggerButton.tsx';
import { toast } from '#components/ui/toast.ts';
import { makeResetLink, setDisabled } from '#lib/people/actions.ts';
import type { AccountDTO, MadeLink } from '#lib/people/types.ts';
import { LinkDialog } from './LinkDialog.tsx';
import { proven } from './prove.ts';
import { useDeed } from './use-deed.ts';

/** What else an admin may do about a person: a link for a new password, shutting out and letting in. */
export function PersonMenu({ account }: { account: AccountDTO }) {
  const t = useTranslations('people');
  const [made, setMade] = useState<MadeLink | null>(null);
  const [asks, setAsks] = useState(false);
  const { run, isPending } = useDeed();
  const { id, version, name, disabled } = account;

  const setAccess = (shut: boolean) =>
    run(
      () => proven(() => setDisabled({ id, version, disabled: shut })),
      () => {
        setAsks(false);
        toast(t(shut ? 'disabledNote' : 'enabledNote', { name }));
      },
    );
  return (
    <>
      <MenuTrigger>
        <TriggerButton variant="quiet" size="icon" aria-label={t('actionsFor', { name })} isPending={isPending}>
          <Ellipsis aria-hidden="true" className="size-4" />
        </TriggerButton>
        <Menu aria-label={t('actionsFor', { name })}>
          {disabled ? (
            <MenuItem onAction={() => setAccess(false)}>{t('enable')}</MenuItem>
          ) : (
            <>
              <MenuItem onAction={() => run(() => proven(() => makeResetLink({ id })), setMade)}>
                {t('resetLink')}
              </MenuItem>
              <MenuItem danger onAction={() => setAsks(true)}>
                {t('disable')}
              </MenuItem>
            </>
          )}
        </Menu>
      </MenuTrigger>
      <LinkDialog made={made} lead={t('linkReset', { email: made?.email ?? '' })} onClose={() => setMade(null)} />
      <ConfirmDialog
        title={t('disableTitle', { name })}
        confirm={t('disableConfirm', { name })}
        danger
        isOpen={asks}
        onOpenChange={setAsks}
        isPending={isPending}
        onConfirm={() => setAccess(true)}
      >
        {t('disableBody', { name })}
      </ConfirmDialog>
    </>
  );
}
