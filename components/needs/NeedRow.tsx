'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { DueNote } from '#components/articles/DueNote.tsx';
import { Button } from '#components/ui/Button.tsx';
import { cx } from '#components/ui/cx.ts';
import { Dotted } from '#components/ui/Dotted.tsx';
import { PlainLink } from '#components/ui/Link.tsx';
import { StateMark } from '#components/ui/StateMark.tsx';
import type { NeedDTO } from '#lib/needs/types.ts';
import { LaterButton } from './LaterButton.tsx';
import { addressOf, headingOf, titleOf } from './need-words.ts';

export type NeedRowProps = {
  readonly item: NeedDTO;
  readonly now: Date;
  /** The keys act on it. */
  readonly isAt: boolean;
  /** One column, beside something else. */
  readonly isNarrow: boolean;
  readonly level: 2 | 3;
  readonly isPuttingOff: boolean;
  readonly onPutOff: (isOpen: boolean) => void;
  readonly onHere: () => void;
  readonly onOpen: () => void;
  readonly onDone: () => void;
  readonly onLater: (until: string) => void;
  readonly onBack: () => void;
};

export function NeedRow(props: NeedRowProps) {
  const t = useTranslations('needs');
  const { item, now, isAt, isNarrow, level, onHere, onOpen } = props;
  const { key, values } = headingOf(t, item);
  const Heading = `h${level}` as const;
  const isNew = item.stand === 'new';
  return (
    <li
      id={`need-${item.id}`}
      tabIndex={-1}
      aria-current={isAt || undefined}
      onFocus={onHere}
      className={cx(
        'grid scroll-mt-28 grid-cols-[0.75rem_minmax(0,1fr)] gap-x-2 gap-y-2 border-b border-rule px-2 py-3 outline-none',
        !isNarrow && 'page:grid-cols-[0.75rem_minmax(0,1fr)_auto] page:gap-x-3',
        isAt
          ? 'bg-sheet shadow-[inset_3px_0_0_var(--color-ink)] rtl:shadow-[inset_-3px_0_0_var(--color-ink)]'
          : 'hover:bg-sheet',
      )}
    >
      <span aria-hidden="true" className={cx('mt-1.5 size-2 rounded-full', isNew ? 'bg-focus' : 'bg-transparent')} />
      <div className="min-w-0">
        <Heading className={cx('text-sm text-pretty wrap-anywhere', isNew ? 'font-medium' : 'font-normal text-soft')}>
          <PlainLink href={addressOf(item)} onClick={onOpen} className="block">
            {isNew ? <span className="sr-only">{t('new')} </span> : null}
            {t.rich(key, { ...values, b: (words) => <b className="font-semibold text-ink">{words}</b> })}
          </PlainLink>
        </Heading>
        {item.words === null ? (
          <Claims item={item} onOpen={onOpen} />
        ) : (
          <p className="mt-1 line-clamp-3 max-w-prose font-serif leading-snug wrap-anywhere">{item.words}</p>
        )}
        <Facts item={item} now={now} />
      </div>
      <Deeds {...props} />
    </li>
  );
}

function Claims({ item: { article, claims, parts }, onOpen }: Pick<NeedRowProps, 'item' | 'onOpen'>) {
  const t = useTranslations('needs');
  const left = parts.length - claims.length;
  if (claims.length === 0) return null;
  return (
    <ul className="mt-1 flex flex-col">
      {claims.map(({ number, statement, mark }) => (
        <li key={number}>
          <PlainLink
            href={`/articles/${article.id}?claim=${number}`}
            onClick={onOpen}
            className="-mx-2 flex items-baseline gap-2.5 rounded-md px-2 py-1 hover:bg-wash hover:no-underline"
          >
            <StateMark state={mark} words="said" className="translate-y-0.5" />
            <span className="line-clamp-2 min-w-0 flex-1 font-serif leading-snug wrap-anywhere">{statement}</span>
            <span className="figures text-xs text-faint">
              <span className="sr-only">{t('claimAlone', { number })}</span>
              <span aria-hidden="true">{number}</span>
            </span>
          </PlainLink>
        </li>
      ))}
      {left > 0 ? <li className="mt-0.5 text-xs text-soft">{t('more', { count: left })}</li> : null}
    </ul>
  );
}

/** When it came up and is due, and what hangs on it, quiet. What has just come up is never of the future, though the clocks differ. */
function Facts({ item: { at, by, kind, dueAt, article, holds, until }, now }: Pick<NeedRowProps, 'item' | 'now'>) {
  const t = useTranslations('needs');
  const format = useFormatter();
  const moment = (instant: string) => format.dateTime(new Date(instant), 'moment');
  const names = format.list([...by]);
  const due = dueAt ?? article.dueAt;
  const facts = [
    until === null ? null : t('until', { when: moment(until) }),
    at === null ? null : format.relativeTime(new Date(Math.min(Date.parse(at), now.getTime())), now),
    kind === 'second' && by.length > 0 ? t('givenBy', { names }) : null,
    kind === 'assigned' && by.length > 0 ? t('assignedBy', { names }) : null,
    holds ? t('holds') : null,
    due === null ? null : (
      <>
        {dueAt === null ? null : `${t('answer')} `}
        <DueNote dueAt={due} now={now} className="text-xs!" />
      </>
    ),
  ];
  return (
    <p className="mt-1 text-xs text-soft">
      <Dotted items={facts} />
    </p>
  );
}

function Deeds({ item, isNarrow, isPuttingOff, onPutOff, onDone, onLater, onBack }: NeedRowProps) {
  const t = useTranslations('needs');
  const title = titleOf(t, item);
  const isAway = item.stand === 'later' || item.stand === 'done';
  return (
    <div className={cx('col-start-2 flex items-start gap-1', !isNarrow && 'page:col-start-3')}>
      {item.stand === 'done' ? null : (
        <Button size="small" aria-label={t('doneOne', { title })} onPress={onDone}>
          {t('done')}
        </Button>
      )}
      {isAway ? (
        <Button size="small" variant="quiet" aria-label={t('backOne', { title })} onPress={onBack}>
          {t('back')}
        </Button>
      ) : null}
      <LaterButton label={t('laterOne', { title })} isOpen={isPuttingOff} onOpenChange={onPutOff} onChoose={onLater} />
    </div>
  );
}
