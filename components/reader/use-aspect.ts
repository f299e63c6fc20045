'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useWorkbench } from '#components/galley/store-context.tsx';
import { announce } from '#components/ui/announce.ts';
import type { Aspect } from '#lib/evidence/types.ts';

/**
 * What evidence of a claim will speak of: what is said, until it is turned to who said it; at the next claim the first again. Null where the article says it
 * itself.
 */
export function useAspect(claimId: string | null): { readonly aspect: Aspect | null; readonly turn: () => void } {
  const t = useTranslations('evidence');
  const isSaid = useWorkbench((state) =>
    claimId === null ? false : (state.claims.get(claimId)?.claimant.kind ?? 'author') !== 'author',
  );
  const [own, setOwn] = useState<{ readonly of: string | null; readonly aspect: Aspect } | null>(null);
  const aspect = own?.of === claimId ? own.aspect : 'content';
  return {
    aspect: isSaid ? aspect : null,
    turn: () => {
      const next = aspect === 'content' ? 'attribution' : 'content';
      setOwn({ of: claimId, aspect: next });
      announce(`${t('aspect')}: ${t(next === 'content' ? 'aspectContent' : 'aspectWho')}`);
    },
  };
}
