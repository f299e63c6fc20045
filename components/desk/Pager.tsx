import { useTranslations } from 'next-intl';
import { ButtonLink } from '../ui/Link.tsx';

export type PagerProps = {
  readonly path: string;
  /** What else the address asks for. */
  readonly asked: Readonly<Record<string, string>>;
  readonly after: string | null;
  readonly next: string | null;
};

/** On to the next page of a list, and back to its beginning. */
export function Pager({ path, asked, after, next }: PagerProps) {
  const t = useTranslations('articles');
  if (after === null && next === null) return null;
  const addressOf = (more: Record<string, string>) => {
    const search = new URLSearchParams({ ...asked, ...more });
    return search.size > 0 ? `${path}?${search}` : path;
  };
  return (
    <nav aria-label={t('pages')} className="mt-6 flex gap-2">
      {after === null ? null : <ButtonLink href={addressOf({})}>{t('firstPage')}</ButtonLink>}
      {next === null ? null : <ButtonLink href={addressOf({ after: next })}>{t('nextPage')}</ButtonLink>}
    </nav>
  );
}
