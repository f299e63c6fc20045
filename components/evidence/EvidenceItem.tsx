'use client';

import { MoreHorizontal } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonDialog } from '#components/claim/dialogs.ts';
import { useAct } from '#components/galley/use-act.ts';
import { cx } from '#components/ui/cx.ts';
import { PlainLink } from '#components/ui/Link.tsx';
import { MenuButton } from '#components/ui/MenuButton.tsx';
import { OutwardMark } from '#components/ui/Outward.tsx';
import { Tag } from '#components/ui/Tag.tsx';
import { restoreEvidence, withdrawEvidence } from '#lib/evidence/actions.ts';
import type { EvidenceDTO } from '#lib/evidence/types.ts';
import { MaskedName } from './MaskedName.tsx';
import { Opened } from './Opened.tsx';
import { QuoteMark } from './QuoteMark.tsx';
import { StanceMark } from './StanceMark.tsx';
import { WorkingLine } from './WorkingLine.tsx';

export function EvidenceItem({ item, may, onEdit }: { item: EvidenceDTO; may: boolean; onEdit: () => void }) {
  const t = useTranslations('evidence');
  const act = useAct();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const { source } = item;
  const isNamed = source.confidential?.isNamed !== false;
  const restore = () =>
    act({
      run: () => restoreEvidence({ id: item.id, version: item.version }),
      says: t('restored', { number: item.number }),
    });
  return (
    <li
      id={`evidence-${item.number}`}
      className={cx(
        'grid grid-cols-[1.75rem_1fr_auto] gap-x-2 gap-y-0.5 border-t border-rule py-2.5 text-sm wrap-anywhere',
        item.withdrawn && 'text-faint',
      )}
    >
      <span className="figures font-semibold text-soft">[{item.number}]</span>
      <p className="min-w-0 font-medium">
        {isNamed ? (
          <PlainLink href={`/sources/${source.id}`}>{source.title}</PlainLink>
        ) : (
          <MaskedName title={source.title} />
        )}
        {source.link ? <OutwardMark href={source.link} label={t('openPage', { title: source.title })} /> : null}{' '}
        <StanceMark stance={item.stance} />
        {item.aspect === 'attribution' ? (
          <span className="font-normal text-soft"> {t('aspectAttribution')}</span>
        ) : null}
        {source.confidential && isNamed ? (
          <span className="ms-2">
            <Tag tone="warn">{t('confidential')}</Tag>
          </span>
        ) : null}
        {item.withdrawn ? (
          <span className="ms-2">
            <Tag tone="quiet">{t('withdrawnMark')}</Tag>
          </span>
        ) : null}
      </p>
      {may ? (
        <MenuButton
          variant="quiet"
          size="icon"
          aria-label={t('menu', { number: item.number })}
          menuLabel={t('menu', { number: item.number })}
          className="-me-2.75 -mt-1"
          parts={[
            {
              id: 'evidence',
              deeds: item.withdrawn
                ? [{ id: 'restore', label: t('restore', { number: item.number }), run: restore }]
                : [
                    // What is hidden from somebody is not theirs to overwrite.
                    ...(isNamed ? [{ id: 'edit', label: t('edit', { number: item.number }), run: onEdit }] : []),
                    {
                      id: 'withdraw',
                      label: t('withdraw', { number: item.number }),
                      danger: true,
                      run: () => setWithdrawing(true),
                    },
                  ],
            },
          ]}
        >
          <MoreHorizontal aria-hidden="true" className="size-4" />
        </MenuButton>
      ) : (
        <span />
      )}
      {item.working ? <WorkingLine item={item} working={item.working} /> : null}
      {item.quote ? (
        <blockquote
          className={cx('col-start-2 font-serif text-[0.9375rem] leading-normal', item.withdrawn && 'line-through')}
        >
          “{item.quote}”
        </blockquote>
      ) : null}
      {item.note ? <p className="col-start-2">{item.note}</p> : null}
      {isNamed ? null : <p className="col-start-2 text-soft italic">{t('masked')}</p>}
      <Whence item={item} />
      <Opened item={item} />
      {isWithdrawing ? (
        <ReasonDialog
          draft={`withdraw-evidence:${item.id}`}
          title={t('withdraw', { number: item.number })}
          lead={t('withdrawLead')}
          label={t('withdrawReason')}
          confirm={t('withdraw', { number: item.number })}
          onClose={() => setWithdrawing(false)}
          onConfirm={(reason) =>
            act({
              run: () => withdrawEvidence({ id: item.id, version: item.version, reason }),
              says: t('withdrawn', { number: item.number }),
              undo: () => ({
                says: t('undoWithdraw', { number: item.number }),
                run: () => restoreEvidence({ id: item.id, version: item.version + 1 }),
              }),
            })
          }
        />
      ) : null}
    </li>
  );
}

function Whence({ item }: { item: EvidenceDTO }) {
  const t = useTranslations('evidence');
  const format = useFormatter();
  const { source } = item;
  const day = (date: string) =>
    format.dateTime(new Date(`${date}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' });
  const { confidential } = source;
  const words = [
    confidential?.isNamed && confidential.mask && t('othersRead', { mask: confidential.mask }),
    confidential?.isNamed === false && t(`kinds.${source.kind}`),
    t(source.tier),
    source.publisher,
    source.publishedOn && day(source.publishedOn),
    item.place === null && item.locator,
    item.means,
    item.consultedOn && `${t('consultedOn')} ${day(item.consultedOn)}`,
    item.withdrawn?.reason && t('withdrawnBecause', { reason: item.withdrawn.reason }),
    item.by?.name,
  ];
  return (
    <p className="col-start-2 text-xs text-soft">
      <QuoteMark item={item} />
      {words.filter(Boolean).join(' · ')}
    </p>
  );
}
