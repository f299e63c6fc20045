'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Link } from '#components/ui/Link.tsx';
import type { SourceDTO, SourceInFullDTO } from '#lib/sources/types.ts';
import { MergeDialog } from './source-dialogs.ts';

export type TwinSourcesProps = {
  readonly source: SourceDTO;
  readonly twins: SourceInFullDTO['twins'];
  readonly mayEdit: boolean;
};

/** Others of the library that seem to be the same. */
export function TwinSources({ source, twins, mayEdit }: TwinSourcesProps) {
  const t = useTranslations('sources');
  const [merged, setMerged] = useState<SourceDTO | null>(null);
  if (twins.length === 0) return null;
  return (
    <section className="rounded-md border border-rule px-3 py-2.5 text-sm" aria-labelledby="twins">
      <h2 id="twins" className="text-xs font-semibold text-soft">
        {t('twins')}
      </h2>
      <ul>
        {twins.map(({ source: { id, title }, source: twin, by }) => (
          <li key={id} className="mt-1.5">
            <p className="wrap-anywhere">
              {t.rich('twin', { by, title, link: (words) => <Link href={`/sources/${id}`}>{words}</Link> })}
            </p>
            {mayEdit ? (
              <Button
                size="small"
                variant="link"
                className="-ms-2.75"
                aria-label={t('mergeWith', { title })}
                onPress={() => setMerged(twin)}
              >
                {t('mergeThese')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {merged ? <MergeDialog source={source} other={merged} onClose={() => setMerged(null)} /> : null}
    </section>
  );
}
