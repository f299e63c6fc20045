import { useTranslations } from 'next-intl';
import type { EventDTO } from '#lib/history/types.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ButtonLink } from '../ui/Link.tsx';
import { EventItem } from './EventItem.tsx';

export type HistoryEventsProps = {
  readonly events: readonly EventDTO[];
  readonly more: boolean;
  readonly mayErase: boolean;
  /** Where this page stands, and what it is filtered by: the address of older events is made of them. */
  readonly path: string;
  readonly asked: Readonly<Record<string, string | undefined>>;
};

/** Events one under the other, newest first, and the way to older ones. */
export function HistoryEvents({ events, more, mayErase, path, asked }: HistoryEventsProps) {
  const t = useTranslations('history');
  const last = events.at(-1);
  const older = new URLSearchParams(
    Object.entries({ ...asked, before: String(last?.sequence) }).flatMap(([k, v]) => (v ? [[k, v]] : [])),
  );
  if (events.length === 0) return <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>;
  return (
    <>
      <ol>
        {events.map((event) => (
          <EventItem key={event.sequence} event={event} mayErase={mayErase} />
        ))}
      </ol>
      {more ? <ButtonLink href={`${path}?${older}`}>{t('older')}</ButtonLink> : null}
    </>
  );
}
