'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Fragment, useState } from 'react';
import { ReasonDialog } from '#components/claim/dialogs.ts';
import { useWorkbench } from '#components/galley/store-context.tsx';
import { useAct } from '#components/galley/use-act.ts';
import { CommandButton } from '#components/shell/CommandButton.tsx';
import { Button } from '#components/ui/Button.tsx';
import { cx } from '#components/ui/cx.ts';
import { Tag } from '#components/ui/Tag.tsx';
import type { ClaimDTO } from '#lib/standing/types.ts';
import { withdrawSignOff, withdrawVerdict } from '#lib/verdicts/actions.ts';
import type { VerdictContentDTO, VerdictDTO } from '#lib/verdicts/types.ts';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';
import { FixCard } from './FixCard.tsx';

const seats = { 1: 'seat1', 2: 'seat2', 3: 'seat3' } as const;

/** One verdict: who, in which seat, what they found and why; and what may be done with it. */
export function VerdictCard({
  claim,
  detail,
  verdict,
}: {
  claim: ClaimDTO;
  detail: ClaimDetailDTO;
  verdict: VerdictDTO;
}) {
  const t = useTranslations('verdict');
  const format = useFormatter();
  const me = useWorkbench((state) => state.bench.reader.id);
  const { content } = verdict;
  const name = verdict.mine ? t('you') : verdict.author.name;
  const when = format.dateTime(new Date(verdict.createdAt), 'moment');
  return (
    <article className="border-t border-rule py-2.5">
      <p className="text-xs text-soft">
        {t(seats[verdict.seat])} · {t('by', { name, when })}
        {verdict.ended ? ` · ${t(verdict.ended === 'withdrawn' ? 'withdrawnMark' : 'superseded')}` : null}
      </p>
      {content === null ? (
        <p className="mt-1 text-sm">{t('hidden', { name: verdict.author.name })}</p>
      ) : (
        <>
          <p className="mt-1 flex flex-wrap items-center gap-2">
            <span className={cx('font-semibold', content.rating.stands ? 'text-stands' : 'text-wrong')}>
              {content.rating.label}
            </span>
            {content.attributionFinding ? <Tag tone="quiet">{t(`findings.${content.attributionFinding}`)}</Tag> : null}
          </p>
          <Rationale content={content} />
          {content.overrideReason ? (
            <p className="mt-1 text-sm text-soft">{t('overrode', { reason: content.overrideReason })}</p>
          ) : null}
          {content.fix ? <FixCard claim={claim} fix={content.fix} live={verdict.inForce} /> : null}
        </>
      )}
      {verdict.signOff ? (
        <p className="mt-1.5 text-sm text-stands">
          <span aria-hidden="true">✓ </span>
          {t('signedOffBy', {
            name: verdict.signOff.by.id === me ? t('you') : verdict.signOff.by.name,
            when: format.dateTime(new Date(verdict.signOff.at), 'moment'),
          })}
        </p>
      ) : null}
      {verdict.inForce ? <Deeds detail={detail} verdict={verdict} /> : null}
    </article>
  );
}

/** The rationale, with each [n] leading to its evidence. */
function Rationale({ content }: { content: VerdictContentDTO }) {
  let at = 0;
  return (
    <p className="mt-1 font-serif text-base whitespace-pre-line">
      {content.rationale.split(/(\[\d+\])/).map((part) => {
        const key = at;
        at += part.length;
        const number = /^\[(\d+)\]$/.exec(part)?.[1];
        return number ? (
          <a
            key={key}
            href={`#evidence-${number}`}
            className="figures text-focus underline decoration-current/40 underline-offset-3 hover:decoration-current"
          >
            {part}
          </a>
        ) : (
          <Fragment key={key}>{part}</Fragment>
        );
      })}
    </p>
  );
}

function Deeds({ detail, verdict }: { detail: ClaimDetailDTO; verdict: VerdictDTO }) {
  const t = useTranslations('verdict');
  const act = useAct();
  const me = useWorkbench((state) => state.bench.reader.id);
  const [asks, setAsks] = useState<'withdraw' | 'withdrawSignOff' | null>(null);
  const { basisDigest } = verdict;
  const offersSignOff = !verdict.mine && detail.signOffRefusal === null && basisDigest !== null && !verdict.signOff;
  const signed = verdict.signOff?.by.id === me ? verdict.signOff : null;
  const others = verdict.authors.filter((author) => author.part === 'edited_basis');
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2 empty:hidden">
      {offersSignOff ? <CommandButton command="verdict.signOff" variant="prime" size="small" /> : null}
      {verdict.mine ? (
        <Button size="small" variant="quiet" className="-ms-2.75" onPress={() => setAsks('withdraw')}>
          {t('withdraw')}
        </Button>
      ) : null}
      {signed ? (
        <Button size="small" variant="quiet" className="-ms-2.75" onPress={() => setAsks('withdrawSignOff')}>
          {t('withdrawSignOff')}
        </Button>
      ) : null}
      {others.length > 0 && !verdict.signOff ? (
        <p className="text-xs text-soft">{t('authors', { names: others.map((author) => author.name).join(', ') })}</p>
      ) : null}
      {asks === 'withdraw' ? (
        <ReasonDialog
          draft={`withdraw-verdict:${verdict.id}`}
          title={t('withdraw')}
          lead={t('withdrawLead')}
          label={t('reason')}
          confirm={t('withdraw')}
          onClose={() => setAsks(null)}
          onConfirm={(reason) =>
            act({ run: () => withdrawVerdict({ verdictId: verdict.id, reason }), says: t('withdrawn') })
          }
        />
      ) : null}
      {asks === 'withdrawSignOff' && signed ? (
        <ReasonDialog
          draft={`withdraw-sign-off:${signed.id}`}
          title={t('withdrawSignOff')}
          label={t('reason')}
          confirm={t('withdrawSignOff')}
          onClose={() => setAsks(null)}
          onConfirm={(reason) =>
            act({ run: () => withdrawSignOff({ signOffId: signed.id, reason }), says: t('signOffWithdrawn') })
          }
        />
      ) : null}
    </div>
  );
}
