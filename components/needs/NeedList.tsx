'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { KeyBar } from '#components/shell/KeyBar.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { useClock } from '#components/ui/use-clock.ts';
import type { NeedsDTO } from '#lib/needs/types.ts';
import { NeedRow } from './NeedRow.tsx';
import { tellNeedsCount } from './needs-count.ts';
import { useNeeds } from './use-needs.ts';

export type NeedListProps = {
  readonly needs: NeedsDTO;
  readonly mark: string;
  /** The server's time as it read them. */
  readonly now: Date;
  /** So many are shown; without it, all. */
  readonly most?: number;
  readonly isNarrow?: boolean;
  readonly level?: 2 | 3;
};

/** What needs the reader, item by item and by keyboard. It stays where nothing does any more: the last deed can be taken back. */
export function NeedList({ needs, mark, now: told, most, isNarrow = false, level = 2 }: NeedListProps) {
  const t = useTranslations('needs');
  const { view, counts, more } = needs;
  const now = useClock(told);
  const items = most === undefined ? needs.items : needs.items.slice(0, most);
  const { at, goTo, laterOf, setLaterOf, finish, putOff, bringBack, noteOpened } = useNeeds(items);
  useEffect(() => tellNeedsCount({ count: counts.now, more, mark }), [counts.now, more, mark]);
  if (items.length === 0)
    return isNarrow ? (
      <p className="border-t border-rule pt-2.5 text-sm text-soft">{t('noneShort')}</p>
    ) : (
      <EmptyState title={t('none', { view })}>{t('noneLead', { view })}</EmptyState>
    );
  return (
    <>
      <ul aria-label={t('title')} className="border-t border-rule">
        {items.map((item) => (
          <NeedRow
            key={item.id}
            item={item}
            now={now}
            isAt={item.id === at}
            isNarrow={isNarrow}
            level={level}
            isPuttingOff={laterOf === item.id}
            onPutOff={(isOpen) => setLaterOf(isOpen ? item.id : null)}
            onHere={() => goTo(item.id)}
            onOpen={() => noteOpened(item)}
            onDone={() => finish(item)}
            onLater={(until) => putOff(item, until)}
            onBack={() => bringBack(item)}
          />
        ))}
      </ul>
      {isNarrow ? null : (
        <div className="mt-4 overflow-hidden rounded-md">
          <KeyBar
            items={[
              { commands: ['needs.next', 'needs.previous'], label: t('keys.move') },
              { commands: ['needs.open'], label: t('keys.open') },
              { commands: ['needs.done'], label: t('keys.done') },
              { commands: ['needs.later'], label: t('keys.later') },
              { commands: ['undo'], label: t('keys.undo') },
              { commands: ['help'], label: t('keys.all') },
            ]}
          />
        </div>
      )}
    </>
  );
}
