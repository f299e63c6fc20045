'use client';

import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import { citedNumbers } from '#lib/verdicts/rules.ts';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';

/** What of the desk's rules the claim does not meet, which evidence does not count for them, and what comes of it. */
export function UnmetRules({ detail, className }: { detail: ClaimDetailDTO; className?: string }) {
  const t = useTranslations('verdict');
  const { unmet, evidence } = detail;
  if (unmet.length === 0) return null;
  const unheld = evidence
    .filter(({ quoteCheck, withdrawn }) => quoteCheck === 'not_found' && !withdrawn)
    .map(({ number }) => `[${number}]`);
  const refuses = unmet.some(({ strength }) => strength === 'refuse');
  return (
    <aside
      aria-label={t('unmet.title')}
      className={cx('border-s-2 ps-3 text-sm', refuses ? 'border-wrong' : 'border-edge', className)}
    >
      <ul>
        {unmet.map(({ rule, has }) => (
          <li key={rule}>{t(`unmet.${rule}`, { has })}</li>
        ))}
        {unheld.length === 0 ? null : <li>{t('unmet.unheld', { numbers: unheld.join(', ') })}</li>}
      </ul>
      <p className={cx('mt-0.5 text-xs', refuses ? 'text-wrong' : 'text-soft')}>
        {t(refuses ? 'unmet.refuses' : 'unmet.warns')}
      </p>
    </aside>
  );
}

/** Of the evidence that is being cited, what its writer has not opened. */
export function Unopened({ detail, rationale }: { detail: ClaimDetailDTO; rationale: string }) {
  const t = useTranslations('verdict');
  const cited = citedNumbers(rationale);
  const numbers = detail.evidence
    .filter(({ number, opened, withdrawn }) => !opened && !withdrawn && cited.includes(number))
    .map(({ number }) => `[${number}]`);
  if (numbers.length === 0) return null;
  return (
    <p role="status" className="mt-2 border-s-2 border-edge ps-3 text-sm">
      {t('unmet.unopened', { numbers: numbers.join(', ') })}
    </p>
  );
}
