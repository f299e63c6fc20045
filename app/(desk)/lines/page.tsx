import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LineLinks } from '#components/desk/LineLinks.tsx';
import { LineList } from '#components/desk/LineList.tsx';
import { LiveRefresh } from '#components/live/LiveRefresh.tsx';
import { Page } from '#components/shell/Page.tsx';
import { loadLine } from '#lib/workbench/loaders-lists.ts';

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('lines') };
}

/** The claims of the whole desk that wait for the same, to be worked through. */
export default async function LinesPage({ searchParams }: Props) {
  const [t, { of }] = await Promise.all([getTranslations('desk'), searchParams]);
  const { line, counts, mark } = await loadLine(of);
  return (
    <Page title={t('lines')} lead={t('linesLead')}>
      <LiveRefresh mark={mark} />
      <nav aria-label={t('lines')} className="mb-6">
        <LineLinks lines={counts} here={line.kind} />
      </nav>
      <LineList key={line.kind} line={line} />
    </Page>
  );
}
