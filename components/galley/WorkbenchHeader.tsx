'use client';

import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo } from 'react';
import { DueNote } from '#components/articles/DueNote.tsx';
import { AppHeader } from '#components/shell/AppHeader.tsx';
import { CommandButton } from '#components/shell/CommandButton.tsx';
import { CoverageBar } from '#components/ui/CoverageBar.tsx';
import { ButtonLink } from '#components/ui/Link.tsx';
import type { ClaimState } from '#components/ui/states.ts';
import { coverageOf, isLive, leftUnread } from '#lib/standing/rules-coverage.ts';
import { ArticleMenu } from './ArticleMenu.tsx';
import { HereList } from './Here.tsx';
import { indexAt, isPlaced } from './segments.ts';
import type { WorkbenchState } from './store.ts';
import { useWorkbench } from './store-context.tsx';

const SHOWN: readonly ClaimState[] = ['stands', 'unrated', 'wrong', 'excluded', 'stale', 'disputed', 'await', 'review'];

type Part = { readonly state: ClaimState; readonly count: number };

/** Sentences by what asks most of a person in them; those with nothing but a mark count as read. */
function partsOf({ claims, reading, bench }: Pick<WorkbenchState, 'claims' | 'reading' | 'bench'>): Part[] {
  const { sentences } = bench.revision;
  const worst: (ClaimState | null)[] = reading.map((state) => (state === 'read' ? 'stands' : null));
  const order: readonly ClaimState[] = [
    'disputed',
    'stale',
    'await',
    'review',
    'wrong',
    'unrated',
    'stands',
    'excluded',
  ];
  for (const claim of claims.values()) {
    if (!isLive(claim) || !isPlaced(claim) || claim.mark === 'open') continue;
    const at = indexAt(sentences, claim.start);
    const now = worst[at];
    if (!now || order.indexOf(claim.mark) < order.indexOf(now)) worst[at] = claim.mark;
  }
  return SHOWN.map((mark) => ({ state: mark, count: worst.filter((item) => item === mark).length })).filter(
    (part) => part.count > 0,
  );
}

export function WorkbenchHeader() {
  const t = useTranslations('galley');
  const article = useWorkbench((state) => state.bench.article);
  const number = useWorkbench((state) => state.bench.revision.number);
  const report = useWorkbench((state) => state.bench.latestReport);
  const bench = useWorkbench((state) => state.bench);
  const claims = useDeferredValue(useWorkbench((state) => state.claims));
  const reading = useDeferredValue(useWorkbench((state) => state.reading));
  const parts = useMemo(() => partsOf({ bench, claims, reading }), [bench, claims, reading]);
  const isPresent = number === bench.presentRevision;
  const coverage = coverageOf(reading);
  const { total } = coverage;
  const isDone = leftUnread(coverage) === 0;
  const words = t('coverage', { ...coverage, left: leftUnread(coverage) });
  if (!isPresent) {
    const address = `/articles/${article.id}`;
    return (
      <AppHeader
        crumbs={[
          { label: t('articles'), href: '/articles' },
          { label: article.headline, href: address },
          { label: t('revisions'), href: `${address}/revisions` },
          { label: t('revisionTitle', { number }) },
        ]}
        actions={
          <ButtonLink href={address} variant="prime">
            {t('toPresent')}
          </ButtonLink>
        }
      />
    );
  }
  // The first revision needs no number: it is the article.
  const notes = [
    number > 1 ? t('revision', { number }) : null,
    article.dueAt ? <DueNote key="due" dueAt={article.dueAt} isDone={isDone} /> : null,
    article.archived ? t('archived') : null,
  ].filter((note) => note !== null);
  const note = notes.length === 0 ? undefined : notes.flatMap((part, i) => (i === 0 ? [part] : [' · ', part]));
  return (
    <AppHeader
      crumbs={[{ label: t('articles'), href: '/articles' }, { label: article.headline }]}
      note={note}
      status={
        <div className="flex items-center gap-2.5">
          <HereList />
          <span className="hidden text-sm whitespace-nowrap text-soft wide:inline">
            {t('coverageShort', { ...coverage, left: leftUnread(coverage) })}
          </span>
          <CoverageBar
            label={words}
            total={total}
            parts={parts}
            minor={coverage.minor}
            className="w-12 phone:w-23 page:w-32"
          />
        </div>
      }
      actions={
        <>
          {/* The strongest button is what there is to do: to read on, then to report. */}
          <CommandButton
            command="sentence.nextUnread"
            hideKey
            variant={isDone ? undefined : 'prime'}
            aria-label={t('nextUnread')}
          >
            <span className="desk:hidden">{t('next')}</span>
            <span className="hidden desk:inline">{t('nextUnread')}</span>
          </CommandButton>
          <ButtonLink href={`/articles/${article.id}/report`} variant={isDone ? 'prime' : undefined}>
            <span className="desk:hidden">{t('report')}</span>
            <span className="hidden desk:inline">{report ? t('reports') : t('report')}</span>
          </ButtonLink>
          <ArticleMenu />
        </>
      }
    />
  );
}
