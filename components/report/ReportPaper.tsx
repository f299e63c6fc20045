import { useFormatter, useTranslations } from 'next-intl';
import { outcomeWords, type ReportModel } from '#lib/exports/model.ts';
import type { LaterReport } from '#lib/reports/types.ts';
import { CoverageBar } from '../ui/CoverageBar.tsx';
import { Link } from '../ui/Link.tsx';
import { ReportArticle } from './ReportArticle.tsx';
import { ReportClaimCard } from './ReportClaimCard.tsx';
import { ReportProof } from './ReportProof.tsx';

export type ReportPaperProps = {
  readonly report: {
    readonly model: ReportModel;
    readonly digest: string;
    readonly newerRevision: number | null;
    readonly later: LaterReport | null;
  };
};

/** A frozen report as a page for reading and for paper. Draws from the frozen model alone. */
export function ReportPaper({ report }: ReportPaperProps) {
  const t = useTranslations('report');
  const format = useFormatter();
  const { model } = report;
  const { article, coverage } = model;
  const day = article.publishedOn
    ? format.dateTime(new Date(`${article.publishedOn}T00:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' })
    : null;
  const words = t('coverage', coverage);
  return (
    <article className="report">
      <p className="text-sm text-soft">{t('kicker', { desk: model.desk, number: model.number })}</p>
      <h1 className="mt-1 font-serif text-3xl leading-tight font-semibold text-balance">{article.headline}</h1>
      <p className="mt-2 text-sm text-soft">{[article.outlet, article.byline, day].filter(Boolean).join(' · ')}</p>
      <p className="mt-1 text-sm text-soft">
        {t('checked', { number: article.revision })} ·{' '}
        {t('frozenBy', { name: model.frozenBy.name, when: format.dateTime(new Date(model.frozenAt), 'moment') })}
      </p>
      {report.later ? <Superseded later={report.later} /> : null}
      {report.newerRevision === null ? null : (
        <p className="mt-3 rounded-md border border-stale/60 px-3 py-2 text-sm">
          {t('newer', { number: report.newerRevision })}
        </p>
      )}
      {model.correction ? (
        <section className="mt-4 border-s-2 border-wrong ps-3">
          <h2 className="text-sm font-semibold">{t('correction')}</h2>
          <p className="font-serif whitespace-pre-line">{model.correction}</p>
          {model.supersedes ? (
            <p className="text-xs text-soft">{t('corrects', { number: model.supersedes.number })}</p>
          ) : null}
        </section>
      ) : null}
      <Summary model={model} />
      <div className="mt-3 flex items-center gap-3 text-sm text-soft">
        <CoverageBar label={words} total={coverage.total} parts={[{ state: 'stands', count: coverage.read }]} />
        {words}
      </div>
      <h2 className="mt-8 font-serif text-2xl font-semibold">{t('claims')}</h2>
      {model.claims
        .filter((claim) => !claim.excluded)
        .map((claim) => (
          <ReportClaimCard key={claim.id} claim={claim} model={model} />
        ))}
      <LeftOut model={model} />
      <Former model={model} />
      <Unlooked model={model} />
      <h2 className="mt-10 font-serif text-2xl font-semibold">{t('article')}</h2>
      <ReportArticle model={model} />
      <ReportProof model={model} digest={report.digest} />
    </article>
  );
}

/** How many claims came out how, the worst first; the unchecked are never left out. */
function Summary({ model }: { model: ReportModel }) {
  const t = useTranslations('report');
  const outcomes = Map.groupBy(model.claims, outcomeWords);
  const rank = (name: string) => {
    const at = model.scale.findIndex((rating) => rating.label === name);
    return at === -1 ? model.scale.length : at;
  };
  const rows = [...outcomes].sort(([a], [b]) => rank(a) - rank(b));
  return (
    <section className="mt-5 border-y border-rule py-3">
      <h2 className="sr-only">{t('summary')}</h2>
      <dl className="flex flex-wrap gap-x-6 gap-y-2">
        {rows.map(([name, claims]) => (
          <div key={name} className="flex flex-col-reverse">
            <dt className="text-xs text-soft">{name}</dt>
            <dd className="figures font-serif text-2xl leading-none">{claims.length}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** That another report has taken this one's place, and what was wrong. The report itself stays as it was. */
function Superseded({ later }: { later: LaterReport }) {
  const t = useTranslations('report');
  const format = useFormatter();
  const when = (at: string) => format.dateTime(new Date(at), 'moment');
  return (
    <section className="mt-3 rounded-md border border-wrong/60 px-3 py-2 text-sm">
      <p>
        {t('later', { when: when(later.createdAt) })}{' '}
        <Link href={`/reports/${later.id}`}>{t('row', { number: later.number })}</Link>
      </p>
      {later.corrections.map(({ note, at }) => (
        <p key={at} className="mt-1 font-serif whitespace-pre-line">
          <span className="font-sans text-xs text-soft">{t('correctionOf', { when: when(at) })} </span>
          {note}
        </p>
      ))}
    </section>
  );
}

/** Claims that were judged and are no longer there: a dispute does not go away by being divided. */
function Former({ model }: { model: ReportModel }) {
  const t = useTranslations('report');
  if (model.formerClaims.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="font-serif text-2xl font-semibold">{t('former')}</h2>
      {model.formerClaims.map((claim) => (
        <ReportClaimCard key={claim.id} claim={claim} model={model} />
      ))}
    </section>
  );
}

/** Sentences of minor claims that nobody has looked at: neither read nor unread, and said to be so. */
function Unlooked({ model }: { model: ReportModel }) {
  const t = useTranslations('report');
  const { minorSentences, article } = model;
  if (minorSentences.length === 0) return null;
  return (
    <section className="mt-8 border-t border-rule pt-4">
      <h3 className="text-base font-semibold">{t('unlooked', { count: minorSentences.length })}</h3>
      <ul className="mt-2 flex flex-col gap-1 font-serif text-sm">
        {minorSentences.map(({ start, end }) => (
          <li key={start}>{article.text.slice(start, end)}</li>
        ))}
      </ul>
    </section>
  );
}

/** What a person left out, in a line each: kept in sight, out of the way. */
function LeftOut({ model }: { model: ReportModel }) {
  const t = useTranslations('report');
  const excluded = model.claims.filter((claim) => claim.excluded);
  if (excluded.length === 0) return null;
  return (
    <section className="mt-8 border-t border-rule pt-4">
      <h3 className="text-base font-semibold">{t('leftOut', { count: excluded.length })}</h3>
      <ol className="mt-2 flex flex-col gap-1.5 text-sm">
        {excluded.map((claim) => (
          <li key={claim.id} id={`claim-${claim.number}`} className="grid grid-cols-[2rem_1fr]">
            <span className="figures text-soft">{claim.number}.</span>
            <span>
              <span className="block font-serif">{claim.statement}</span>
              <span className="text-soft">
                {t('excluded', { name: claim.excluded?.by.name ?? '', reason: claim.excluded?.reason ?? '' })}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
