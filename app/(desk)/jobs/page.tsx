import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Pager } from '#components/desk/Pager.tsx';
import { JobTable } from '#components/jobs/JobTable.tsx';
import { Page } from '#components/shell/Page.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { loadJobs } from '#lib/jobs/loaders.ts';

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('jobs'))('title') };
}

export default async function JobsPage({ searchParams }: Props) {
  const [t, { after: asked }] = await Promise.all([getTranslations('jobs'), searchParams]);
  const after = (Array.isArray(asked) ? asked[0] : asked) ?? null;
  const page = await loadJobs(after);
  if (page.rows.length === 0 && after === null) {
    return (
      <Page title={t('title')}>
        <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>
      </Page>
    );
  }
  return (
    <Page title={t('title')} lead={t('lead')}>
      {page.rows.length > 0 ? (
        <JobTable jobs={page.rows} />
      ) : (
        <p role="status" className="py-10 text-center text-sm text-soft">
          {t('noneFurther')}
        </p>
      )}
      <Pager path="/jobs" asked={{}} after={after} next={page.next} />
    </Page>
  );
}
