'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../ui/Button.tsx';
import { FormError } from '../ui/FormError.tsx';
import { TextField } from '../ui/TextField.tsx';
import { PasswordField } from './PasswordField.tsx';
import { signInBy } from './session-client.ts';
import { useSubmit } from './use-submit.ts';

/** E-mail and password; leads to `next` when they fit. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('auth');
  const form = useSubmit({ email: t('email'), password: t('password') }, async (values) => {
    const refusal = await signInBy('password', { email: values.email ?? '', password: values.password ?? '' });
    if (!refusal) window.location.assign(next);
    return refusal;
  });
  return (
    <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-4">
      <FormError key={form.box.id} {...form.box.props} />
      <TextField
        name="email"
        type="email"
        label={t('email')}
        error={form.error('email')}
        autoComplete="username"
        autoFocus
        isRequired
      />
      <PasswordField
        name="password"
        label={t('password')}
        error={form.error('password')}
        autoComplete="current-password"
        isRequired
      />
      <Button type="submit" variant="prime" isPending={form.isPending} className="mt-1 w-full">
        {form.isPending ? t('signingIn') : t('signIn')}
      </Button>
      <p className="text-xs text-pretty text-soft">{t('forgotten')}</p>
    </form>
  );
}
