import type { Metadata } from 'next';
import { getNow, getTranslations } from 'next-intl/server';
import { LiveRefresh } from '#components/live/LiveRefresh.tsx';
import { NeedList } from '#components/needs/NeedList.tsx';
import { NeedViews } from '#components/needs/NeedViews.tsx';
import { Page } from '#components/shell/Page.tsx';
import { loadNeeds } from '#lib/needs/loaders.ts';

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('needs'))('title') };
}

/** What needs the reader: now, put off, or done with and still standing. */
export default async function NeedsPage({ searchParams }: Props) {
  const [t, { view }] = await Promise.all([getTranslations('needs'), searchParams]);
  const [{ needs, mark }, now] = await Promise.all([loadNeeds(view), getNow()]);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <LiveRefresh mark={mark} />
      <NeedViews needs={needs} />
      <NeedList key={needs.view} needs={needs} mark={mark} now={now} />
    </Page>
  );
}
