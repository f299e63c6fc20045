import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DetailsForm } from '#components/articles/DetailsForm.tsx';
import { Page } from '#components/shell/Page.tsx';
import { KeepFocus } from '#components/ui/KeepFocus.tsx';
import { loadDetails } from '#lib/workbench/loaders-lists.ts';

type Props = { readonly params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('articles'))('details') };
}

export default async function DetailsPage({ params }: Props) {
  const t = await getTranslations('articles');
  const loaded = await loadDetails((await params).id);
  const { article } = loaded;
  return (
    <Page
      width="text"
      title={t('details')}
      crumbs={[
        { label: t('title'), href: '/articles' },
        { label: article.headline, href: `/articles/${article.id}` },
        { label: t('details') },
      ]}
    >
      <KeepFocus>
        <DetailsForm {...loaded} />
      </KeepFocus>
    </Page>
  );
}
