'use client';

import { useTranslations } from 'next-intl';
import { useWorkbench } from '#components/galley/store-context.tsx';
import { ATTRIBUTION_FINDINGS } from '#lib/standing/types.ts';

/** Under which key a verdict is kept while it is written. */
export const verdictKey = (readerId: string, claimId: string): string => `${readerId}:verdict:${claimId}`;

/** What of one's own verdict may have been given otherwise in another window meanwhile; and what of it is running text. */
export const VERDICT_GUARDED = ['ratingId', 'attributionFinding', 'rationale'] as const;
export const VERDICT_TEXTS = ['rationale'] as const;

/** What the fields of a verdict are called, and their values in words. */
export function useVerdictWords() {
  const t = useTranslations('verdict');
  const ratings = useWorkbench((state) => state.bench.ratings);
  return {
    label: (field: string) => t(field === 'ratingId' ? 'rating' : field === 'rationale' ? field : 'finding'),
    say: (field: string, value: string) => {
      const finding = ATTRIBUTION_FINDINGS.find((one) => one === value);
      if (field === 'ratingId') return ratings.find(({ id }) => id === value)?.label ?? '';
      return field === 'rationale' || !finding ? value : t(`findings.${finding}`);
    },
  };
}
