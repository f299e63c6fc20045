import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/Link.tsx';
import type { NamingDTO } from '#lib/workbench/types-names.ts';

const addressOf = ({ kind, id, articleId, number }: NamingDTO): string => {
  if (kind === 'report') return `/reports/${id}`;
  if (kind === 'capture') return `/captures/${id}`;
  return number === null || kind === 'article' ? `/articles/${articleId}` : `/articles/${articleId}?claim=${number}`;
};

/** What already names a confidential source, each a way to where somebody can act; or the way to look for it. */
export function Naming({ sourceId, naming }: { sourceId: string; naming: readonly NamingDTO[] | null }) {
  const t = useTranslations('sources');
  if (naming === null)
    return (
      <p className="border-t border-rule pt-2.5 text-sm text-pretty text-soft">
        {t('namesLead')} <Link href={`/sources/${sourceId}?names=1#names`}>{t('namesLook')}</Link>
      </p>
    );
  if (naming.length === 0) return <p className="border-t border-rule pt-2.5 text-sm text-soft">{t('namesNone')}</p>;
  return (
    <>
      <p className="mb-2.5 max-w-prose text-sm text-pretty text-soft">{t('namesFound')}</p>
      <ul className="border-b border-rule text-sm">
        {naming.map((item) => (
          <li key={`${item.kind} ${item.id}`} className="border-t border-rule py-2 wrap-anywhere">
            <Link href={addressOf(item)}>{t(`names.${item.kind}`, { number: item.number ?? 0 })}</Link>{' '}
            <span className="text-soft">{item.title}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
