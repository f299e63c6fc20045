import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ListSearch } from '#components/desk/ListSearch.tsx';
import { Pager } from '#components/desk/Pager.tsx';
import { Page } from '#components/shell/Page.tsx';
import { SourceList } from '#components/sources/SourceList.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { loadSources } from '#lib/sources/loaders.ts';

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? '';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sources'))('title') };
}

export default async function SourcesPage({ searchParams }: Props) {
  const t = await getTranslations('sources');
  const search = await searchParams;
  const [words, after] = [one(search.q).trim(), one(search.after) || null];
  const { page, mayEdit, readerId } = await loadSources(words, after);
  if (page.rows.length === 0 && words === '' && after === null) {
    return (
      <Page title={t('title')}>
        <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>
      </Page>
    );
  }
  return (
    <Page title={t('title')} lead={t('lead')}>
      <ListSearch label={t('search')} className="mb-4 page:max-w-md" />
      {page.rows.length > 0 ? (
        <SourceList sources={page.rows} mayEdit={mayEdit} readerId={readerId} />
      ) : (
        <p role="status" className="py-10 text-center text-sm text-soft">
          {t(words === '' ? 'noneFurther' : 'noneFound')}
        </p>
      )}
      <Pager path="/sources" asked={words ? { q: words } : {}} after={after} next={page.next} />
    </Page>
  );
}
