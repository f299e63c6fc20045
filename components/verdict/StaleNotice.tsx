'use client';

import { useTranslations } from 'next-intl';
import { useWorkbench } from '#components/galley/store-context.tsx';
import { WordDiff } from '#components/history/WordDiff.tsx';
import { CommandButton } from '#components/shell/CommandButton.tsx';
import type { ClaimDTO } from '#lib/standing/types.ts';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';
import { confirmable } from './confirmable.ts';

/** What has changed under a verdict since it was given, word by word, and the one press that lets it stand. */
export function StaleNotice({ claim, detail }: { claim: ClaimDTO; detail: ClaimDetailDTO }) {
  const t = useTranslations('verdict');
  const may = useWorkbench((state) => state.bench.reader.may.includes('verdict.give') && !state.bench.article.archived);
  return (
    <div className="mt-2 rounded-md border border-stale/60 px-3 py-2.5">
      <h4 className="text-sm font-semibold text-stale">
        <span aria-hidden="true">↻ </span>
        {t('staleTitle')}
      </h4>
      <p className="text-xs text-soft">{t('staleLead')}</p>
      <dl className="mt-1.5 flex flex-col gap-1.5 text-sm">
        {detail.basisChanges.map((change) => (
          <div key={`${change.what}:${change.evidence}`}>
            <dt className="text-xs text-soft">{t(`changed.${change.what}`, { number: change.evidence ?? 0 })}</dt>
            <dd className="font-serif">
              <WordDiff before={change.before} after={change.after} />
            </dd>
          </div>
        ))}
      </dl>
      {may && confirmable(claim, detail) ? (
        <CommandButton command="verdict.confirm" size="small" className="mt-2">
          {t('confirm')}
        </CommandButton>
      ) : null}
    </div>
  );
}
