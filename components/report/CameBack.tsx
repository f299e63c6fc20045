import { useTranslations } from 'next-intl';
import { Link } from '../ui/Link.tsx';

/** Where a writer's copy is brought back. */
export function CameBack({ articleId }: { articleId: string }) {
  const t = useTranslations('report');
  return (
    <section className="mt-8 text-sm">
      <h2 className="font-semibold">{t('copy')}</h2>
      <p className="mb-1.5 max-w-2xl text-pretty text-soft">{t('copyLead')}</p>
      <Link href={`/articles/${articleId}/return`}>{t('copyBack')}</Link>
    </section>
  );
}
