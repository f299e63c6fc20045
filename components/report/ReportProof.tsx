import { useTranslations } from 'next-intl';
import { maskedEvidence, type ReportModel } from '#lib/exports/model.ts';

/** What it takes to check that this report and the records behind it are what they were. */
export function ReportProof({ model, digest }: { model: ReportModel; digest: string }) {
  const t = useTranslations('report');
  const masked = maskedEvidence(model);
  return (
    <section className="mt-10 border-t border-rule pt-4 text-xs text-soft">
      <h2 className="text-sm font-semibold text-ink">{t('proof')}</h2>
      {masked === 0 ? null : <p className="mt-2 max-w-prose text-pretty">{t('maskedNote', { count: masked })}</p>}
      <dl className="figures mt-2 grid gap-2 break-all">
        <div>
          <dt>{t('digestNote')}</dt>
          <dd className="text-ink">{digest}</dd>
        </div>
        <div>
          <dt>{t('textNote')}</dt>
          <dd className="text-ink">{model.article.sha256}</dd>
        </div>
        <div>
          <dt>{t('headsNote')}</dt>
          {model.heads.map((head) => (
            <dd key={head.chain} className="text-ink">
              {head.chain === 'desk' ? t('chainDesk') : t('chainArticle')} · {head.sequence} · {head.hash}
            </dd>
          ))}
        </div>
      </dl>
      <h2 className="mt-4 text-sm font-semibold text-ink">{t('scale')}</h2>
      <dl className="mt-1 grid gap-1">
        {model.scale.map((rating) => (
          <div key={rating.key}>
            <dt className="inline font-semibold text-ink">{rating.label}: </dt>
            <dd className="inline">{rating.description}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
