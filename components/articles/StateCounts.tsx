import { MessageCircleQuestionMark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import { StateGlyph } from '#components/ui/StateGlyph.tsx';
import { type ClaimState, stateColour } from '#components/ui/states.ts';
import type { ArticleRowDTO } from '#lib/workbench/types-lists.ts';

/** Claims by state. What asks for a person now stands first, in its colour; the rest is quiet. */
export function StateCounts({ claims, className }: { claims: ArticleRowDTO['claims']; className?: string }) {
  const t = useTranslations('articles');
  const loud: readonly [ClaimState, 'disputed' | 'awaiting' | 'stale'][] = [
    ['disputed', 'disputed'],
    ['await', 'awaiting'],
    ['stale', 'stale'],
  ];
  const quiet = (['inReview', 'open', 'settled'] as const).filter((key) => claims[key] > 0);
  return (
    <ul className={cx('flex flex-wrap items-center gap-x-4 gap-y-1 text-xs', className)}>
      {loud.map(([state, key]) =>
        claims[key] === 0 ? null : (
          <li
            key={key}
            className={cx('inline-flex items-center gap-1.5 font-semibold text-(--state)', stateColour(state))}
          >
            <StateGlyph state={state} className="size-4" />
            {t(key, { count: claims[key] })}
          </li>
        ),
      )}
      {claims.held === 0 ? null : (
        <li className="inline-flex items-center gap-1.5 font-semibold text-review">
          <MessageCircleQuestionMark aria-hidden="true" className="size-4" />
          {t('held', { count: claims.held })}
        </li>
      )}
      {quiet.map((key) => (
        <li key={key} className="figures text-soft">
          {t(key, { count: claims[key] })}
        </li>
      ))}
      {claims.total === 0 ? <li className="text-soft">{t('noClaims')}</li> : null}
    </ul>
  );
}
