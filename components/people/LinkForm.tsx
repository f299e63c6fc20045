'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { FormError } from '#components/ui/FormError.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { type LinkDTO, type LinkPurpose, MIN_PASSWORD } from '#lib/people/types.ts';
import { PasswordField } from './PasswordField.tsx';
import { signInBy } from './session-client.ts';
import { useSubmit } from './use-submit.ts';

const verbs = { sign_in: 'signIn', invite: 'join', reset: 'reset', set_up: 'setUp' } as const satisfies Record<
  LinkPurpose,
  string
>;

/** What a one-time link asks for. Sending it spends the link and signs in. */
export function LinkForm({ token, link }: { token: string; link: Pick<LinkDTO, 'purpose' | 'email' | 'name'> }) {
  const t = useTranslations('auth');
  const labels = { email: t('email'), name: t('name'), password: t('newPassword') };
  const form = useSubmit(labels, async (values) => {
    const refusal = await signInBy('link', { ...values, token });
    if (!refusal) window.location.assign('/');
    return refusal;
  });
  const { purpose } = link;
  const isNew = purpose === 'invite' || purpose === 'set_up';
  return (
    <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-4">
      <FormError key={form.box.id} {...form.box.props} />
      {purpose === 'set_up' ? (
        <TextField
          name="email"
          type="email"
          label={t('email')}
          error={form.error('email')}
          autoComplete="username"
          autoFocus
          isRequired
        />
      ) : null}
      {isNew ? (
        <TextField
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          defaultValue={link.name ?? ''}
          error={form.error('name')}
          autoComplete="name"
          autoFocus={purpose === 'invite'}
          isRequired
        />
      ) : null}
      {purpose === 'sign_in' ? null : (
        <>
          {/* Lets a password manager keep the new password under the right name. */}
          {link.email ? <input type="hidden" autoComplete="username" value={link.email} readOnly /> : null}
          <PasswordField
            name="password"
            label={isNew ? t('choosePassword') : t('newPassword')}
            hint={t('passwordHint', { count: MIN_PASSWORD })}
            error={form.error('password')}
            autoComplete="new-password"
            isRequired
          />
        </>
      )}
      <Button type="submit" variant="prime" isPending={form.isPending} className="mt-1 w-full">
        {t(verbs[purpose])}
      </Button>
    </form>
  );
}
