import { useFormatter, useTranslations } from 'next-intl';
import {
  outcomeWords,
  presentName,
  type ReportClaim,
  type ReportClosedQuery,
  type ReportEvidence,
  type ReportModel,
  type ReportQuery,
  type ReportVerdict,
  settlingVerdict,
  unmetWhenSettled,
  unmetWords,
} from '#lib/exports/model.ts';
import { isPlainFact } from '#lib/standing/rules.ts';
import { BASIS_PARTS } from '#lib/standing/types.ts';
import { WordDiff } from '../history/WordDiff.tsx';
import { cx } from '../ui/cx.ts';
import { StateGlyph } from '../ui/StateGlyph.tsx';
import { stateColour } from '../ui/states.ts';

const settledWords = { one: 'settledOne', two: 'settledTwo', third: 'settledThird' } as const;

/** One claim with its outcome, its evidence and everybody's verdict. */
export function ReportClaimCard({ claim, model }: { claim: ReportClaim; model: ReportModel }) {
  const t = useTranslations('report');
  const words = useTranslations('claim');
  const claimant = claim.claimant.kind === 'author' ? t('claimantAuthor') : claim.claimant.name;
  const via = claim.claimant.via ? t('via', { name: claim.claimant.via }) : null;
  const about = [
    `${t('claimant')}: ${[claimant, via].filter(Boolean).join(', ')}`,
    isPlainFact(claim) ? null : statedAs(words, claim),
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
        {outcomeWords(claim)}
        {claim.settledBy ? (
          <span className="font-normal text-soft"> · {t('settledBy', { who: t(settledWords[claim.settledBy]) })}</span>
        ) : null}
      </p>
      <blockquote className="mt-1.5 border-s-2 border-rule ps-3 font-serif text-soft">“{claim.quote}”</blockquote>
      {claim.start === null ? <p className="mt-1 text-sm text-wrong">{t('lost')}</p> : null}
      <p className="mt-1.5 text-sm text-soft">{about.filter(Boolean).join(' · ')}</p>
      {claim.isWordingOpen ? <p className="mt-1 text-sm text-stale">{t('wordingOpen')}</p> : null}
      {unmetWhenSettled(claim).map((unmet) => (
        <p key={unmet.rule} className="mt-1 text-sm text-stale">
          {t('unmet', { rule: unmetWords(unmet) })}
        </p>
      ))}
      <Became claim={claim} />
      <Queries claim={claim} />
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
                key={verdict.id}
                verdict={verdict}
                claim={claim}
                model={model}
                // A verdict that stands alone is the outcome, which the head of the card has said.
                isSaid={claim.verdicts.length === 1 && verdict.rating.label === outcomeWords(claim)}
              />
            ))
          )}
          {claim.stale ? <p className="mt-2 text-sm text-stale">{t('stale')}</p> : null}
        </>
      )}
    </section>
  );
}

/** "Stated as: possible, that it is not so". */
const statedAs = (t: ReturnType<typeof useTranslations<'claim'>>, { factuality, polarity }: ReportClaim): string =>
  `${t('factuality')}: ${t('factualityOf', { factuality: factuality ?? 'asserted', polarity: polarity ?? 'positive' })}`;

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
        {source.capture ? <Captured capture={source.capture} /> : null}
      </div>
    </li>
  );
}

/** What was kept of the source, by its hash, and who else bears witness to it. */
function Captured({ capture }: { capture: NonNullable<ReportEvidence['source']['capture']> }) {
  const t = useTranslations('report');
  const format = useFormatter();
  const moment = (at: string) => format.dateTime(new Date(at), 'moment');
  const { sha256, takenAt, erased, stamp, archived } = capture;
  return (
    <p className="text-xs wrap-anywhere text-soft">
      {[
        t('captured', { when: moment(takenAt) }),
        erased && t('captureErased'),
        `SHA-256 ${sha256}`,
        stamp && t('stamped', { name: stamp.by, when: moment(stamp.at) }),
      ]
        .filter(Boolean)
        .join(' · ')}
      {archived ? (
        <>
          {' · '}
          <a href={archived.address} rel="noreferrer noopener" className="text-focus hover:underline">
            {t('archived', { when: moment(archived.at) })}
          </a>
        </>
      ) : null}
    </p>
  );
}

/** What came of a claim that is no longer there itself. */
function Became({ claim }: { claim: ReportClaim }) {
  const t = useTranslations('report');
  if (claim.outcome === 'withdrawn')
    return <p className="mt-1.5 text-sm">{t('withdrawnClaim', { reason: claim.withdrawn?.reason ?? '' })}</p>;
  if (claim.outcome !== 'replaced') return null;
  return <p className="mt-1.5 text-sm">{t('became', { list: claim.became.map(({ number }) => number).join(', ') })}</p>;
}

/** Questions that waited for their answer when the report was made, and what came of others: the right of reply among them. */
function Queries({ claim }: { claim: ReportClaim }) {
  return [...claim.openQueries, ...claim.closedQueries].map((query) => <Query key={query.at} query={query} />);
}

function Query({ query }: { query: ReportQuery | ReportClosedQuery }) {
  const t = useTranslations('report');
  const format = useFormatter();
  const when = (at: string) => format.dateTime(new Date(at), 'moment');
  const closed = 'outcome' in query ? query : null;
  const { asked } = query;
  const parts = [
    t(closed ? 'queryWas' : 'query', { name: query.by.name, when: when(query.at) }),
    asked?.addressee && t('putTo', { addressee: asked.addressee }),
    asked?.whom,
    asked?.how,
    asked?.dueAt && t('answerBy', { when: when(asked.dueAt) }),
  ].filter((part) => typeof part === 'string');
  return (
    <div className={cx('mt-1.5 border-s-2 ps-3 text-sm', closed ? 'border-rule' : 'border-stale')}>
      <span className="text-xs text-soft">{parts.join(' · ')}</span>
      <p className="font-serif whitespace-pre-line">{query.body}</p>
      {closed?.outcome ? (
        <p>
          <span className="text-xs text-soft">
            {t('cameOfIt', { outcome: closed.outcome, when: when(closed.closedAt) })}
          </span>
          {closed.answer === null ? null : (
            <span className="block font-serif whitespace-pre-line">“{closed.answer}”</span>
          )}
        </p>
      ) : null}
    </div>
  );
}

type VerdictProps = {
  readonly verdict: ReportVerdict;
  readonly claim: ReportClaim;
  readonly model: ReportModel;
  readonly isSaid: boolean;
};

function Verdict({ verdict, claim, model, isSaid }: VerdictProps) {
  const t = useTranslations('report');
  const format = useFormatter();
  const when = (at: string) => format.dateTime(new Date(at), 'moment');
  const ended =
    verdict.ended === null
      ? null
      : verdict.ended.how === 'superseded'
        ? t('superseded')
        : t('withdrawnVerdict', { reason: verdict.ended.reason ?? '' });
  const now = presentName(model, verdict.by);
  const about = [
    t('seat', { seat: String(verdict.seat), name: verdict.by.name, when: when(verdict.at) }),
    now && t('nowNamed', { name: now }),
    // Where several are in force, which of them counts is said and not left to be worked out.
    claim.verdicts.length > 1 && settlingVerdict(claim) === verdict && t('settles'),
    ended,
  ];
  const confirmed = claim.verdicts.find((other) => other.id === verdict.confirms);
  return (
    <div className={cx('mt-2.5 border-s-2 border-rule ps-3 text-sm', verdict.ended && 'text-faint')}>
      <p className="text-xs text-soft">{about.filter(Boolean).join(' · ')}</p>
      {isSaid ? null : <p className="font-semibold">{verdict.rating.label}</p>}
      {verdict.attributionFinding ? <Finding finding={verdict.attributionFinding} /> : null}
      {confirmed ? <p>{t('confirms', { name: confirmed.by.name, when: when(confirmed.at) })}</p> : null}
      {verdict.rationale ? <p className="font-serif text-base whitespace-pre-line">{verdict.rationale}</p> : null}
      <Changes verdict={verdict} />
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

/** What has changed under a verdict since it was given. */
function Changes({ verdict }: { verdict: ReportVerdict }) {
  const t = useTranslations('report');
  const words = useTranslations('verdict');
  if (verdict.staleBecause.length === 0) return null;
  return (
    <dl className="mt-1 text-sm">
      {verdict.staleBecause.map((change) => (
        <div key={`${change.what}:${change.evidence}`}>
          <dt className="text-xs text-stale">
            {t('changed', { what: partWords(words, change.what, change.evidence) })}
          </dt>
          <dd className="font-serif">
            <WordDiff before={change.before} after={change.after} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function partWords(t: ReturnType<typeof useTranslations<'verdict'>>, what: string, evidence: number | null): string {
  const part = BASIS_PARTS.find((known) => known === what);
  return part ? t(`changed.${part}`, { number: evidence ?? 0 }) : what;
}

const findings = ['exact', 'fair_paraphrase', 'distorted', 'misattributed', 'not_established'] as const;

function Finding({ finding }: { finding: string }) {
  const t = useTranslations('verdict');
  const known = findings.find((item) => item === finding);
  return known ? <p className="text-soft">{t(`findings.${known}`)}</p> : null;
}
