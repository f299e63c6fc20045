import type { Metadata } from 'next';
import { Arrival } from '#components/articles/Arrival.tsx';
import { Workbench } from '#components/galley/Workbench.tsx';
import { DueStrip } from '#components/publishing/DueList.tsx';
import { loadCorrectionsDue } from '#lib/publishing/loaders.ts';
import { loadArticle } from '#lib/workbench/loaders.ts';
import { readingKey } from '#lib/workbench/rules.ts';

type Props = {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<{ claim?: string | string[]; source?: string | string[] }>;
};

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const loaded = await loadArticle((await params).id, undefined);
  return { title: loaded.arrival === null ? loaded.bench.workbench.article.headline : loaded.arrival.headline };
}

export default async function ArticlePage({ params, searchParams }: Props) {
  const { claim, source } = await searchParams;
  const loaded = await loadArticle((await params).id, one(claim));
  if (loaded.arrival !== null) return <Arrival arrival={loaded.arrival} />;
  const { due } = await loadCorrectionsDue(loaded.bench.workbench.article.id);
  const { workbench, detail, selectedId, mark } = loaded.bench;
  return (
    <Workbench
      key={readingKey(workbench.revision)}
      bench={workbench}
      detail={detail}
      selectedId={selectedId}
      sourceId={one(source) ?? null}
      mark={mark}
      notice={due.length > 0 ? <DueStrip due={due} /> : null}
    />
  );
}
