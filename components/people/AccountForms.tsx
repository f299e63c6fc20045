'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { FormError } from '#components/ui/FormError.tsx';
import { KeepFocus } from '#components/ui/KeepFocus.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { toast } from '#components/ui/toast.ts';
import { changeOwnPassword, editOwnName, endOwnSessions } from '#lib/people/actions.ts';
import { MIN_PASSWORD } from '#lib/people/types.ts';
import { PasswordField } from './PasswordField.tsx';
import { useDeed } from './use-deed.ts';
import { useSubmit } from './use-submit.ts';

export function NameForm({ name }: { name: string }) {
  const t = useTranslations('people');
  const common = useTranslations('common');
  const form = useSubmit({ name: t('yourName') }, async (values) => {
    const result = await editOwnName(values);
    if (!result.ok) return result;
    toast(t('nameSaved'));
    return null;
  });
  return (
    <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-4">
      <FormError key={form.box.id} {...form.box.props} />
      <TextField
        name="name"
        label={t('yourName')}
        hint={t('yourNameHint')}
        defaultValue={name}
        error={form.error('name')}
        autoComplete="name"
        isRequired
      />
      <div>
        <Button type="submit" isPending={form.isPending}>
          {common('save')}
        </Button>
      </div>
    </form>
  );
}

export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations('people');
  const [round, setRound] = useState(0);
  return (
    <Section title={t('passwordTitle')} lead={t('passwordLead')}>
      {/* A new round has empty fields: the old password is of no use to the next change. */}
      <KeepFocus>
        <PasswordFields key={round} email={email} done={() => setRound(round + 1)} />
      </KeepFocus>
    </Section>
  );
}

function PasswordFields({ email, done }: { email: string; done: () => void }) {
  const t = useTranslations('people');
  const auth = useTranslations('auth');
  const labels = { current: t('currentPassword'), password: auth('newPassword') };
  const form = useSubmit(labels, async (values) => {
    const result = await changeOwnPassword({ current: values.current, password: values.password });
    if (!result.ok) return result;
    toast(t('passwordSaved'));
    done();
    return null;
  });
  return (
    <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-4">
      <FormError key={form.box.id} {...form.box.props} />
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <TextField
        name="current"
        type="password"
        label={labels.current}
        error={form.error('current')}
        autoComplete="current-password"
        isRequired
      />
      <PasswordField
        name="password"
        label={labels.password}
        hint={auth('passwordHint', { count: MIN_PASSWORD })}
        error={form.error('password')}
        autoComplete="new-password"
        isRequired
      />
      <div>
        <Button type="submit" isPending={form.isPending}>
          {t('changePassword')}
        </Button>
      </div>
    </form>
  );
}

/** Where one is signed in, and the way to end it everywhere. */
export function SessionsForm({ days, hours, children }: { days: number; hours: number; children: ReactNode }) {
  const t = useTranslations('people');
  const { run, isPending } = useDeed();
  return (
    <Section title={t('sessionsTitle')} lead={t('sessionsLead', { days, hours })}>
      {children}
      <Button isPending={isPending} onPress={() => run(endOwnSessions, () => window.location.assign('/sign-in'))}>
        {t('endSessions')}
      </Button>
    </Section>
  );
}

function Section({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mt-10 border-t border-rule pt-6">
      <h2 id={id} className="font-serif text-2xl font-semibold">
        {title}
      </h2>
      <p className="mt-0.5 mb-4 text-sm text-soft">{lead}</p>
      {children}
    </section>
  );
}
