'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useRef } from 'react';
import { useWorkbench } from '#components/galley/store-context.tsx';
import { useFocusGoal } from '#components/galley/use-focus-goal.ts';
import { wordingPlace } from '#components/galley/use-wording.ts';
import { WordDiff } from '#components/history/WordDiff.tsx';
import { CommandButton } from '#components/shell/CommandButton.tsx';
import type { Quantity, Time } from '#lib/engine/types.ts';
import type { ClaimDTO, Proposal, Said } from '#lib/standing/types.ts';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';
import { Figure, Period } from './Readings.tsx';

type Props = { readonly claim: ClaimDTO; readonly detail: ClaimDetailDTO; readonly proposal: Proposal };

/**
 * A claim's wording beside the one that its changed words ask for, figures and periods with them. Somebody decides; until
 * then nobody judges it.
 */
export function ProposedWording({ claim, detail, proposal }: Props) {
  const t = useTranslations('claim.wording');
  const may = useWorkbench((state) => state.bench.reader.may.includes('claim.edit') && !state.bench.article.archived);
  const box = useRef<HTMLElement>(null);
  useFocusGoal(
    'wording',
    () => {
      const first = box.current?.querySelector('button:not([disabled])') ?? box.current;
      if (first instanceof HTMLElement) first.focus();
      box.current?.scrollIntoView({ block: 'nearest' });
      return true;
    },
    claim.id,
  );
  const { statement } = proposal;
  const was = { ...detail, claimant: claim.claimant };
  const said = useSaid(was);
  const saidNow = useSaid(proposal.said ?? was);
  const isSaid = said.join() !== saidNow.join();
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-labelledby={`wording-${claim.id}`}
      className="mt-3 rounded-md border border-stale/60 px-3 pt-2.5 pb-3"
    >
      <h3 id={`wording-${claim.id}`} className="text-sm font-semibold text-stale">
        <span aria-hidden="true">↻ </span>
        {t('title')}
      </h3>
      <p className="text-xs text-soft">
        {t(statement === null ? 'leadNone' : proposal.around ? 'leadAround' : 'lead')}
      </p>
      <div data-subject={wordingPlace(claim.id)} className="mt-2 grid gap-x-5 gap-y-3 phone:grid-cols-2">
        <Side title={t('present')} said={isSaid ? said : []} figures={detail.figures} times={detail.times}>
          {statement === null ? claim.statement : <WordDiff before={claim.statement} after={statement} side="before" />}
        </Side>
        {statement === null ? (
          <Side title={t('newWords')} said={isSaid ? saidNow : []} figures={[]} times={[]}>
            <q>{detail.quote}</q>
          </Side>
        ) : (
          <Side title={t('proposed')} said={isSaid ? saidNow : []} figures={proposal.figures} times={proposal.times}>
            <WordDiff before={claim.statement} after={statement} side="after" />
          </Side>
        )}
      </div>
      {may ? (
        <div className="mt-3 flex flex-wrap gap-2">
          {statement === null ? null : (
            <CommandButton command="wording.take" size="small" variant="prime">
              {t('take')}
            </CommandButton>
          )}
          <CommandButton command="wording.keep" size="small">
            {t('keep')}
          </CommandButton>
          <CommandButton command="claim.edit" size="small">
            {t('own')}
          </CommandButton>
        </div>
      ) : null}
    </section>
  );
}

/** How the article says a claim, in a line for who says it and one for as what. */
function useSaid({ polarity, factuality, claimant, via }: Said): readonly string[] {
  const t = useTranslations('claim');
  const name = claimant.kind === 'author' ? t('claimantAuthor') : claimant.name;
  return [
    `${t('claimant')}: ${via ? t('claimantVia', { name, via }) : name}`,
    `${t('factuality')}: ${t('factualityOf', { factuality, polarity })}`,
  ];
}

type SideProps = {
  readonly title: string;
  readonly said: readonly string[];
  readonly figures: readonly Quantity[];
  readonly times: readonly Time[];
  readonly children: ReactNode;
};

function Side({ title, said, figures, times, children }: SideProps) {
  return (
    <div className="min-w-0">
      <h4 className="text-xs text-soft">{title}</h4>
      <p className="mt-0.5 font-serif text-base leading-snug text-pretty">{children}</p>
      {said.length + figures.length + times.length === 0 ? null : (
        <ul className="figures mt-1 text-sm text-soft">
          {said.map((line) => (
            <li key={line}>{line}</li>
          ))}
          {figures.map((figure) => (
            <li key={`${figure.start}:${figure.end}`}>
              <Figure figure={figure} />
            </li>
          ))}
          {times.map((time) => (
            <li key={`${time.start}:${time.end}`}>
              <Period time={time} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
