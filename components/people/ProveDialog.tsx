'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Actions, Dialog } from '#components/ui/Dialog.tsx';
import { FormError } from '#components/ui/FormError.tsx';
import { proveAgain } from '#lib/people/actions.ts';
import { PasswordField } from './PasswordField.tsx';
import { setAsk } from './prove.ts';
import { useSubmit } from './use-submit.ts';

/** The window that asks for the password once more, wherever something on the page needs it. */
export function ProveDialog({ email }: { email: string }) {
  const t = useTranslations('people');
  const [answer, setAnswer] = useState<((isProved: boolean) => void) | null>(null);
  useEffect(() => setAsk(() => new Promise((resolve) => setAnswer(() => resolve))), []);
  const end = (isProved: boolean) => {
    answer?.(isProved);
    setAnswer(null);
  };
  return (
    <Dialog
      title={t('proveTitle')}
      width="small"
      isOpen={answer !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) end(false);
      }}
    >
      {() => <ProveForm email={email} end={end} />}
    </Dialog>
  );
}

function ProveForm({ email, end }: { email: string; end: (isProved: boolean) => void }) {
  const t = useTranslations('people');
  const common = useTranslations('common');
  const form = useSubmit({ current: t('currentPassword') }, async ({ current }) => {
    const result = await proveAgain({ current });
    if (!result.ok) return result;
    end(true);
    return null;
  });
  return (
    <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-4">
      <p className="text-sm text-soft">{t('proveLead')}</p>
      <FormError key={form.box.id} {...form.box.props} />
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordField
        name="current"
        label={t('currentPassword')}
        error={form.error('current')}
        autoComplete="current-password"
        autoFocus
        isRequired
      />
      <Actions>
        <Button onPress={() => end(false)}>{common('cancel')}</Button>
        <Button type="submit" variant="prime" isPending={form.isPending}>
          {t('prove')}
        </Button>
      </Actions>
    </form>
  );
}
