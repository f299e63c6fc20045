import { useFormatter, useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import type { DeskDTO } from '#lib/workbench/types-lists.ts';

/** Who has how much to check, and who more than they can. */
export function LoadList({ loads }: { loads: DeskDTO['loads'] }) {
  const t = useTranslations('desk');
  const format = useFormatter();
  if (loads.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 text-sm font-semibold text-soft">{t('loads')}</h2>
      <ul className="border-b border-rule">
        {loads.map(({ id, name, claims, overloadedBy }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3 border-t border-rule py-2 text-sm">
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <span className={cx('figures text-xs text-soft', overloadedBy !== null && 'font-semibold text-wrong')}>
              {t('load', { count: claims })}
              {overloadedBy === null
                ? null
                : ` · ${t('tooMuch', { when: format.dateTime(new Date(overloadedBy), 'moment') })}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
