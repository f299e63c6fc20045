'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Fragment, useState } from 'react';
import { askWithdrawal } from '#components/galley/ask-withdrawal.ts';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { useAct } from '#components/galley/use-act.ts';
import { CommandButton } from '#components/shell/CommandButton.tsx';
import { Button } from '#components/ui/Button.tsx';
import { Question } from '#components/ui/Question.tsx';
import { Tag } from '#components/ui/Tag.tsx';
import type { ClaimDTO } from '#lib/standing/types.ts';
import { signOff } from '#lib/verdicts/actions.ts';
import type { VerdictContentDTO, VerdictDTO } from '#lib/verdicts/types.ts';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';
import { FixCard } from './FixCard.tsx';
import { RatingMark } from './RatingMark.tsx';
import { askedVerdict, signable } from './signable.ts';

const seats = { 1: 'seat1', 2: 'seat2', 3: 'seat3' } as const;

export type VerdictProps = {
  readonly claim: ClaimDTO;
  readonly detail: ClaimDetailDTO;
  readonly verdict: VerdictDTO;
};

/** One verdict: who, in which seat, what they found and why; and what may be done with it. */
export function VerdictCard({ claim, detail, verdict }: VerdictProps) {
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
          <p data-rating={verdict.id} className="mt-1 flex flex-wrap items-center gap-2">
            <RatingMark rating={content.rating} />
            {content.attributionFinding ? <Tag tone="quiet">{t(`findings.${content.attributionFinding}`)}</Tag> : null}
          </p>
          {content.confirms ? <Confirmed verdict={verdict} confirms={content.confirms} detail={detail} /> : null}
          <Rationale words={content.rationale} />
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
      {verdict.inForce ? <Deeds claim={claim} detail={detail} verdict={verdict} /> : null}
    </article>
  );
}

type ConfirmedProps = {
  readonly verdict: VerdictDTO;
  readonly confirms: NonNullable<VerdictContentDTO['confirms']>;
  readonly detail: ClaimDetailDTO;
};

/** Whose finding a verdict confirms. Another's rationale stands under its author's name. */
function Confirmed({ verdict, confirms, detail }: ConfirmedProps) {
  const t = useTranslations('verdict');
  const format = useFormatter();
  const me = useWorkbench((state) => state.bench.reader.id);
  const first = detail.verdicts.find(({ id }) => id === confirms.id);
  const when = first ? format.dateTime(new Date(first.createdAt), 'moment') : '';
  const whose = confirms.author.id === verdict.author.id ? 'own' : confirms.author.id === me ? 'yours' : 'other';
  return (
    <>
      <p className="mt-1 text-sm text-soft">{t('confirms', { whose, name: confirms.author.name, when })}</p>
      {whose === 'own' ? null : (
        <blockquote className="mt-1 border-s-2 border-rule ps-3">
          <p className="text-xs text-soft">{whose === 'yours' ? t('you') : confirms.author.name}</p>
          <Rationale words={confirms.rationale} />
        </blockquote>
      )}
    </>
  );
}

/** A rationale, with each [n] leading to its evidence. */
function Rationale({ words }: { words: string }) {
  if (words === '') return null;
  let at = 0;
  return (
    <p className="mt-1 font-serif text-base whitespace-pre-line">
      {words.split(/(\[\d+\])/).map((part) => {
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

function Deeds({ claim, detail, verdict }: VerdictProps) {
  const t = useTranslations('verdict');
  const galley = useTranslations('galley');
  const act = useAct();
  const store = useStore();
  const me = useWorkbench((state) => state.bench.reader.id);
  const isArchived = useWorkbench((state) => state.bench.article.archived);
  const asks = useWorkbench((state) => (state.asks?.deed === 'signOff' ? state.asks : null));
  const isMany = useWorkbench((state) => state.many.round !== null || state.checked.size > 0);
  const [isPending, setPending] = useState(false);
  const { content } = verdict;
  const offered = isArchived ? [] : signable(detail, me);
  // All that keeps the reader from signing is a question that nobody has answered.
  const isHeld = claim.held && !isArchived && signable({ ...detail, signOffRefusal: null }, me).includes(verdict);
  const signed = verdict.signOff?.by.id === me ? verdict.signOff : null;
  const others = verdict.authors.filter((author) => author.part === 'edited_basis');
  if (asks !== null && content !== null && askedVerdict(asks, claim, detail, me)?.id === verdict.id) {
    const { basisDigest, seen } = asks;
    return (
      <Question
        confirm={t('signOff')}
        onDismiss={() => store.set({ asks: null })}
        onConfirm={async () => {
          store.set({ asks: null });
          setPending(true);
          await act({
            seen,
            run: () => signOff({ verdictId: verdict.id, basisDigest, seen }),
            says: galley('signedOff', { number: claim.number }),
            undo: () =>
              askWithdrawal(store, claim.id, 'withdrawSignOff', galley('undoSignOff', { number: claim.number })),
          });
          setPending(false);
        }}
      >
        {t('askSignOff', { seat: verdict.seat, rating: content.rating.label })}
        {claim.openQueries > 0 ? ` ${t('questionsOpen', { count: claim.openQueries })}` : null}
      </Question>
    );
  }
  return (
    <div data-deeds={verdict.id} className="mt-2 flex flex-wrap items-center gap-2 empty:hidden">
      {content !== null && offered.includes(verdict) ? (
        <SignOffButton
          hasKey={offered[0] === verdict && !isMany}
          isPending={isPending}
          says={t('signOffWhose', { seat: verdict.seat, rating: content.rating.label })}
          onPress={() => {
            if (verdict.basisDigest === null) return;
            const { id: verdictId, basisDigest } = verdict;
            store.set({ asks: { deed: 'signOff', verdictId, basisDigest, seen: detail.seen }, missed: null });
          }}
        />
      ) : null}
      {isHeld ? <p className="text-sm text-soft">{detail.signOffRefusal}</p> : null}
      {verdict.mine ? (
        <Button
          size="small"
          variant="quiet"
          className="-ms-2.75"
          onPress={() => store.set({ form: 'withdrawVerdict' })}
        >
          {t('withdraw')}
        </Button>
      ) : null}
      {signed ? (
        <Button
          size="small"
          variant="quiet"
          className="-ms-2.75"
          onPress={() => store.set({ form: 'withdrawSignOff' })}
        >
          {t('withdrawSignOff')}
        </Button>
      ) : null}
      {others.length > 0 && !verdict.signOff ? (
        <p className="text-xs text-soft">{t('authors', { names: others.map((author) => author.name).join(', ') })}</p>
      ) : null}
    </div>
  );
}

type SignOffButtonProps = {
  /** Of several one alone is the key's. */
  readonly hasKey: boolean;
  readonly isPending: boolean;
  /** Which verdict it signs, for who hears one button at a time. */
  readonly says: string;
  readonly onPress: () => void;
};

function SignOffButton({ hasKey, isPending, says, onPress }: SignOffButtonProps) {
  const t = useTranslations('verdict');
  // Above, a bar leads on: one button alone is the first of all.
  const hasBar = useWorkbench(({ many, checked }) => many.round !== null || checked.size > 0);
  const shared = { variant: hasBar ? 'plain' : 'prime', size: 'small', isPending } as const;
  const words = (
    <>
      {t('signOff')}
      <span className="sr-only"> {says}</span>
    </>
  );
  return hasKey ? (
    <CommandButton {...shared} command="verdict.signOff">
      {words}
    </CommandButton>
  ) : (
    <Button {...shared} onPress={onPress}>
      {words}
    </Button>
  );
}
