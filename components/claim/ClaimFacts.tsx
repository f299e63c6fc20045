'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { Button } from '#components/ui/Button.tsx';
import { Tag } from '#components/ui/Tag.tsx';
import { isPlainFact } from '#lib/standing/rules.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';
import { FactsDialog } from './dialogs.ts';
import { Figure, Period } from './Readings.tsx';

/** What the engine read in the claim's words, as data: who, figures, periods, and why it is worth checking; then whom it is given to. */
export function ClaimFacts({ claim, detail }: { claim: ClaimDTO; detail: ClaimDetailDTO }) {
  const t = useTranslations('claim');
  const store = useStore();
  const isOpen = useWorkbench((state) => state.form === 'facts' && state.selectedId === claim.id);
  const may = useWorkbench((state) => state.bench.reader.may.includes('claim.edit') && !state.bench.article.archived);
  const me = useWorkbench((state) => state.bench.reader.id);
  const assignee = useWorkbench((state) => state.bench.people.find(({ id }) => id === claim.assigneeId));
  const name = claim.claimant.kind === 'author' ? t('claimantAuthor') : claim.claimant.name;
  return (
    <>
      <dl className="mt-3 grid grid-cols-[5.75rem_1fr] gap-x-3 gap-y-1 text-sm">
        <Row label={t('claimant')}>{detail.via ? t('claimantVia', { name, via: detail.via }) : name}</Row>
        <Row label={t('kind')}>{t(`kinds.${claim.kind}`)}</Row>
        {isPlainFact(detail) ? null : (
          <Row label={t('factuality')}>
            {t('factualityOf', { factuality: detail.factuality, polarity: detail.polarity })}
          </Row>
        )}
        {detail.misdeed ? <Row label={t('flag')}>{t('misdeedTag')}</Row> : null}
        {detail.figures.length === 0 ? null : (
          <Row label={t('figure')}>
            {detail.figures.map((figure) => (
              <span key={`${figure.start}:${figure.end}`} className="figures block">
                <Figure figure={figure} />
              </span>
            ))}
          </Row>
        )}
        {detail.times.length === 0 ? null : (
          <Row label={t('period')}>
            {detail.times.map((time) => (
              <span key={`${time.start}:${time.end}`} className="figures block">
                <Period time={time} />
              </span>
            ))}
          </Row>
        )}
        {/* What a person has picked out needs no reason of the machine's. */}
        {claim.origin === 'person' ? null : (
          <Row label={t('why')}>
            <span className="flex flex-wrap gap-1">
              {[...detail.reasons, t(`tiers.${claim.tier}`)].map((tag) => (
                <Tag key={tag}>{tag}</Tag>
              ))}
            </span>
          </Row>
        )}
        {assignee === undefined ? null : (
          <Row label={t('assignedTo')}>{assignee.id === me ? t('you') : assignee.name}</Row>
        )}
      </dl>
      {may ? (
        <Button variant="quiet" size="small" className="-ms-2.75 mt-1" onPress={() => store.set({ form: 'facts' })}>
          {t('facts')}
        </Button>
      ) : null}
      {isOpen ? <FactsDialog claim={claim} detail={detail} /> : null}
    </>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-soft">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
