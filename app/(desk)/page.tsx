import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ArticleList } from '#components/articles/ArticleList.tsx';
import { FixList } from '#components/desk/FixList.tsx';
import { LineLinks } from '#components/desk/LineLinks.tsx';
import { LoadList } from '#components/desk/LoadList.tsx';
import { ShareButton } from '#components/desk/ShareButton.tsx';
import { LiveRefresh } from '#components/live/LiveRefresh.tsx';
import { NeedSection } from '#components/needs/NeedSection.tsx';
import { DueList } from '#components/publishing/DueList.tsx';
import { Page } from '#components/shell/Page.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { ButtonLink, Link } from '#components/ui/Link.tsx';
import { loadCorrectionsDue } from '#lib/publishing/loaders.ts';
import { loadDesk } from '#lib/workbench/loaders-lists.ts';
import type { ArticleRowDTO } from '#lib/workbench/types-lists.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell'))('desk') };
}

const share = ({ id, headline, claims, archived }: ArticleRowDTO) =>
  claims.unassigned > 0 && !archived ? (
    <ShareButton articleId={id} headline={headline} count={claims.unassigned} />
  ) : null;

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
  const assigns = reader.may.includes('claim.assign');
  const articles = (
    <section key="articles">
      <h2 className="mb-2 text-sm font-semibold text-soft">{t('articles')}</h2>
      <ArticleList
        rows={desk.articles.rows}
        isNarrow={judges && !mayAdd}
        level={3}
        {...(assigns && { deedsOf: share })}
      />
      <p className="mt-3 text-sm">
        <Link href="/articles">{t('all')}</Link>
      </p>
    </section>
  );
  const needs = <NeedSection key="needs" needs={desk.needs} mark={mark} isNarrow={mayAdd || !judges} />;
  const lines = (
    <section key="lines">
      <h2 className="mb-2 text-sm font-semibold text-soft">{t('lines')}</h2>
      <LineLinks lines={desk.lines} />
    </section>
  );
  const loads = <LoadList key="loads" loads={desk.loads} />;
  const corrections = <DueList key="due" due={due} />;
  const fixes = <FixList key="fixes" fixes={desk.fixes} />;
  const [main, aside] = mayAdd
    ? [
        [articles, lines],
        [corrections, loads, fixes],
      ]
    : [[needs], [corrections, articles, lines]];
  return (
    <Page {...frame} width={judges ? 'wide' : 'normal'}>
      <LiveRefresh mark={mark} />
      {judges ? (
        <div className="grid gap-x-14 gap-y-10 desk:grid-cols-[minmax(0,1fr)_20rem] desk:grid-rows-[auto_1fr] wide:grid-cols-[minmax(0,1fr)_24rem]">
          {/* Above everything where there is one column; at the head of the second where there are two. */}
          {mayAdd ? <div className="min-w-0 desk:col-start-2 desk:row-start-1">{needs}</div> : null}
          <div className="flex min-w-0 flex-col gap-10 desk:col-start-1 desk:row-span-2 desk:row-start-1">{main}</div>
          <div className="flex min-w-0 flex-col gap-10 desk:col-start-2">{aside}</div>
        </div>
      ) : (
        <div className="flex flex-col gap-10">{desk.needs.counts.now > 0 ? [needs, articles] : articles}</div>
      )}
    </Page>
  );
}
