import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Doorway } from '#components/people/Doorway.tsx';
import { SignInForm } from '#components/people/SignInForm.tsx';
import { currentActor } from '#lib/access/gate-session.ts';
import { deskIsEmpty } from '#lib/people/loaders.ts';
import { pathAfterSignIn } from '#lib/people/rules.ts';
import { deskSettings } from '#lib/settings/loaders.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth');
  return { title: t('signInTitle') };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const { next } = await searchParams;
  const path = pathAfterSignIn(typeof next === 'string' ? next : undefined);
  if (await currentActor()) redirect(path);
  if (await deskIsEmpty()) redirect('/set-up');
  const [t, { deskName }] = await Promise.all([getTranslations('auth'), deskSettings()]);
  return (
    <Doorway title={t('signInTitle')} lead={deskName}>
      <SignInForm next={path} />
    </Doorway>
  );
}
