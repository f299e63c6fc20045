import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Pager } from '#components/desk/Pager.tsx';
import { ForeignClaim } from '#components/foreign/ForeignClaim.tsx';
import { ForeignDeeds } from '#components/foreign/ForeignDeeds.tsx';
import { ForeignFacts } from '#components/foreign/ForeignFacts.tsx';
import { Page } from '#components/shell/Page.tsx';
import { loadForeignFile } from '#lib/foreign/loaders.ts';

type Props = {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('foreign'))('title') };
}

export default async function ForeignFilePage({ params, searchParams }: Props) {
  const [t, { id }, { after: asked }] = await Promise.all([getTranslations('foreign'), params, searchParams]);
  const one = (Array.isArray(asked) ? asked[0] : asked) ?? null;
  const { file, rows, next, after, mayBring } = await loadForeignFile(id, one);
  return (
    <Page
      title={
        <span dir="auto" className="wrap-anywhere">
          {file.title}
        </span>
      }
      lead={t('foreignLead', { desk: file.desk })}
      tools={mayBring ? <ForeignDeeds file={file} /> : undefined}
      crumbs={[{ label: t('title'), href: '/foreign' }, { label: file.title }]}
    >
      <ForeignFacts file={file} />
      {rows.length === 0 ? <p className="mt-6 text-sm text-soft">{t('noneFurther')}</p> : null}
      <ol className="mt-6 border-t border-rule">
        {rows.map((claim) => (
          <ForeignClaim key={claim.id} claim={claim} />
        ))}
      </ol>
      <Pager path={`/foreign/${file.id}`} asked={{}} after={after > 0 ? String(after) : null} next={next} />
    </Page>
  );
}
