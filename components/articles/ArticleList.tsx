import { Lock } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CoverageBar } from '#components/ui/CoverageBar.tsx';
import { cx } from '#components/ui/cx.ts';
import { PlainLink } from '#components/ui/Link.tsx';
import { leftUnread } from '#lib/standing/rules-coverage.ts';
import type { ArticleRowDTO } from '#lib/workbench/types-lists.ts';
import { DueNote } from './DueNote.tsx';
import { RiskNote } from './RiskNote.tsx';
import { StateCounts } from './StateCounts.tsx';

export type ArticleListProps = {
  readonly rows: readonly ArticleRowDTO[];
  /** One column, for a list beside something else. */
  readonly isNarrow?: boolean;
  /** The level of the headlines on their page. */
  readonly level?: 2 | 3;
  /** What can be done with an article at once. */
  readonly deedsOf?: (row: ArticleRowDTO) => ReactNode;
};

/** Articles with how far each is. */
export function ArticleList({ rows, isNarrow = false, level = 2, deedsOf }: ArticleListProps) {
  return (
    <ul className="border-t border-rule">
      {rows.map((row) => (
        <ArticleItem key={row.id} row={row} isNarrow={isNarrow} level={level} deeds={deedsOf?.(row)} />
      ))}
    </ul>
  );
}

type ItemProps = {
  readonly row: ArticleRowDTO;
  readonly isNarrow: boolean;
  readonly level: 2 | 3;
  readonly deeds: ReactNode;
};

function ArticleItem({ row, isNarrow, level, deeds }: ItemProps) {
  const t = useTranslations('articles');
  const { coverage } = row;
  const isDone = leftUnread(coverage) === 0;
  const isUnread = row.revisionNumber === null;
  const words = isUnread ? t('unread') : t('coverage', { ...coverage, left: leftUnread(coverage) });
  const Heading = `h${level}` as const;
  return (
    <li
      className={cx(
        'relative grid gap-x-10 border-b border-rule py-4 hover:bg-sheet',
        isNarrow ? 'gap-y-2' : 'gap-y-2.5 page:grid-cols-[minmax(0,1fr)_12.5rem]',
      )}
    >
      <div className="min-w-0">
        <Heading
          className={cx('font-serif leading-snug font-medium text-balance wrap-anywhere', !isNarrow && 'text-xl')}
        >
          {/* The whole row leads there. */}
          <PlainLink href={`/articles/${row.id}`} className="after:absolute after:inset-0">
            {row.headline}
          </PlainLink>
        </Heading>
        {isNarrow ? null : <Facts row={row} />}
        <StateCounts claims={row.claims} className="mt-2" />
        <RiskNote row={row} />
        {deeds ? <div className="mt-2.5">{deeds}</div> : null}
      </div>
      <div
        className={cx(
          'flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5',
          !isNarrow && 'page:flex-col page:items-end page:justify-start page:gap-1',
        )}
      >
        <DueNote dueAt={row.dueAt} isDone={isDone || row.archived} />
        <span
          aria-hidden="true"
          className={cx('figures text-xs text-balance text-soft', !isNarrow && 'page:order-last page:text-end')}
        >
          {words}
        </span>
        <CoverageBar
          label={words}
          total={isUnread ? 0 : coverage.total}
          minor={coverage.minor}
          parts={[{ state: 'stands', count: coverage.read }]}
          className={cx('h-1.5 basis-full', !isNarrow && 'page:h-2 page:w-44 page:basis-auto')}
        />
      </div>
    </li>
  );
}

function Facts({ row }: { row: ArticleRowDTO }) {
  const t = useTranslations('articles');
  const format = useFormatter();
  // A local date, whatever the desk's zone.
  const day = row.publishedOn
    ? format.dateTime(new Date(`${row.publishedOn}T00:00:00Z`), 'dayShort', { timeZone: 'UTC' })
    : null;
  const revision =
    row.revisionNumber !== null && row.revisionNumber > 1 ? t('revision', { number: row.revisionNumber }) : null;
  return (
    <p className="mt-0.5 flex flex-wrap items-center gap-x-2 text-sm text-soft">
      {[row.outlet, day, revision].filter(Boolean).join(' · ')}
      {row.access === 'named' ? (
        <span className="inline-flex items-center gap-1">
          <Lock aria-hidden="true" className="size-3.5" />
          {t('named')}
        </span>
      ) : null}
    </p>
  );
}
