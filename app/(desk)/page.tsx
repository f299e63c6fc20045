import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ArticleList } from '#components/articles/ArticleList.tsx';
import { CallList } from '#components/desk/CallList.tsx';
import { FixList } from '#components/desk/FixList.tsx';
import { Queue } from '#components/desk/Queue.tsx';
import { LiveRefresh } from '#components/live/LiveRefresh.tsx';
import { DueList } from '#components/publishing/DueList.tsx';
import { Page } from '#components/shell/Page.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { ButtonLink, Link } from '#components/ui/Link.tsx';
import { loadCorrectionsDue } from '#lib/publishing/loaders.ts';
import { loadDesk } from '#lib/workbench/loaders-lists.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell'))('desk') };
}

/** Each person's desk: for an editor the articles come first, for a reviewer what is theirs and what is next. */
export default async function DeskPage() {
  const [t, words, { desk, reader, mark }, { due }] = await Promise.all([
    getTranslations('desk'),
    getTranslations('articles'),
    loadDesk(),
    loadCorrectionsDue(),
  ]);
  const mayAdd = reader.may.includes('article.add');
  const judges = reader.may.includes('verdict.give');
  const add = mayAdd ? (
    <ButtonLink href="/articles/new" variant="prime">
      {words('add')}
    </ButtonLink>
  ) : undefined;
  const frame = { title: t('title', { name: reader.name }), tools: add };
  if (desk.articles.rows.length === 0) {
    return (
      <Page {...frame} tools={undefined}>
        <LiveRefresh mark={mark} />
        <EmptyState title={t('noArticles')} action={add}>
          {t(mayAdd ? 'noArticlesLead' : 'noArticlesReader')}
        </EmptyState>
      </Page>
    );
  }
  const articles = (
    <section key="articles">
      <h2 className="mb-2 text-sm font-semibold text-soft">{t('articles')}</h2>
      <ArticleList rows={desk.articles.rows} isNarrow={judges && !mayAdd} level={3} />
      <p className="mt-3 text-sm">
        <Link href="/articles">{t('all')}</Link>
      </p>
    </section>
  );
  const assigned = (
    <Queue
      key="assigned"
      title={t('mine')}
      queue={desk.assigned}
      empty={mayAdd ? undefined : t('mineNone')}
      isMain={!mayAdd}
      isNext
    />
  );
  const awaiting = (
    <Queue
      key="awaiting"
      title={t('second')}
      queue={desk.awaiting}
      empty={t('secondNone')}
      isMain={!mayAdd}
      isNext={desk.assigned.groups.length === 0}
    />
  );
  const rest = [
    <DueList key="due" due={due} />,
    <Queue key="disputed" title={t('disputed')} queue={desk.disputed} empty={mayAdd ? t('disputedNone') : undefined} />,
    <Queue key="stale" title={t('stale')} queue={desk.stale} />,
    <FixList key="fixes" fixes={desk.fixes} />,
  ];
  const calls = <CallList key="calls" calls={desk.calls} />;
  // Whoever has nothing of their own to check begins with what waits for a second reader.
  const queues = desk.assigned.groups.length > 0 ? [assigned, awaiting] : [awaiting, assigned];
  const [main, aside] = mayAdd
    ? [[articles], [calls, ...queues, ...rest]]
    : [
        [calls, ...queues],
        [...rest, articles],
      ];
  return (
    <Page {...frame} width={judges ? 'wide' : 'normal'}>
      <LiveRefresh mark={mark} />
      {judges ? (
        <div className="grid gap-x-14 gap-y-10 desk:grid-cols-[minmax(0,1fr)_20rem] wide:grid-cols-[minmax(0,1fr)_24rem]">
          <div className="flex min-w-0 flex-col gap-10">{main}</div>
          <div className="flex min-w-0 flex-col gap-10">{aside}</div>
        </div>
      ) : (
        articles
      )}
    </Page>
  );
}
