import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PublishPanel } from '#components/publishing/PublishPanel.tsx';
import { CorrectButton } from '#components/report/CorrectButton.tsx';
import { PrintButton } from '#components/report/PrintButton.tsx';
import { Downloads } from '#components/report/ReportList.tsx';
import { ReportPaper } from '#components/report/ReportPaper.tsx';
import { Page } from '#components/shell/Page.tsx';
import { loadPublishing } from '#lib/publishing/loaders.ts';
import { loadReport } from '#lib/reports/loaders.ts';

type Props = { readonly params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { model } = (await loadReport((await params).id)).report;
  return { title: `${model.article.headline}: ${model.number}` };
}

export default async function ReportPage({ params }: Props) {
  const t = await getTranslations('report');
  const galley = await getTranslations('galley');
  const { report, readerId, mayCorrect } = await loadReport((await params).id);
  const publishing = await loadPublishing(report.id);
  const { article, number } = report.model;
  return (
    <Page
      width="text"
      crumbs={[
        { label: galley('articles'), href: '/articles' },
        { label: article.headline, href: `/articles/${report.articleId}` },
        { label: t('title'), href: `/articles/${report.articleId}/report` },
        { label: t('row', { number }) },
      ]}
      actions={
        <>
          {mayCorrect ? <CorrectButton articleId={report.articleId} readerId={readerId} isInLine /> : null}
          <PrintButton />
        </>
      }
    >
      <div className="screen-only mb-6">
        <Downloads id={report.id} />
      </div>
      {publishing ? (
        <PublishPanel reportId={report.id} articleId={report.articleId} readerId={readerId} publishing={publishing} />
      ) : null}
      <ReportPaper report={report} />
    </Page>
  );
}
