import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ReturnForm } from '#components/returned/ReturnForm.tsx';
import { Page } from '#components/shell/Page.tsx';
import { loadRevisions } from '#lib/workbench/loaders-revisions.ts';

type Props = { readonly params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('returned'))('title') };
}

export default async function ReturnPage({ params }: Props) {
  const t = await getTranslations('returned');
  const report = await getTranslations('report');
  const galley = await getTranslations('galley');
  const { article, mayRevise } = await loadRevisions((await params).id);
  if (!mayRevise) notFound();
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      crumbs={[
        { label: galley('articles'), href: '/articles' },
        { label: article.headline, href: `/articles/${article.id}` },
        { label: report('title'), href: `/articles/${article.id}/report` },
        { label: t('title') },
      ]}
    >
      <ReturnForm articleId={article.id} />
    </Page>
  );
}
