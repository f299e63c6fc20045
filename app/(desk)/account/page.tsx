import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MailForm } from '#components/needs/MailForm.tsx';
import { NameForm, PasswordForm, SessionsForm } from '#components/people/AccountForms.tsx';
import { PublicNameForm } from '#components/people/PublicNameForm.tsx';
import { SessionList } from '#components/people/SessionList.tsx';
import { Page } from '#components/shell/Page.tsx';
import { loadMailChoice } from '#lib/needs/loaders.ts';
import { loadAccount } from '#lib/people/loaders.ts';
import { idleSeconds, sessionSeconds } from '#lib/platform/session-token.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people');
  return { title: t('accountTitle') };
}

export default async function AccountPage() {
  const [{ actor, sessions, ownSessionId, isNamed }, mail, t] = await Promise.all([
    loadAccount(),
    loadMailChoice(),
    getTranslations('people'),
  ]);
  const { name, email, role } = actor;
  return (
    <Page title={t('accountTitle')} lead={t('accountLead', { email, role })} width="text">
      <NameForm name={name} />
      <PublicNameForm isNamed={isNamed} />
      <MailForm how={mail} />
      <PasswordForm email={email} />
      <SessionsForm days={Math.round(sessionSeconds() / 86_400)} hours={Math.round(idleSeconds() / 3_600)}>
        <SessionList sessions={sessions} ownId={ownSessionId} />
      </SessionsForm>
    </Page>
  );
}
