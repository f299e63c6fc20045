import type { Metadata } from 'next';
import { Workbench } from '#components/galley/Workbench.tsx';
import { loadWorkbench } from '#lib/workbench/loaders.ts';
import { readingKey } from '#lib/workbench/rules.ts';

type Props = {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<{ claim?: string | string[]; source?: string | string[] }>;
};

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workbench } = await loadWorkbench((await params).id, undefined);
  return { title: workbench.article.headline };
}

export default async function ArticlePage({ params, searchParams }: Props) {
  const { claim, source } = await searchParams;
  const { workbench, detail, selectedId, mark } = await loadWorkbench((await params).id, one(claim));
  return (
    <Workbench
      key={readingKey(workbench.revision)}
      bench={workbench}
      detail={detail}
      selectedId={selectedId}
      sourceId={one(source) ?? null}
      mark={mark}
    />
  );
}
