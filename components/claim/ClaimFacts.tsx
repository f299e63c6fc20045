'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { Button } from '#components/ui/Button.tsx';
import { Tag } from '#components/ui/Tag.tsx';
import type { Modifier, Quantity, Time } from '#lib/engine/types.ts';
import { isPlainFact } from '#lib/standing/rules.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';
import { FactsDialog } from './dialogs.ts';

/** What the engine read in the claim's words, as data: who, figures, periods, and why it is worth checking; then whom it is given to. */
export function ClaimFacts({ claim, detail }: { claim: ClaimDTO; detail: ClaimDetailDTO }) {
  const t = useTranslations('claim');
  const store = useStore();
  const isOpen = useWorkbench((state) => state.form === 'facts');
  const may = useWorkbench((state) => state.bench.reader.may.includes('claim.edit') && !state.bench.article.archived);
  const me = useWorkbench((state) => state.bench.reader.id);
  const assignee = useWorkbench((state) => state.bench.people.find(({ id }) => id === claim.assigneeId));
  const name = claim.claimant.kind === 'author' ? t('claimantAuthor') : claim.claimant.name;
  const tags = [...detail.reasons, t(`tiers.${claim.tier}`)];
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
        <Row label={t('why')}>
          <span className="flex flex-wrap gap-1">
            {tags
              .filter((tag): tag is string => Boolean(tag))
              .map((tag) => (
                <Tag key={tag}>{tag}</Tag>
              ))}
          </span>
        </Row>
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

const modifierKeys = {
  approximately: 'approximately',
  'at least': 'atLeast',
  'at most': 'atMost',
  'more than': 'moreThan',
  'less than': 'lessThan',
} as const satisfies Record<Modifier, string>;

/** The number of a figure, or both of a range or a tally. */
function numbersOf(
  { range, tally, value }: Quantity,
  number: (value: number) => string,
  t: ReturnType<typeof useTranslations<'claim'>>,
): string {
  if (tally) return t('tallyOf', { first: number(tally[0]), second: number(tally[1]) });
  if (range === null) return value === null ? '' : number(value);
  const [low, high] = range;
  if (low !== null && high !== null) return t('rangeOf', { low: number(low), high: number(high) });
  if (low !== null) return t('openAbove', { low: number(low) });
  return high === null ? '' : t('openBelow', { high: number(high) });
}

/** "almost a fifth → about 20 percent, up". */
function Figure({ figure }: { figure: Quantity }) {
  const t = useTranslations('claim');
  const format = useFormatter();
  const number = (value: number) => format.number(value, { maximumFractionDigits: 6 });
  const plain = numbersOf(figure, number, t);
  const counted = figure.rank ? t('rank', { value: plain }) : [plain, figure.unit].filter(Boolean).join(' ');
  const value = figure.modifier ? t(modifierKeys[figure.modifier], { value: counted }) : counted;
  const rest = [figure.per && t('perBase', { base: figure.per }), figure.change && t(figure.change)].filter(Boolean);
  return (
    <>
      {figure.text === value ? null : (
        <>
          {figure.text} <span aria-hidden="true">→</span>{' '}
        </>
      )}
      <b className="font-semibold">{value}</b>
      {rest.length > 0 ? `, ${rest.join(', ')}` : null}
    </>
  );
}

/** "in the first quarter → 1 January 2017 to 31 March 2017". */
function Period({ time }: { time: Time }) {
  const t = useTranslations('claim');
  const format = useFormatter();
  const day = (date: string) => format.dateTime(new Date(`${date}T00:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' });
  const from = time.from && day(time.from);
  const to = time.to && day(time.to);
  const words = from && to ? (from === to ? from : t('to_date', { from, to })) : (from ?? to ?? t('unresolved'));
  return (
    <>
      {time.text} <span aria-hidden="true">→</span> {words}
    </>
  );
}
