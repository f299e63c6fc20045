import { useFormatter, useTranslations } from 'next-intl';
import type { EventDTO } from '#lib/history/types.ts';
import { EraseButton } from './EraseButton.tsx';
import { changesIn, numbersIn, textIn, unnamedWords, wordsIn } from './event-words.ts';
import { WordDiff } from './WordDiff.tsx';

/** Whether there is something that could be erased; what an erasure says of itself stays. */
const hasDetail = ({ detail, action }: EventDTO): boolean =>
  detail !== null && Object.keys(detail).length > 0 && action !== 'history.erased';

/** One step of the history as a sentence, with what it changed before and after. */
export function EventItem({ event, mayErase }: { event: EventDTO; mayErase: boolean }) {
  const t = useTranslations('history');
  const format = useFormatter();
  const name = event.actor.guest
    ? t('guest', { name: event.actor.name })
    : event.actor.name === 'machine'
      ? t('machine')
      : event.actor.name === 'command'
        ? t('command')
        : event.actor.name;
  const did =
    event.hidden === null
      ? t(wordsIn(event), numbersIn(event))
      : event.hidden === 'unnamed'
        ? t(unnamedWords(event), numbersIn(event))
        : t(event.action.startsWith('verdict') ? 'did.verdict-hidden' : 'did.other');
  const said = textIn(event);
  return (
    <li className="grid grid-cols-[1fr_auto] gap-x-4 border-t border-rule py-3 text-sm page:grid-cols-[9rem_1fr_auto]">
      <time dateTime={event.at} className="figures col-span-2 text-xs leading-5 text-soft page:col-span-1">
        {format.dateTime(new Date(event.at), 'moment')}
      </time>
      <div className="min-w-0">
        <p>
          <span className="font-semibold">{name}</span> {did}
        </p>
        {event.hidden === 'masked' ? <p className="text-soft italic">{t('hidden')}</p> : null}
        {event.hidden === 'unnamed' ? <p className="text-soft italic">{t('unnamed')}</p> : null}
        {event.hidden === 'erased' ? <p className="text-soft italic">{t('erased')}</p> : null}
        {said === null ? null : <p className="mt-0.5 font-serif text-base whitespace-pre-line">{said}</p>}
        {changesIn(event).map((change) => (
          <div key={change.field} className="mt-1">
            <span className="text-xs text-soft">{t(`fields.${change.label}`)}</span>
            <p className="font-serif text-base">
              <WordDiff before={change.before} after={change.after} />
            </p>
          </div>
        ))}
      </div>
      {mayErase && hasDetail(event) ? <EraseButton chain={event.chain} sequence={event.sequence} /> : null}
    </li>
  );
}
