import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Invitations } from '#components/people/Invitations.tsx';
import { InviteButton } from '#components/people/InviteDialog.tsx';
import { PeopleTable } from '#components/people/PeopleTable.tsx';
import { Page } from '#components/shell/Page.tsx';
import { loadPeople } from '#lib/people/loaders.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people');
  return { title: t('title') };
}

export default async function PeoplePage() {
  const [t, loaded] = await Promise.all([getTranslations('people'), loadPeople()]);
  return (
    <Page title={t('title')} lead={t('lead')} tools={<InviteButton />}>
      <PeopleTable accounts={loaded.accounts} ownId={loaded.actor.id} />
      <Invitations invitations={loaded.invitations} />
    </Page>
  );
}
