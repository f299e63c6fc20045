import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NameForm, PasswordForm, SessionsForm } from '#components/people/AccountForms.tsx';
import { Page } from '#components/shell/Page.tsx';
import { requireActor } from '#lib/access/gate-session.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people');
  return { title: t('accountTitle') };
}

export default async function AccountPage() {
  const [{ name, email, role }, t] = await Promise.all([requireActor('signed in'), getTranslations('people')]);
  return (
    <Page title={t('accountTitle')} lead={t('accountLead', { email, role })} width="text">
      <NameForm name={name} />
      <PasswordForm email={email} />
      <SessionsForm />
    </Page>
  );
}
