'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Actions, Dialog } from '#components/ui/Dialog.tsx';
import { FormError } from '#components/ui/FormError.tsx';
import { proveAgain } from '#lib/people/actions.ts';
import { PasswordField } from './PasswordField.tsx';
import { setAsk } from './prove.ts';

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

/**
 * Keeps its own state instead of a transition's: what asks for the password is itself waiting in one, and React ends
 * transitions that overlap all together.
 */
function ProveForm({ email, end }: { email: string; end: (isProved: boolean) => void }) {
  const t = useTranslations('people');
  const common = useTranslations('common');
  const unreachable = useTranslations('auth')('unreachable');
  const [refusal, setRefusal] = useState<{ readonly message: string; readonly tries: number } | null>(null);
  const [isPending, setPending] = useState(false);

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending) return;
    const current = new FormData(event.currentTarget).get('current');
    setPending(true);
    const result = await proveAgain({ current }).catch(() => ({ ok: false, message: unreachable }) as const);
    setPending(false);
    if (result.ok) end(true);
    else setRefusal((last) => ({ message: result.message, tries: (last?.tries ?? 0) + 1 }));
  };
  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
      <p className="text-sm text-soft">{t('proveLead')}</p>
      {/* A new number makes the box anew, which brings it the focus again. */}
      <FormError key={refusal?.tries ?? 0} {...(refusal ? { message: refusal.message } : {})} />
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordField name="current" label={t('currentPassword')} autoComplete="current-password" autoFocus isRequired />
      <Actions>
        <Button onPress={() => end(false)}>{common('cancel')}</Button>
        <Button type="submit" variant="prime" isPending={isPending}>
          {t('prove')}
        </Button>
      </Actions>
    </form>
  );
}
