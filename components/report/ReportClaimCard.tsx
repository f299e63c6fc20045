import { useFormatter, useTranslations } from 'next-intl';
import { outcomeOf, type ReportClaim, type ReportEvidence, type ReportVerdict } from '#lib/exports/model.ts';
import { cx } from '../ui/cx.ts';
import { StateGlyph } from '../ui/StateGlyph.tsx';
import { stateColour } from '../ui/states.ts';

const settledWords = { one: 'settledOne', two: 'settledTwo', third: 'settledThird' } as const;

/** One claim with its outcome, its evidence and everybody's verdict. */
export function ReportClaimCard({ claim }: { claim: ReportClaim }) {
  const t = useTranslations('report');
  const claimant = claim.claimant.kind === 'author' ? t('claimantAuthor') : claim.claimant.name;
  const via = claim.claimant.via ? t('via', { name: claim.claimant.via }) : null;
  const about = [
    `${t('claimant')}: ${[claimant, via].filter(Boolean).join(', ')}`,
    claim.proposedByMachine ? t('proposed') : null,
  ];
  return (
    <section id={`claim-${claim.number}`} className="mt-5 border-t border-rule pt-4 print:break-inside-avoid">
      <h3 className="flex items-start gap-2.5">
        <span className={cx('mt-1.5 text-(--state)', stateColour(claim.mark))}>
          <StateGlyph state={claim.mark} className="size-4" />
        </span>
        <span className="font-serif text-xl leading-snug font-medium">
          <span className="figures text-soft">{claim.number}. </span>
          {claim.statement}
        </span>
      </h3>
      <p className="mt-1.5 text-base font-semibold">
        {outcomeOf(claim)}
        {claim.settledBy ? (
          <span className="font-normal text-soft"> · {t('settledBy', { who: t(settledWords[claim.settledBy]) })}</span>
        ) : null}
      </p>
      <blockquote className="mt-1.5 border-s-2 border-rule ps-3 font-serif text-soft">“{claim.quote}”</blockquote>
      {claim.start === null ? <p className="mt-1 text-sm text-wrong">{t('lost')}</p> : null}
      <p className="mt-1.5 text-sm text-soft">{about.filter(Boolean).join(' · ')}</p>
      {claim.excluded ? (
        <p className="mt-1.5 text-sm">
          {t('excluded', { name: claim.excluded.by.name, reason: claim.excluded.reason })}
        </p>
      ) : (
        <>
          {claim.evidence.length === 0 ? (
            <p className="mt-2 text-sm text-soft">{t('noEvidence')}</p>
          ) : (
            <ol className="mt-2 flex flex-col gap-1.5">
              {claim.evidence.map((item) => (
                <Evidence key={item.number} item={item} />
              ))}
            </ol>
          )}
          {claim.verdicts.length === 0 ? (
            <p className="mt-2 text-sm text-soft">
              {claim.progress === 'awaiting_second_reader' ? t('hiddenVerdict') : t('noVerdict')}
            </p>
          ) : (
            claim.verdicts.map((verdict) => (
              <Verdict
                key={`${verdict.seat} ${verdict.at}`}
                verdict={verdict}
                // A verdict that stands alone is the outcome, which the head of the card has said.
                isSaid={claim.verdicts.length === 1 && verdict.rating.label === outcomeOf(claim)}
              />
            ))
          )}
          {claim.stale ? <p className="mt-2 text-sm text-stale">{t('stale')}</p> : null}
        </>
      )}
    </section>
  );
}

function Evidence({ item }: { item: ReportEvidence }) {
  const t = useTranslations('report');
  const evidence = useTranslations('evidence');
  const { source } = item;
  const stance =
    item.stance === 'supports' || item.stance === 'refutes' || item.stance === 'context'
      ? evidence(item.stance)
      : t('stanceHidden');
  const whence = [
    source.author,
    source.publisher,
    source.publishedOn,
    source.tier,
    item.locator,
    item.means,
    item.consultedOn,
  ];
  return (
    <li className={cx('grid grid-cols-[2rem_1fr] text-sm', item.withdrawn && 'text-faint')}>
      <span className="figures font-semibold text-soft">[{item.number}]</span>
      <div>
        <p>
          <span className="font-medium">{source.title}</span> · {item.withdrawn ? t('withdrawn') : stance}
        </p>
        {item.quote ? <p className="font-serif">“{item.quote}”</p> : null}
        {item.note ? <p>{item.note}</p> : null}
        <p className="text-xs text-soft">{whence.filter(Boolean).join(' · ')}</p>
        {source.link ? (
          <p className="text-xs break-all">
            <a href={source.link} rel="noreferrer noopener" className="text-focus hover:underline">
              {source.link}
            </a>
          </p>
        ) : null}
      </div>
    </li>
  );
}

function Verdict({ verdict, isSaid }: { verdict: ReportVerdict; isSaid: boolean }) {
  const t = useTranslations('report');
  const format = useFormatter();
  const when = (at: string) => format.dateTime(new Date(at), 'moment');
  const ended =
    verdict.ended === null
      ? null
      : verdict.ended.how === 'superseded'
        ? t('superseded')
        : t('withdrawnVerdict', { reason: verdict.ended.reason ?? '' });
  return (
    <div className={cx('mt-2.5 border-s-2 border-rule ps-3 text-sm', verdict.ended && 'text-faint')}>
      <p className="text-xs text-soft">
        {t('seat', { seat: String(verdict.seat), name: verdict.by.name, when: when(verdict.at) })}
        {ended ? ` · ${ended}` : null}
      </p>
      {isSaid ? null : <p className="font-semibold">{verdict.rating.label}</p>}
      {verdict.attributionFinding ? <Finding finding={verdict.attributionFinding} /> : null}
      <p className="font-serif text-base whitespace-pre-line">{verdict.rationale}</p>
      {verdict.fix ? (
        <p className="mt-1">{t('fix', { state: verdict.fix.state, words: verdict.fix.replacement })}</p>
      ) : null}
      {verdict.override ? (
        <p className="mt-1">{t('override', { name: verdict.override.by.name, reason: verdict.override.reason })}</p>
      ) : null}
      {verdict.signedOff ? (
        <p className="mt-1 text-stands">
          ✓ {t('signedOff', { name: verdict.signedOff.by.name, when: when(verdict.signedOff.at) })}
        </p>
      ) : null}
    </div>
  );
}

const findings = ['exact', 'fair_paraphrase', 'distorted', 'misattributed', 'not_established'] as const;

function Finding({ finding }: { finding: string }) {
  const t = useTranslations('verdict');
  const known = findings.find((item) => item === finding);
  return known ? <p className="text-soft">{t(`findings.${known}`)}</p> : null;
}
