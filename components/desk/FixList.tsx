import { useTranslations } from 'next-intl';
import { PlainLink } from '#components/ui/Link.tsx';
import { Badge } from '#components/ui/Tag.tsx';
import type { DeskDTO } from '#lib/workbench/types-lists.ts';

/** Wordings that verdicts suggest, for who decides on them: what stands, and what would. */
export function FixList({ fixes }: { fixes: DeskDTO['fixes'] }) {
  const t = useTranslations('desk');
  if (fixes.rows.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 flex items-center gap-2 text-sm font-semibold text-soft">
        {t('fixes')}
        <Badge>{fixes.more ? t('atLeast', { count: fixes.rows.length }) : fixes.rows.length}</Badge>
      </h2>
      <ul className="border-b border-rule">
        {fixes.rows.map((fix) => (
          <li key={fix.id} className="border-t border-rule py-1.5">
            <PlainLink
              href={`/articles/${fix.articleId}?claim=${fix.claimNumber}`}
              className="-mx-2 block rounded-md px-2 py-1.5 hover:bg-wash hover:no-underline"
            >
              {fix.quote === null ? null : (
                <del className="line-clamp-1 font-serif leading-snug text-soft decoration-wrong">{fix.quote}</del>
              )}
              <ins className="line-clamp-2 font-serif leading-snug no-underline">{fix.replacement}</ins>
              <span className="mt-0.5 block truncate text-xs text-soft">{fix.headline}</span>
            </PlainLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
