'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { WordDiff } from '#components/history/WordDiff.tsx';
import { Tag } from '#components/ui/Tag.tsx';
import type { PreviewedClaimDTO, RevisionPreviewDTO } from '#lib/revisions/types.ts';
import { TextDiff } from './TextDiff.tsx';

const isSame = (claim: PreviewedClaimDTO) => claim.state === 'unchanged' || claim.state === 'moved';

/** What a new text would do: what stays, what asks for a fresh look, what is lost, what is new; then the texts themselves. */
export function RevisionPreview({ preview, children }: { preview: RevisionPreviewDTO; children: ReactNode }) {
  const t = useTranslations('revision');
  const { counts, claims } = preview;
  const changed = claims.filter((claim) => !isSame(claim) && claim.state !== 'lost');
  const lost = claims.filter((claim) => claim.state === 'lost' && !claim.isExcluded);
  return (
    <div>
      <section aria-label={t('summary')} className="border-y border-rule py-4">
        <p className="font-serif text-2xl">
          {preview.isSameText ? t('same') : t('staysCount', { count: counts.unchanged + counts.moved })}
        </p>
        {preview.isSameText ? null : <Counts counts={counts} />}
        {preview.marksTotal > 0 ? (
          <p className="mt-1 text-sm text-soft">{t('marks', { kept: preview.marksKept, total: preview.marksTotal })}</p>
        ) : null}
        {preview.language === 'en' ? null : <p className="mt-1 text-sm text-review">{t('otherLanguage')}</p>}
      </section>
      <ClaimGroup title={t('settledStale')} claims={changed.filter((claim) => claim.isSettled)} />
      <ClaimGroup title={t('lost')} lead={t('lostLead')} claims={lost} />
      <ClaimGroup title={t('openChanged')} claims={changed.filter((claim) => !claim.isSettled && !claim.isExcluded)} />
      {preview.fresh.length === 0 ? null : (
        <section className="mt-6">
          <h2 className="text-sm font-semibold">{t('fresh')}</h2>
          <ul className="mt-1">
            {preview.fresh.map((claim) => (
              <li key={`${claim.start}:${claim.end}`} className="border-t border-rule py-2 font-serif">
                {claim.statement}
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2 className="mt-8 mb-3 font-serif text-2xl font-semibold">{t('compare')}</h2>
      <TextDiff
        before={{ label: t('old', { number: preview.basedOnNumber }), text: preview.before }}
        after={{ label: t('new'), text: preview.after }}
      />
      <div className="sticky bottom-0 mt-6 border-t border-rule bg-paper pb-4">{children}</div>
    </div>
  );
}

/** Of what a new text would do something, how many. */
function Counts({ counts }: Pick<RevisionPreviewDTO, 'counts'>) {
  const t = useTranslations('revision');
  const states = (['moved', 'context_changed', 'changed', 'lost'] as const).map((state) => ({
    words: t('counted', { state }),
    count: counts[state],
  }));
  const fresh = { words: t('freshCount', { count: counts.fresh }), count: counts.fresh };
  const shown = [...states, fresh].filter(({ count }) => count > 0);
  if (shown.length === 0) return null;
  return (
    <dl className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
      {shown.map(({ words, count }) => (
        <div key={words} className="flex gap-1.5">
          <dt className="order-2 text-soft">{words}</dt>
          <dd className="figures font-semibold">{count}</dd>
        </div>
      ))}
    </dl>
  );
}

function ClaimGroup({ title, lead, claims }: { title: string; lead?: string; claims: readonly PreviewedClaimDTO[] }) {
  const t = useTranslations('revision');
  if (claims.length === 0) return null;
  return (
    <section className="mt-6">
      <h2 className="text-sm font-semibold">{title}</h2>
      {lead ? <p className="text-sm text-soft">{lead}</p> : null}
      <ul className="mt-1">
        {claims.map((claim) => (
          <li key={claim.id} className="border-t border-rule py-2">
            <p className="flex flex-wrap items-center gap-2 text-xs text-soft">
              {t('claimLabel', { number: claim.number })}{' '}
              <Tag tone={claim.state === 'lost' ? 'bad' : 'warn'}>{t(`states.${claim.state}`)}</Tag>
              {claim.isFixApplied ? t('fixApplied') : null}
            </p>
            <p className="font-serif">
              {claim.after === null ? (
                <del>{claim.before}</del>
              ) : (
                <WordDiff before={claim.before} after={claim.after} />
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
