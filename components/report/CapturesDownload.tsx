import { useTranslations } from 'next-intl';

/** The captures of an article's sources as a file. A plain link: the browser saves what comes, as it comes. */
export function CapturesDownload({ articleId }: { articleId: string }) {
  const t = useTranslations('report');
  return (
    <section className="mt-8 text-sm">
      <h2 className="font-semibold">{t('captures')}</h2>
      <p className="mb-1.5 max-w-2xl text-pretty text-soft">{t('capturesLead')}</p>
      <a
        href={`/api/articles/${articleId}/captures`}
        download
        className="text-focus underline decoration-current/40 underline-offset-3 hover:decoration-current"
      >
        {t('capturesTake')}
      </a>
    </section>
  );
}
