import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import type { Stance } from '#lib/evidence/types.ts';

const stances = {
  supports: { sign: '▲', colour: 'text-stands' },
  refutes: { sign: '▼', colour: 'text-wrong' },
  context: { sign: '■', colour: 'text-soft' },
} as const satisfies Record<Stance, { sign: string; colour: string }>;

/** What evidence does to its claim; null where this reader may not know yet. */
export function StanceMark({ stance }: { stance: Stance | null }) {
  const t = useTranslations('evidence');
  if (stance === null) return <span className="text-xs font-normal text-soft">{t('stanceHidden')}</span>;
  return (
    <span className={cx('font-medium whitespace-nowrap', stances[stance].colour)}>
      <span aria-hidden="true">{stances[stance].sign}</span> {t(stance)}
    </span>
  );
}
