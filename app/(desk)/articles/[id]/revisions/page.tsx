import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LiveRefresh } from '#components/live/LiveRefresh.tsx';
import { ComparePicker } from '#components/revision/ComparePicker.tsx';
import { RevisionList } from '#components/revision/RevisionList.tsx';
import { TextDiff } from '#components/revision/TextDiff.tsx';
import { Page } from '#components/shell/Page.tsx';
import { ButtonLink } from '#components/ui/Link.tsx';
import { loadRevisions, loadTwoTexts } from '#lib/workbench/loaders-revisions.ts';

type Search = Readonly<Record<string, string | string[] | undefined>>;
type Props = { readonly params: Promise<{ id: string }>; readonly searchParams: Promise<Search> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('revision'))('revisions') };
}

export default async function RevisionsPage({ params, searchParams }: Props) {
  const t = await getTranslations('revision');
  const galley = await getTranslations('galley');
  const loaded = await loadRevisions((await params).id);
  const search = await searchParams;
  const { article, revisions, mayRevise, mark } = loaded;
  const two = revisions.length > 1 ? await loadTwoTexts(loaded, Number(search.from), Number(search.to)) : null;
  return (
    <Page
      title={t('revisions')}
      lead={t('revisionsLead')}
      tools={mayRevise ? <ButtonLink href={`/articles/${article.id}/revise`}>{t('title')}</ButtonLink> : undefined}
      crumbs={[
        { label: galley('articles'), href: '/articles' },
        { label: article.headline, href: `/articles/${article.id}` },
        { label: t('revisions') },
      ]}
    >
      <LiveRefresh mark={mark} articleId={article.id} />
      <RevisionList articleId={article.id} revisions={revisions} mayRevise={mayRevise} />
      {two === null ? null : (
        <section className="mt-8">
          <h2 className="mb-3 font-serif text-2xl font-semibold">{t('compare')}</h2>
          <ComparePicker
            numbers={revisions.map((revision) => revision.number)}
            from={two.before.number}
            to={two.after.number}
          />
          {/* On paper nothing else says what is compared. */}
          <p className="mb-3 hidden print:block">
            {t('compared', { headline: article.headline, from: two.before.number, to: two.after.number })}
          </p>
          <TextDiff
            before={{ label: t('old', { number: two.before.number }), ...two.before }}
            after={{ label: t('old', { number: two.after.number }), ...two.after }}
          />
        </section>
      )}
    </Page>
  );
}
