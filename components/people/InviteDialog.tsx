'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Actions, Dialog, DialogTrigger } from '#components/ui/Dialog.tsx';
import { FormError } from '#components/ui/FormError.tsx';
import { RadioList } from '#components/ui/RadioList.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { TriggerButton } from '#components/ui/TriggerButton.tsx';
import { ROLES } from '#lib/access/types.ts';
import { invite } from '#lib/people/actions.ts';
import type { MadeLink } from '#lib/people/types.ts';
import { LinkBox } from './LinkBox.tsx';
import { proven } from './prove.ts';
import { useSubmit } from './use-submit.ts';

/** A button that asks whom to invite, and then shows the link. */
export function InviteButton() {
  const t = useTranslations('people');
  return (
    <DialogTrigger>
      <TriggerButton variant="prime">{t('invite')}</TriggerButton>
      <Dialog title={t('inviteTitle')} isDismissable={false}>
        {(close) => <InviteForm close={close} />}
      </Dialog>
    </DialogTrigger>
  );
}

function InviteForm({ close }: { close: () => void }) {
  const t = useTranslations('people');
  const common = useTranslations('common');
  const shell = useTranslations('shell');
  const [made, setMade] = useState<MadeLink | null>(null);
  const labels = { email: t('email'), name: t('inviteName'), role: t('role') };
  const form = useSubmit(labels, async (values) => {
    const result = await proven(() => invite(values));
    if (!result.ok) return result;
    setMade(result.value);
    return null;
  });
  if (made) {
    return (
      <>
        <LinkBox {...made} lead={t('linkInvite', { email: made.email ?? '' })} />
        <Actions>
          <Button onPress={close}>{common('done')}</Button>
        </Actions>
      </>
    );
  }
  return (
    <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-4">
      <p className="text-sm text-soft">{t('inviteLead')}</p>
      <FormError key={form.box.id} {...form.box.props} />
      <TextField name="email" type="email" label={t('email')} error={form.error('email')} autoFocus isRequired />
      <TextField name="name" label={t('inviteName')} hint={t('inviteNameHint')} error={form.error('name')} optional />
      <RadioList
        name="role"
        label={t('role')}
        defaultValue="reviewer"
        error={form.error('role')}
        options={ROLES.map((role) => ({ id: role, label: shell('role', { role }), hint: t('roleHint', { role }) }))}
      />
      <Actions>
        <Button onPress={close}>{common('cancel')}</Button>
        <Button type="submit" variant="prime" isPending={form.isPending}>
          {t('makeLink')}
        </Button>
      </Actions>
    </form>
  );
}
