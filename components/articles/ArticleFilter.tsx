import { useTranslations } from 'next-intl';
import { ListSearch } from '../desk/ListSearch.tsx';
import { cx } from '../ui/cx.ts';
import { PlainLink } from '../ui/Link.tsx';

/** Searches the list, and parts what is in work from the archive. */
export function ArticleFilter({ words, archived }: { words: string; archived: boolean }) {
  const t = useTranslations('articles');
  const addressOf = (isArchive: boolean) => {
    const search = new URLSearchParams({ ...(words && { q: words }), ...(isArchive && { archived: '1' }) });
    return search.size > 0 ? `/articles?${search}` : '/articles';
  };
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-3">
      <ListSearch label={t('search')} className="min-w-56 flex-1 page:max-w-md" />
      <nav aria-label={t('which')} className="flex gap-1">
        {[false, true].map((isArchive) => (
          <PlainLink
            key={String(isArchive)}
            href={addressOf(isArchive)}
            aria-current={isArchive === archived ? 'page' : undefined}
            className={cx(
              'inline-flex min-h-8 items-center rounded-md px-2.5 text-sm hover:bg-wash hover:no-underline',
              isArchive === archived ? 'bg-wash font-semibold text-ink' : 'text-soft hover:text-ink',
            )}
          >
            {t(isArchive ? 'archived' : 'inWork')}
          </PlainLink>
        ))}
      </nav>
    </div>
  );
}
