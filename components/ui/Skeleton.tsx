import { useTranslations } from 'next-intl';
import { cx } from './cx.ts';

const widths = ['96%', '91%', '98%', '88%', '94%', '62%'] as const;

/** Pale lines where text will stand, of about its size, so that nothing jumps when it comes. */
export function Skeleton({ lines = 3, className }: { lines?: number; className?: string }) {
  const t = useTranslations('common');
  const rows = Array.from({ length: lines }, (_, index) => ({ id: `line-${index}`, width: widths[index % 6] }));
  return (
    <div role="status" className={cx('flex flex-col gap-3', className)}>
      <span className="sr-only">{t('loading')}</span>
      {rows.map((row) => (
        <div key={row.id} aria-hidden="true" className="skeleton h-4" style={{ inlineSize: row.width }} />
      ))}
    </div>
  );
}
