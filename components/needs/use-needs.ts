'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDeed } from '#components/people/use-deed.ts';
import { useCommands } from '#components/shell/use-commands.ts';
import { bringIntoView, isInView } from '#components/ui/in-view.ts';
import { toast } from '#components/ui/toast.ts';
import { useRowWalk } from '#components/ui/use-row-walk.ts';
import { markNeeds } from '#lib/needs/actions.ts';
import type { NeedDTO } from '#lib/needs/types.ts';
import { addressOf } from './need-words.ts';

/** Which item the keys act on, and what is said of it. The last that was said can be taken back. */
export function useNeeds(items: readonly NeedDTO[]) {
  const t = useTranslations('needs');
  const format = useFormatter();
  const router = useRouter();
  const { run, isPending } = useDeed();
  const { at, setAt, index, walk, rowOf } = useRowWalk(items, 'need-');
  const [laterOf, setLaterOf] = useState<string | null>(null);
  const [undone, setUndone] = useState<NeedDTO | null>(null);

  const back = (item: NeedDTO) =>
    run(
      () => markNeeds({ parts: item.parts, as: item.stand, until: item.until }),
      () => {
        setUndone(null);
        toast(t('isTaken'));
      },
    );
  const say = (item: NeedDTO, as: 'done' | 'later' | 'new', until: string | null, words: string) =>
    run(
      () => markNeeds({ parts: item.parts, as, until }),
      () => {
        setUndone(item);
        toast({ text: words, action: { label: t('undo'), run: () => back(item) } });
      },
    );
  const finish = (item: NeedDTO) => say(item, 'done', null, t('isDone'));
  const putOff = (item: NeedDTO, until: string) =>
    say(item, 'later', until, t('isLater', { when: format.dateTime(new Date(until), 'moment') }));
  const bringBack = (item: NeedDTO) => say(item, 'new', null, t('isBack'));
  const turn = (item: NeedDTO) =>
    run(
      () => markNeeds({ parts: item.parts, as: item.stand === 'new' ? 'read' : 'new' }),
      () => undefined,
    );
  /** On the way to where it stands: it has been read then. What could not be noted is only new once more. */
  const noteOpened = (item: NeedDTO) => {
    if (item.stand === 'new') void markNeeds({ parts: item.parts, as: 'read' }).catch(() => undefined);
  };

  /** What a key acts on: the item it stands at, where that is before the reader's eyes. */
  const here = items[index];
  const meant = (deed: (item: NeedDTO) => void) => () => {
    const row = here && rowOf(here.id);
    if (!here || !row || isPending) return;
    if (isInView(row)) deed(here);
    else bringIntoView(row);
  };
  useCommands({
    'needs.next': index < items.length - 1 ? () => walk(1) : undefined,
    'needs.previous': index > 0 ? () => walk(-1) : undefined,
    'needs.open': here
      ? () => {
          noteOpened(here);
          router.push(addressOf(here));
        }
      : undefined,
    'needs.done': here && here.stand !== 'done' ? meant(finish) : undefined,
    'needs.later': here ? meant(({ id }) => setLaterOf(id)) : undefined,
    'needs.read': here && here.stand !== 'done' && here.stand !== 'later' ? meant(turn) : undefined,
    undo: undone === null ? undefined : () => back(undone),
  });
  return { at, goTo: setAt, laterOf, setLaterOf, finish, putOff, bringBack, noteOpened };
}
