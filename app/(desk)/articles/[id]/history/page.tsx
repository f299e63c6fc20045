import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HistoryEvents } from '#components/history/HistoryEvents.tsx';
import { HistoryFilter } from '#components/history/HistoryFilter.tsx';
import { LiveRefresh } from '#components/live/LiveRefresh.tsx';
import { Page } from '#components/shell/Page.tsx';
import { Link } from '#components/ui/Link.tsx';
import { HISTORY_KINDS } from '#lib/history/schema.ts';
import { loadHistory } from '#lib/workbench/loaders-history.ts';

type Search = Readonly<Record<string, string | string[] | undefined>>;
type Props = { readonly params: Promise<{ id: string }>; readonly searchParams: Promise<Search> };

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) || undefined;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('history'))('title') };
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const t = await getTranslations('history');
  const galley = await getTranslations('galley');
  const search = await searchParams;
  const asked = {
    claim: one(search.claim),
    person: one(search.person),
    kind: one(search.kind),
    before: one(search.before),
  };
  const { article, claim, people, events, more, mayErase, mark } = await loadHistory((await params).id, asked);
  return (
    <Page
      width="text"
      title={t('title')}
      lead={claim ? t('ofClaim', claim) : t('lead')}
      crumbs={[
        { label: galley('articles'), href: '/articles' },
        { label: article.headline, href: `/articles/${article.id}${claim ? `?claim=${claim.number}` : ''}` },
        { label: t('title') },
      ]}
    >
      <LiveRefresh mark={mark} articleId={article.id} />
      {claim ? (
        <p className="mb-3 text-sm">
          <Link href={`/articles/${article.id}/history`}>{t('allClaims')}</Link>
        </p>
      ) : null}
      <HistoryFilter
        claim={claim?.number ?? null}
        person={asked.person}
        kind={asked.kind}
        kinds={HISTORY_KINDS}
        people={people}
      />
      <HistoryEvents
        events={events}
        more={more}
        mayErase={mayErase}
        path={`/articles/${article.id}/history`}
        asked={asked}
      />
    </Page>
  );
}
