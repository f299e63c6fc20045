'use client';

import { useTranslations } from 'next-intl';
import { PlainLink } from '#components/ui/Link.tsx';
import type { ClaimDTO } from '#lib/standing/types.ts';

/** The way to everything that ever happened to this claim. */
export function ClaimHistory({ claim }: { claim: ClaimDTO }) {
  const t = useTranslations('claim');
  return (
    <p className="mt-6 border-t border-rule pt-3 text-sm">
      <PlainLink href={`/articles/${claim.articleId}/history?claim=${claim.number}`} className="text-focus">
        {t('history')}
      </PlainLink>
    </p>
  );
}
