import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Pager } from '#components/desk/Pager.tsx';
import { Page } from '#components/shell/Page.tsx';
import { LibraryTools } from '#components/sources/LibraryTools.tsx';
import { SourceFilter } from '#components/sources/SourceFilter.tsx';
import { SourceList } from '#components/sources/SourceList.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { loadSources } from '#lib/sources/loaders.ts';
import type { SourcesAsked } from '#lib/sources/schema.ts';

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sources'))('title') };
}

/** What the address asks for, as it is written there. */
const addressOf = ({ words, kind, tier, shelf }: SourcesAsked): Record<string, string> => ({
  ...(words && { q: words }),
  ...(kind && { kind }),
  ...(tier && { tier }),
  ...(shelf !== 'all' && { shelf }),
});

export default async function SourcesPage({ searchParams }: Props) {
  const t = await getTranslations('sources');
  const search = await searchParams;
  const { asked, page, counts, mayEdit, readerId } = await loadSources(
    Object.fromEntries(Object.entries(search).map(([name, value]) => [name, one(value)])),
  );
  const filters = addressOf(asked);
  const isPlain = Object.keys(filters).length === 0;
  if (page.rows.length === 0 && isPlain && asked.after === null) {
    return (
      <Page title={t('title')} tools={<LibraryTools mayEdit={mayEdit} isEmpty />}>
        <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      tools={<LibraryTools mayEdit={mayEdit} isEmpty={page.rows.length === 0} />}
    >
      <SourceFilter asked={asked} counts={counts} />
      {page.rows.length > 0 ? (
        <>
          {asked.words === '' ? null : (
            <p role="status" className="figures mb-2 text-xs text-soft">
              {t('found', { count: counts.all, isMore: counts.isMore ? 'yes' : 'no' })}
            </p>
          )}
          <SourceList sources={page.rows} mayEdit={mayEdit} readerId={readerId} />
        </>
      ) : (
        <p role="status" className="py-10 text-center text-sm text-soft">
          {t(isPlain ? 'noneFurther' : 'noneFound')}
        </p>
      )}
      <Pager path="/sources" asked={filters} after={asked.after} next={page.next} />
    </Page>
  );
}
