import { useTranslations } from 'next-intl';

/** What was kept of the source. */
export function SourceCaptures({ captures }: { captures: readonly { readonly id: string }[] }) {
  const t = useTranslations('sources');
  if (captures.length === 0) return <p className="border-t border-rule pt-2.5 text-sm text-soft">{t('noCaptures')}</p>;
  return null;
}
