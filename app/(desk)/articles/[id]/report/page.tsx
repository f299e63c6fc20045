import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LiveRefresh } from '#components/live/LiveRefresh.tsx';
import { CapturesDownload } from '#components/report/CapturesDownload.tsx';
import { FreezeButton } from '#components/report/FreezeButton.tsx';
import { ReportList } from '#components/report/ReportList.tsx';
import { WholeArticle } from '#components/report/WholeArticle.tsx';
import { Page } from '#components/shell/Page.tsx';
import { loadReports } from '#lib/reports/loaders.ts';

type Props = { readonly params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('report');
  return { title: t('title') };
}

export default async function ReportsPage({ params }: Props) {
  const t = await getTranslations('report');
  const galley = await getTranslations('galley');
  const { article, reports, mark, mayHandOn } = await loadReports((await params).id);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      tools={<FreezeButton articleId={article.id} />}
      crumbs={[
        { label: galley('articles'), href: '/articles' },
        { label: article.headline, href: `/articles/${article.id}` },
        { label: t('title') },
      ]}
    >
      <LiveRefresh mark={mark} articleId={article.id} />
      <ReportList reports={reports} />
      <CapturesDownload articleId={article.id} />
      {mayHandOn ? <WholeArticle articleId={article.id} /> : null}
    </Page>
  );
}
