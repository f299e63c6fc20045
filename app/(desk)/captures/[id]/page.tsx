import type { Metadata } from 'next';
import { getFormatter, getTranslations } from 'next-intl/server';
import { OpenedCapture } from '#components/captures/OpenedCapture.tsx';
import { Page } from '#components/shell/Page.tsx';
import { Link } from '#components/ui/Link.tsx';
import { loadCapture } from '#lib/sources/loaders-captures.ts';

type Props = { readonly params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('captures'))('title') };
}

/** A capture of a source: our own rendering of what it said. */
export default async function CapturePage({ params }: Props) {
  const t = await getTranslations('captures');
  const sources = await getTranslations('sources');
  const format = await getFormatter();
  const { kept, may, ...opened } = await loadCapture((await params).id);
  const { capture, source } = opened;
  const name = t('capture', { number: capture.number });
  const path = `/sources/${source.id}`;
  return (
    <Page
      title={name}
      lead={
        <>
          <Link href={path}>{source.title}</Link> · {format.dateTime(new Date(capture.takenAt), 'moment')}
        </>
      }
      crumbs={[{ label: sources('title'), href: '/sources' }, { label: source.title, href: path }, { label: name }]}
    >
      <OpenedCapture opened={opened} kept={kept} may={may} />
    </Page>
  );
}
