'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CommandButton } from '#components/shell/CommandButton.tsx';
import { KeyBar } from '#components/shell/KeyBar.tsx';
import { Button } from '#components/ui/Button.tsx';
import type { InboxItemDTO } from '#lib/inbox/types.ts';
import { InboxRow } from './InboxRow.tsx';
import { useInbox } from './use-inbox.ts';

type Props = { readonly items: readonly InboxItemDTO[]; readonly waiting: number; readonly empty: ReactNode };

/** What waits for a decision, row by row and by keyboard. It stays where nothing waits any more: the last decision can be taken back. */
export function Inbox({ items, waiting, empty }: Props) {
  const t = useTranslations('inbox');
  const inbox = useInbox(items);
  const { at, picked } = inbox;
  if (items.length === 0) return empty;
  return (
    <section aria-label={t('list', { count: waiting })}>
      <div className="sticky top-13.5 z-10 -mx-1 flex min-h-12 flex-wrap items-center gap-x-4 gap-y-2 bg-paper px-1 py-1.5">
        <p role="status" className="figures text-sm text-soft">
          {picked.size > 0 ? t('picked', { count: picked.size }) : t('list', { count: waiting })}
        </p>
        {picked.size > 0 ? (
          <div className="ms-auto flex flex-wrap gap-2">
            <Button size="small" variant="quiet" onPress={inbox.unpick}>
              {t('unpick')}
            </Button>
            <CommandButton size="small" command="inbox.dismiss" isPending={inbox.isPending}>
              {t('dismissMany', { count: picked.size })}
            </CommandButton>
            <CommandButton size="small" variant="prime" command="inbox.accept" isPending={inbox.isPending}>
              {t('acceptMany', { count: picked.size })}
            </CommandButton>
          </div>
        ) : null}
      </div>
      <ul className="border-t border-rule">
        {items.map((item) => (
          <InboxRow
            key={item.id}
            item={item}
            isAt={item.id === at}
            isPicked={picked.has(item.id)}
            onPick={() => inbox.pick(item.id)}
            onHere={() => inbox.goTo(item.id)}
            onAccept={() => inbox.accept([item])}
            onDismiss={() => inbox.dismiss([item])}
          />
        ))}
      </ul>
      <div className="mt-4 overflow-hidden rounded-md">
        <KeyBar
          items={[
            { commands: ['inbox.next', 'inbox.previous'], label: t('keys.move') },
            { commands: ['inbox.accept'], label: t('keys.accept') },
            { commands: ['inbox.dismiss'], label: t('keys.dismiss') },
            { commands: ['inbox.pick'], label: t('keys.pick') },
            { commands: ['undo'], label: t('keys.undo') },
            { commands: ['help'], label: t('keys.all') },
          ]}
        />
      </div>
    </section>
  );
}
