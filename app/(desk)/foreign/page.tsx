import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Pager } from '#components/desk/Pager.tsx';
import { BringFile } from '#components/foreign/BringFile.tsx';
import { ForeignList } from '#components/foreign/ForeignList.tsx';
import { Page } from '#components/shell/Page.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { loadForeign } from '#lib/foreign/loaders.ts';

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('foreign'))('title') };
}

export default async function ForeignPage({ searchParams }: Props) {
  const [t, { after: asked }] = await Promise.all([getTranslations('foreign'), searchParams]);
  const after = (Array.isArray(asked) ? asked[0] : asked) ?? null;
  const { rows, next, mayBring } = await loadForeign(after);
  return (
    <Page title={t('title')} lead={t('lead')}>
      {rows.length > 0 ? (
        <ForeignList files={rows} />
      ) : (
        <EmptyState title={t('none')}>{t(mayBring ? 'noneLead' : 'noneReading')}</EmptyState>
      )}
      <Pager path="/foreign" asked={{}} after={after} next={next} />
      {mayBring ? <BringFile /> : null}
    </Page>
  );
}
