import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewArticleForm } from '#components/articles/NewArticleForm.tsx';
import { Page } from '#components/shell/Page.tsx';
import { loadNewArticle } from '#lib/workbench/loaders-lists.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('articles'))('newTitle') };
}

export default async function NewArticlePage() {
  const t = await getTranslations('articles');
  const loaded = await loadNewArticle();
  return (
    <Page
      title={t('newTitle')}
      lead={t('newLead')}
      crumbs={[{ label: t('title'), href: '/articles' }, { label: t('newTitle') }]}
    >
      <NewArticleForm {...loaded} />
    </Page>
  );
}
