import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Workbench } from '#components/galley/Workbench.tsx';
import { loadWorkbench } from '#lib/workbench/loaders.ts';

type Props = {
  readonly params: Promise<{ id: string; number: string }>;
  readonly searchParams: Promise<{ claim?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getTranslations('revision'))('row', { number: (await params).number }) };
}

/** An earlier text in the galley, with its claims where they stood, to be read. The present one has its own page. */
export default async function EarlierRevisionPage({ params, searchParams }: Props) {
  const { id, number } = await params;
  if (!/^[1-9]\d{0,5}$/.test(number)) notFound();
  const { claim } = await searchParams;
  const asked = Array.isArray(claim) ? claim[0] : claim;
  const { workbench, detail, selectedId } = await loadWorkbench(id, asked, Number(number));
  if (workbench.revision.number === workbench.presentRevision) redirect(`/articles/${id}`);
  return <Workbench key={workbench.revision.id} bench={workbench} detail={detail} selectedId={selectedId} />;
}
