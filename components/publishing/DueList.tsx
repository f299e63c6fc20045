import { useTranslations } from 'next-intl';
import type { CorrectionDue } from '#lib/publishing/types.ts';
import { Link, PlainLink } from '../ui/Link.tsx';
import { Badge } from '../ui/Tag.tsx';

/** On the desk: published reports of which a verdict has changed. */
export function DueList({ due }: { readonly due: readonly CorrectionDue[] }) {
  const t = useTranslations('publishing');
  if (due.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 flex items-center gap-2 text-sm font-semibold text-soft">
        {t('dueTitle')}
        <Badge>{due.length}</Badge>
      </h2>
      <ul className="border-b border-rule">
        {due.map(({ articleId, headline, changed }) => (
          <li key={articleId} className="border-t border-rule py-1.5">
            <PlainLink
              href={`/articles/${articleId}/report`}
              className="-mx-2 block rounded-md px-2 py-1.5 hover:bg-wash hover:no-underline"
            >
              <span className="line-clamp-2 font-serif leading-snug">{headline}</span>
              <span className="mt-0.5 block text-xs text-soft">{t('dueCount', { count: changed.length })}</span>
            </PlainLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** On an article: one line that leads to what is to be decided. */
export function DueStrip({ due }: { readonly due: readonly CorrectionDue[] }) {
  const t = useTranslations('publishing');
  const [one] = due;
  if (!one) return null;
  return (
    <p className="screen-only flex items-center justify-center gap-3 border-b border-rule bg-sel px-4 py-1.5 text-sm">
      {t('dueCount', { count: one.changed.length })}{' '}
      <Link href={`/articles/${one.articleId}/report`}>{t('dueLook')}</Link>
    </p>
  );
}
