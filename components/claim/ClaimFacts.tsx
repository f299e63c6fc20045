'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { Button } from '#components/ui/Button.tsx';
import { Dotted } from '#components/ui/Dotted.tsx';
import { Tag } from '#components/ui/Tag.tsx';
import { isPlainFact } from '#lib/standing/rules.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';
import { FactsDialog } from './dialogs.ts';
import { Figure, Period } from './Readings.tsx';

/** What the engine read in the claim's words, in one line; unfolded, as data: who, figures, periods, and why it is worth checking. */
export function ClaimFacts({ claim, detail }: { claim: ClaimDTO; detail: ClaimDetailDTO }) {
  const t = useTranslations('claim');
  const store = useStore();
  const isOpen = useWorkbench((state) => state.form === 'facts' && state.selectedId === claim.id);
  const may = useWorkbench((state) => state.bench.reader.may.includes('claim.edit') && !state.bench.article.archived);
  const me = useWorkbench((state) => state.bench.reader.id);
  const assignee = useWorkbench((state) => state.bench.people.find(({ id }) => id === claim.assigneeId));
  const name = claim.claimant.kind === 'author' ? t('claimantAuthor') : claim.claimant.name;
  const factuality = isPlainFact(detail)
    ? null
    : t('factualityOf', { factuality: detail.factuality, polarity: detail.polarity });
  const inALine = [
    name,
    t(`kinds.${claim.kind}`),
    factuality,
    detail.misdeed ? t('misdeedTag') : null,
    ...[...detail.figures, ...detail.times].map(({ text }) => text),
    assignee ? `${t('assignedTo')}: ${assignee.id === me ? t('you') : assignee.name}` : null,
  ].filter((part) => part !== null);
  const [isUnfolded, unfold] = useUnfolded();
  return (
    <>
      <details open={isUnfolded} onToggle={(event) => unfold(event.currentTarget.open)} className="mt-2">
        <summary className="-mx-1.5 cursor-pointer rounded-md px-1.5 py-0.5 text-sm text-pretty text-soft marker:text-faint hover:bg-wash">
          <span className="sr-only">{t('readings')}: </span>
          <Dotted items={inALine} className="inline-flex max-w-[calc(100%-1.25rem)] align-top" />
        </summary>
        <dl className="mt-1.5 grid grid-cols-[5.75rem_1fr] gap-x-3 gap-y-1 text-sm">
          <Row label={t('claimant')}>{detail.via ? t('claimantVia', { name, via: detail.via }) : name}</Row>
          <Row label={t('kind')}>{t(`kinds.${claim.kind}`)}</Row>
          {factuality === null ? null : <Row label={t('factuality')}>{factuality}</Row>}
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
      </details>
      {isOpen ? <FactsDialog claim={claim} detail={detail} /> : null}
    </>
  );
}

// From claim to claim it stays as one has left it.
let wasUnfolded = false;

function useUnfolded(): readonly [boolean, (isUnfolded: boolean) => void] {
  const [isUnfolded, unfold] = useState(() => wasUnfolded);
  return [
    isUnfolded,
    (next) => {
      wasUnfolded = next;
      unfold(next);
    },
  ];
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-soft">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
