'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { PlainLink } from '#components/ui/Link.tsx';
import { OutwardLink } from '#components/ui/Outward.tsx';
import { Tag } from '#components/ui/Tag.tsx';
import type { PrecedentDTO } from '#lib/foreign/types.ts';

const says = {
  tension: 'precedentDisagrees',
  same: 'precedentSame',
  'more precise': 'precedentLessPrecise',
  'less precise': 'precedentMorePrecise',
  related: 'precedentRelated',
} as const satisfies Record<PrecedentDTO['relation'], string>;

/** What other desks and archives have found of the same thing: to be read, and nobody's verdict here. */
export function Precedents({ precedents }: { precedents: readonly PrecedentDTO[] }) {
  const t = useTranslations('claim');
  if (precedents.length === 0) return null;
  return (
    <details className="mt-5" open={precedents.some(({ relation }) => relation === 'same' || relation === 'tension')}>
      <summary className="cursor-pointer text-xs font-semibold text-soft">
        {t('precedents', { count: precedents.length })}
      </summary>
      <p className="mt-1 text-xs text-pretty text-soft">{t('precedentsLead')}</p>
      <ul className="mt-1">
        {precedents.map((precedent) => (
          <Precedent key={precedent.id} precedent={precedent} />
        ))}
      </ul>
    </details>
  );
}

function Precedent({ precedent }: { precedent: PrecedentDTO }) {
  const t = useTranslations('claim');
  const format = useFormatter();
  const { relation, number, publisher, statement, rating, outcome, checkedOn, link, because, file } = precedent;
  return (
    <li className="border-t border-rule py-2 text-sm">
      <p className="flex flex-wrap items-center gap-2 text-xs text-soft">
        <span className={relation === 'tension' ? 'font-semibold text-wrong' : undefined}>{t(says[relation])}</span>
        <span className="font-medium text-ink">{publisher}</span>
        <Tag tone="quiet">{t('precedentForeign')}</Tag>
      </p>
      <PlainLink
        dir="auto"
        href={`/foreign/${file.id}?after=${number - 1}#claim-${number}`}
        className="mt-0.5 block font-serif text-base wrap-anywhere"
      >
        {statement}
      </PlainLink>
      <p className="mt-0.5 text-xs wrap-anywhere">
        <span dir="auto" className="font-semibold">
          {rating ?? t('precedentOutcome', { outcome })}
        </span>
        {checkedOn === null ? null : (
          <span className="figures text-soft">
            {' · '}
            {format.dateTime(new Date(`${checkedOn}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' })}
          </span>
        )}
        {file.format === 'article' ? <span className="text-soft"> · {file.title}</span> : null}
        {link === null ? null : (
          <>
            {' · '}
            <OutwardLink href={link}>{t('precedentOpen')}</OutwardLink>
          </>
        )}
      </p>
      {because.length === 0 ? null : <p className="mt-0.5 text-xs text-soft">{because.join(' · ')}</p>}
    </li>
  );
}
