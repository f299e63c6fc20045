import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ReviseForm } from '#components/revision/ReviseForm.tsx';
import { Page } from '#components/shell/Page.tsx';
import { loadRevisions } from '#lib/workbench/loaders-revisions.ts';

type Props = { readonly params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('revision'))('title') };
}

export default async function RevisePage({ params }: Props) {
  const t = await getTranslations('revision');
  const galley = await getTranslations('galley');
  const { article, reader, mayRevise } = await loadRevisions((await params).id);
  if (!mayRevise) notFound();
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      crumbs={[
        { label: galley('articles'), href: '/articles' },
        { label: article.headline, href: `/articles/${article.id}` },
        { label: t('title') },
      ]}
    >
      <ReviseForm articleId={article.id} readerId={reader.id} />
    </Page>
  );
}
