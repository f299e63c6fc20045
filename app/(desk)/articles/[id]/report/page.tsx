import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LiveRefresh } from '#components/live/LiveRefresh.tsx';
import { CorrectionPanel } from '#components/publishing/CorrectionDue.tsx';
import { CameBack } from '#components/report/CameBack.tsx';
import { CapturesDownload } from '#components/report/CapturesDownload.tsx';
import { FreezeButton } from '#components/report/FreezeButton.tsx';
import { ReportList } from '#components/report/ReportList.tsx';
import { WholeArticle } from '#components/report/WholeArticle.tsx';
import { Page } from '#components/shell/Page.tsx';
import { loadCorrectionsDue } from '#lib/publishing/loaders.ts';
import { loadReports } from '#lib/reports/loaders.ts';

type Props = { readonly params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('report');
  return { title: t('title') };
}

export default async function ReportsPage({ params }: Props) {
  const t = await getTranslations('report');
  const galley = await getTranslations('galley');
  const { article, reports, mark, mayRevise, mayHandOn } = await loadReports((await params).id);
  const { due, ...reader } = await loadCorrectionsDue(article.id);
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
      {due.map((one) => (
        <CorrectionPanel key={one.seen} due={one} {...reader} />
      ))}
      <ReportList reports={reports} />
      {mayRevise && reports.length > 0 ? <CameBack articleId={article.id} /> : null}
      <CapturesDownload articleId={article.id} />
      {mayHandOn ? <WholeArticle articleId={article.id} /> : null}
    </Page>
  );
}
