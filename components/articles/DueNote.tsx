import { useFormatter, useNow, useTimeZone, useTranslations } from 'next-intl';
import { dueDay } from '#lib/articles/rules.ts';
import { cx } from '../ui/cx.ts';

export type DueNoteProps = {
  readonly dueAt: string | null;
  /** Nothing is left unread: then a deadline that has passed is no alarm. */
  readonly isDone?: boolean;
  readonly className?: string;
  /** What it is told against; without it, the time at which the page was made. */
  readonly now?: Date;
};

/** When an article is due, as the desk would say it: "due today 18:00". */
export function DueNote({ dueAt, isDone = false, className, now: told }: DueNoteProps) {
  const t = useTranslations('articles');
  const format = useFormatter();
  const made = useNow();
  const now = told ?? made;
  const timeZone = useTimeZone() ?? 'UTC';
  if (!dueAt) return <span className={cx('text-sm text-faint', className)}>{t('noDue')}</span>;
  const date = new Date(dueAt);
  const day = dueDay(dueAt, now, timeZone);
  const isLate = date < now;
  const values = {
    day,
    isLate: String(isLate),
    time: format.dateTime(date, 'time'),
    when: format.dateTime(date, 'moment'),
  };
  const isNear = day === 'today' || day === 'tomorrow';
  return (
    <time
      dateTime={dueAt}
      className={cx(
        'figures text-sm whitespace-nowrap',
        isDone ? 'text-soft' : isLate ? 'font-semibold text-wrong' : isNear ? 'font-medium' : 'text-soft',
        className,
      )}
    >
      {t('due', values)}
    </time>
  );
}
