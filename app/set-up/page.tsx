import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Fragment } from 'react';
import { Doorway } from '#components/people/Doorway.tsx';
import { deskIsEmpty } from '#lib/people/loaders.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth');
  return { title: t('setUpTitle') };
}

/** How the first person of a new desk comes in. */
export default async function SetUpPage() {
  if (!(await deskIsEmpty())) redirect('/sign-in');
  const t = await getTranslations('auth');
  return (
    <Doorway title={t('setUpWaitTitle')}>
      <p className="text-pretty">{t('setUpWaitBody')}</p>
      {/* Broken between words alone: a browser breaks after a hyphen too, and no argument may read as two. */}
      <pre className="mt-4 rounded-md bg-wash px-3 py-2 text-xs whitespace-pre-wrap">
        {t('setUpCommand')
          .split(' ')
          .map((word) => (
            <Fragment key={word}>
              <span className="whitespace-nowrap">{word}</span>{' '}
            </Fragment>
          ))}
      </pre>
    </Doorway>
  );
}
