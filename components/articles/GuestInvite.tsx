'use client';

import { useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import { inviteGuest } from '#lib/articles/actions-guests.ts';
import { instantOf, localOf } from '#lib/articles/rules.ts';
import type { MadeGuestLink } from '#lib/articles/types.ts';
import { LinkBox } from '../people/LinkBox.tsx';
import { proven } from '../people/prove.ts';
import { useSubmit } from '../people/use-submit.ts';
import { Button } from '../ui/Button.tsx';
import { DateField } from '../ui/DateField.tsx';
import { Actions, Dialog, DialogTrigger } from '../ui/Dialog.tsx';
import { FormError } from '../ui/FormError.tsx';
import { TextField } from '../ui/TextField.tsx';
import { TriggerButton } from '../ui/TriggerButton.tsx';

/** A button that asks for whom a link is to be and until when, and then shows it. */
export function GuestInvite({ articleId }: { readonly articleId: string }) {
  const t = useTranslations('guest');
  return (
    <DialogTrigger>
      <TriggerButton>{t('invite')}</TriggerButton>
      <Dialog title={t('inviteTitle')} isDismissable={false}>
        {(close) => <InviteForm articleId={articleId} close={close} />}
      </Dialog>
    </DialogTrigger>
  );
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

function InviteForm({ articleId, close }: { readonly articleId: string; readonly close: () => void }) {
  const t = useTranslations('guest');
  const common = useTranslations('common');
  const zone = useTimeZone() ?? 'UTC';
  const [made, setMade] = useState<(MadeGuestLink & { readonly name: string }) | null>(null);
  const [inAWeek] = useState(() => localOf(new Date(Date.now() + WEEK_MS).toISOString(), zone));
  const form = useSubmit({ name: t('name'), until: t('until') }, async ({ name = '', until = '' }) => {
    const result = await proven(() => inviteGuest({ articleId, name, until: instantOf(until, zone) ?? '' }));
    if (!result.ok) return result;
    setMade({ ...result.value, name });
    return null;
  });
  if (made) {
    return (
      <>
        <LinkBox {...made} lead={t('made', { name: made.name })} until={(time) => t('works', { time })} />
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
      <TextField name="name" label={t('name')} hint={t('nameHint')} error={form.error('name')} autoFocus isRequired />
      <DateField
        name="until"
        type="datetime-local"
        label={t('until')}
        defaultValue={inAWeek}
        error={form.error('until')}
        isRequired
      />
      <Actions>
        <Button onPress={close}>{common('cancel')}</Button>
        <Button type="submit" variant="prime" isPending={form.isPending}>
          {t('make')}
        </Button>
      </Actions>
    </form>
  );
}
