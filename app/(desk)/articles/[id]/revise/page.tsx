import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LiveRefresh } from '#components/live/LiveRefresh.tsx';
import { ReviseForm } from '#components/revision/ReviseForm.tsx';
import { Page } from '#components/shell/Page.tsx';
import { loadPresentText, loadRevisions } from '#lib/workbench/loaders-revisions.ts';

type Props = { readonly params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('revision'))('title') };
}

export default async function RevisePage({ params }: Props) {
  const t = await getTranslations('revision');
  const galley = await getTranslations('galley');
  const loaded = await loadRevisions((await params).id);
  const { article, mark, reader, mayRevise } = loaded;
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
      <LiveRefresh mark={mark} articleId={article.id} />
      <ReviseForm articleId={article.id} readerId={reader.id} present={await loadPresentText(loaded)} />
    </Page>
  );
}
