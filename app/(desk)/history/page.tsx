import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HistoryEvents } from '#components/history/HistoryEvents.tsx';
import { HistoryFilter } from '#components/history/HistoryFilter.tsx';
import { Page } from '#components/shell/Page.tsx';
import { DESK_KINDS } from '#lib/history/schema.ts';
import { loadDeskHistory } from '#lib/workbench/loaders-history.ts';

type Search = Readonly<Record<string, string | string[] | undefined>>;
type Props = { readonly searchParams: Promise<Search> };

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) || undefined;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('history'))('deskTitle') };
}

export default async function DeskHistoryPage({ searchParams }: Props) {
  const t = await getTranslations('history');
  const search = await searchParams;
  const asked = { person: one(search.person), kind: one(search.kind), before: one(search.before) };
  const { people, events, more, mayErase } = await loadDeskHistory(asked);
  return (
    <Page width="text" title={t('deskTitle')} lead={t('deskLead')}>
      <HistoryFilter claim={null} person={asked.person} kind={asked.kind} kinds={DESK_KINDS} people={people} />
      <HistoryEvents events={events} more={more} mayErase={mayErase} path="/history" asked={asked} />
    </Page>
  );
}
