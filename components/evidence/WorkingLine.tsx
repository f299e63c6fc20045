'use client';

import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import type { EvidenceDTO } from '#lib/evidence/types.ts';
import type { WorkingDTO } from '#lib/sources/types-captures.ts';
import { ToPlace } from './QuoteMark.tsx';

/** What is made of the evidence's figures, with the place of each, and what a newer capture has in its place. */
export function WorkingLine({ item, working }: { item: EvidenceDTO; working: WorkingDTO }) {
  const t = useTranslations('reader');
  const { place, source } = item;
  const changed = working.inputs.filter(({ now }) => now !== null);
  return (
    <div className={cx('col-start-2', item.withdrawn && 'line-through')}>
      <p className="figures font-semibold">{working.words}</p>
      <ul className="flex flex-wrap gap-x-3 text-xs text-soft">
        {working.inputs.map(({ start, end, words, locator }) => (
          <li key={start}>
            <span className="figures">{words}</span>{' '}
            {place ? (
              <ToPlace sourceId={source.id} place={{ ...place, start, end }} locator={locator || null} />
            ) : (
              locator
            )}
          </li>
        ))}
      </ul>
      {changed.length > 0 ? (
        <p className="text-xs text-stale">
          {working.now ? t('working.changed', { words: working.now }) : null}{' '}
          {changed
            .map(({ locator, now }) =>
              now ? t('working.cellNow', { locator, now }) : t('working.cellGone', { locator }),
            )
            .join('; ')}
        </p>
      ) : null}
    </div>
  );
}
