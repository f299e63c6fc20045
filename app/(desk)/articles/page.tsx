import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ArticleFilter } from '#components/articles/ArticleFilter.tsx';
import { ArticleList } from '#components/articles/ArticleList.tsx';
import { Pager } from '#components/desk/Pager.tsx';
import { LiveRefresh } from '#components/live/LiveRefresh.tsx';
import { Page } from '#components/shell/Page.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { ButtonLink } from '#components/ui/Link.tsx';
import { loadArticles } from '#lib/workbench/loaders-lists.ts';

type Search = Readonly<Record<string, string | string[] | undefined>>;
type Props = { readonly searchParams: Promise<Search> };

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? '';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('articles'))('title') };
}

export default async function ArticlesPage({ searchParams }: Props) {
  const t = await getTranslations('articles');
  const search = await searchParams;
  const asked = {
    words: one(search.q).trim(),
    archived: one(search.archived) === '1',
    after: one(search.after) || null,
  };
  const { page, mark, mayAdd } = await loadArticles(asked);
  const add = mayAdd ? (
    <ButtonLink href="/articles/new" variant="prime">
      {t('add')}
    </ButtonLink>
  ) : undefined;
  const kept = { ...(asked.words && { q: asked.words }), ...(asked.archived && { archived: '1' }) };
  const isFirst = asked.words === '' && !asked.archived && asked.after === null;
  const isEmpty = isFirst && page.rows.length === 0;
  return (
    <Page title={t('title')} tools={isEmpty ? undefined : add}>
      <LiveRefresh mark={mark} />
      {isEmpty ? (
        <EmptyState title={t('none')} action={add}>
          {t(mayAdd ? 'noneLead' : 'noneReader')}
        </EmptyState>
      ) : null}
      {isEmpty ? null : <ArticleFilter words={asked.words} archived={asked.archived} />}
      {page.rows.length > 0 ? <ArticleList rows={page.rows} /> : null}
      {page.rows.length === 0 && !isFirst ? (
        <p role="status" className="py-10 text-center text-sm text-soft">
          {t(asked.words !== '' ? 'noneFound' : asked.archived ? 'noneArchived' : 'noneFurther')}
        </p>
      ) : null}
      <Pager path="/articles" asked={kept} after={asked.after} next={page.next} />
    </Page>
  );
}
