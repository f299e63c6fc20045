import { TriangleAlert } from 'lucide-react';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import { riskOf } from '#lib/workbench/rules-risk.ts';
import type { ArticleRowDTO } from '#lib/workbench/types-lists.ts';

/** What of an article's core is left against its deadline, what is asked, and who is at it. Loud where it is in danger. */
export function RiskNote({ row: { claims, dueAt, people, questions, archived } }: { row: ArticleRowDTO }) {
  const t = useTranslations('articles');
  const format = useFormatter();
  const now = useNow();
  if (archived || (claims.coreLeft === 0 && questions === 0)) return null;
  const { level, perHour } = riskOf(claims.coreLeft, dueAt, people.length, now);
  const isLoud = level !== 'none';
  const quiet = [
    // Those that hold their claim stand among the counts already.
    ...(questions > claims.held ? [t('questions', { count: questions })] : []),
    people.length > 0 ? t('at', { names: format.list([...people]) }) : t('atNobody'),
  ];
  return (
    <ul className="mt-1.5 flex flex-wrap items-center gap-x-4 text-xs text-soft">
      {claims.coreLeft > 0 ? (
        <li className={cx('figures inline-flex items-center gap-1.5', isLoud && 'font-semibold text-wrong')}>
          {isLoud ? <TriangleAlert aria-hidden="true" className="size-4" /> : null}
          {isLoud ? `${t(level)}: ` : null}
          {t('coreLeft', { count: claims.coreLeft })}
          {perHour === null ? null : `, ${t('perHour', { rate: format.number(perHour) })}`}
        </li>
      ) : null}
      {quiet.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}
