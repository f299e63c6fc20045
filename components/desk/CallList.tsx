import { useFormatter, useTranslations } from 'next-intl';
import { PlainLink } from '#components/ui/Link.tsx';
import { Badge } from '#components/ui/Tag.tsx';
import type { DeskDTO } from '#lib/workbench/types-lists.ts';

/** Comments that call the reader by name, until they answer or the thread is resolved. */
export function CallList({ calls }: { calls: DeskDTO['calls'] }) {
  const t = useTranslations('desk');
  const format = useFormatter();
  if (calls.rows.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 flex items-center gap-2 text-sm font-semibold text-soft">
        {t('calls')}
        <Badge>{calls.more ? t('atLeast', { count: calls.rows.length }) : calls.rows.length}</Badge>
      </h2>
      <ul className="border-b border-rule">
        {calls.rows.map(({ id, body, by, isGuest, at, articleId, headline, claimNumber }) => (
          <li key={id} className="border-t border-rule py-1.5">
            <PlainLink
              href={`/articles/${articleId}${claimNumber === null ? '' : `?claim=${claimNumber}`}`}
              className="-mx-2 block rounded-md px-2 py-1.5 hover:bg-wash hover:no-underline"
            >
              <span className="block text-xs text-soft">
                {t(isGuest ? 'callByGuest' : 'callBy', { name: by, when: format.dateTime(new Date(at), 'moment') })}
              </span>
              <span className="line-clamp-2 text-sm">{body}</span>
              <span className="mt-0.5 block truncate text-xs text-soft">
                {claimNumber === null ? headline : t('callOn', { number: claimNumber, headline })}
              </span>
            </PlainLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
