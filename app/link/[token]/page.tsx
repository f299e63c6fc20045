import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Doorway } from '#components/people/Doorway.tsx';
import { LinkForm } from '#components/people/LinkForm.tsx';
import { ButtonLink } from '#components/ui/Link.tsx';
import { currentActor } from '#lib/access/gate-session.ts';
import { loadLink } from '#lib/people/loaders.ts';
import type { LinkDTO } from '#lib/people/types.ts';
import { deskSettings } from '#lib/settings/loaders.ts';

// The address is a secret until it is spent.
export const metadata: Metadata = { referrer: 'no-referrer', robots: { index: false } };

/** A one-time link. Looking at it spends nothing: mail and chat programs look at every link they pass on. */
export default async function LinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [t, link, actor] = await Promise.all([getTranslations('auth'), loadLink(token), currentActor()]);
  if (!link) {
    return (
      <Doorway title={t('linkDeadTitle')} lead={t('linkDeadBody')}>
        <ButtonLink href="/sign-in">{t('toSignIn')}</ButtonLink>
      </Doorway>
    );
  }
  const { title, lead } = await wordsOf(link);
  const { purpose, email, name } = link;
  return (
    <Doorway title={title} lead={lead}>
      {actor ? <p className="mb-4 text-sm text-review">{t('nowSignedIn', { name: actor.name })}</p> : null}
      <LinkForm token={token} link={{ purpose, email, name }} />
    </Doorway>
  );
}

async function wordsOf({ purpose, name, email, role }: LinkDTO): Promise<{ title: string; lead: string }> {
  const [t, { deskName }] = await Promise.all([getTranslations('auth'), deskSettings()]);
  const person = name ?? email ?? '';
  switch (purpose) {
    case 'sign_in':
      return { title: t('signInAs', { name: person }), lead: t('signInLinkLead') };
    case 'invite':
      return {
        title: t('joinTitle'),
        lead: t('joinLead', { desk: deskName, role: role ?? 'viewer', email: email ?? '' }),
      };
    case 'reset':
      return { title: t('resetTitle', { name: person }), lead: t('resetLead') };
    case 'set_up':
      return { title: t('setUpTitle'), lead: t('setUpLead') };
  }
}
