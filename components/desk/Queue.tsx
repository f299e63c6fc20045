import { useTranslations } from 'next-intl';
import { DueNote } from '#components/articles/DueNote.tsx';
import { cx } from '#components/ui/cx.ts';
import { ButtonLink, PlainLink } from '#components/ui/Link.tsx';
import { StateMark } from '#components/ui/StateMark.tsx';
import { Badge } from '#components/ui/Tag.tsx';
import type { QueueDTO, QueueGroupDTO } from '#lib/workbench/types-lists.ts';

const addressOf = (articleId: string, claimNumber: number) => `/articles/${articleId}?claim=${claimNumber}`;

export type QueueProps = {
  readonly title: string;
  readonly queue: QueueDTO;
  /** What stands here when nothing waits; without it an empty queue is left out. */
  readonly empty?: string;
  /** Room for the article's deadline and a button that leads on. */
  readonly isMain?: boolean;
  /** Its first article is what this person does next. */
  readonly isNext?: boolean;
};

/** Claims that wait for something, by article, each leading to its place in the text. */
export function Queue({ title, queue, empty, isMain = false, isNext = false }: QueueProps) {
  const t = useTranslations('desk');
  if (queue.groups.length === 0 && empty === undefined) return null;
  return (
    <section>
      <h2 className="mb-2 flex items-center gap-2 text-sm font-semibold text-soft">
        {title}
        {queue.count > 0 ? <Badge>{queue.more ? t('atLeast', { count: queue.count }) : queue.count}</Badge> : null}
      </h2>
      {queue.groups.length === 0 ? (
        <p className="border-t border-rule pt-2.5 text-sm text-soft">{empty}</p>
      ) : (
        <ul className="border-b border-rule">
          {queue.groups.map((group, i) => (
            <Group key={group.article.id} group={group} isMain={isMain} isNext={isNext && i === 0} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Group({ group, isMain, isNext }: { group: QueueGroupDTO; isMain: boolean; isNext: boolean }) {
  const t = useTranslations('desk');
  const { article, claims, count } = group;
  const [next] = claims;
  const left = count - claims.length;
  return (
    <li className="border-t border-rule py-3.5">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h3
          className={cx(
            'min-w-0 flex-1 basis-60 font-medium',
            isMain ? 'font-serif text-xl leading-snug' : 'text-sm text-pretty',
          )}
        >
          <PlainLink href={`/articles/${article.id}`}>{article.headline}</PlainLink>
        </h3>
        {isMain ? <DueNote dueAt={article.dueAt} /> : null}
      </div>
      <ul className={cx('flex flex-col', isMain ? 'mt-2 gap-0.5' : 'mt-1')}>
        {claims.map((claim) => (
          <li key={claim.id}>
            <PlainLink
              href={addressOf(article.id, claim.number)}
              className="-mx-2 flex items-baseline gap-2.5 rounded-md px-2 py-1.5 hover:bg-wash hover:no-underline"
            >
              <StateMark state={claim.mark} words="said" className="translate-y-0.5" />
              <span className="line-clamp-2 min-w-0 flex-1 font-serif leading-snug">{claim.statement}</span>
              <span className="figures text-xs text-faint">
                <span className="sr-only">{t('claim', { number: claim.number })}</span>
                <span aria-hidden="true">{claim.number}</span>
              </span>
            </PlainLink>
          </li>
        ))}
      </ul>
      {left > 0 || isMain ? (
        <div className="mt-1.5 flex items-center gap-4">
          {isMain && next ? (
            <ButtonLink
              size="small"
              variant={isNext ? 'prime' : 'plain'}
              href={addressOf(article.id, next.number)}
              aria-label={t('continueWith', { headline: article.headline })}
            >
              {t('continue')}
            </ButtonLink>
          ) : null}
          {left > 0 ? <span className="text-xs text-soft">{t('more', { count: left })}</span> : null}
        </div>
      ) : null}
    </li>
  );
}
