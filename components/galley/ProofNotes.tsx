'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { StateMark } from '#components/ui/StateMark.tsx';
import { coverageOf, isLive, leftUnread } from '#lib/standing/rules-coverage.ts';
import { CLAIM_MARKS } from '#lib/standing/types.ts';
import { useBench, useWorkbench } from './store-context.tsx';

/** On paper alone: what this proof is of, and how far the reading has come. */
export function ProofHead() {
  const t = useTranslations('galley');
  const { number } = useBench().revision;
  const coverage = coverageOf(useWorkbench((state) => state.reading));
  const words = t('coverage', { ...coverage, left: leftUnread(coverage) });
  return (
    <p className="mb-6 hidden font-sans text-xs text-soft print:block">
      {[t('proof'), t('revision', { number }), words].join(' · ')}
    </p>
  );
}

/** On paper alone: what the marks in the margin say. The number beside each is its claim's. */
export function ProofKey() {
  const t = useTranslations('galley');
  const claims = useWorkbench((state) => state.claims);
  const marks = useMemo(() => {
    const found = new Set([...claims.values()].filter(isLive).map((claim) => claim.mark));
    return CLAIM_MARKS.filter((state) => found.has(state));
  }, [claims]);
  return (
    <div className="mt-8 hidden break-inside-avoid border-t border-rule pt-3 font-sans print:block">
      <p className="flex flex-wrap gap-x-5 gap-y-1 text-xs">
        {marks.map((mark) => (
          <StateMark key={mark} state={mark} />
        ))}
      </p>
      <p className="mt-1.5 text-xs text-soft">{t('proofKey')}</p>
    </div>
  );
}
