import { useFormatter, useTranslations } from 'next-intl';
import type { ForeignClaimDetailDTO, ForeignSaid } from '#lib/foreign/types.ts';
import { OutwardLink } from '../ui/Outward.tsx';
import { Tag } from '../ui/Tag.tsx';

/** A claim that others have checked, with what they found and on what: to be read, and nothing else. */
export function ForeignClaim({ claim }: { readonly claim: ForeignClaimDetailDTO }) {
  const t = useTranslations('foreign');
  const { number, statement, outcome, rating, saidBy, publisher, link, said } = claim;
  return (
    <li id={`claim-${number}`} className="scroll-mt-16 border-b border-rule py-4">
      <p className="figures flex flex-wrap items-center gap-2 text-xs text-soft">
        {number}
        <Tag tone={outcome === 'settled' ? 'plain' : 'quiet'}>
          <bdi>{outcome === 'settled' && rating !== null ? rating : t(`outcomes.${outcome}`)}</bdi>
        </Tag>
        <bdi className="wrap-anywhere">{publisher}</bdi>
        {link === null ? null : <OutwardLink href={link}>{t('theirCheck')}</OutwardLink>}
      </p>
      <p dir="auto" className="mt-1 font-serif text-lg text-pretty wrap-anywhere">
        {statement}
      </p>
      {saidBy === null ? null : (
        <p className="text-sm wrap-anywhere text-soft">{t.rich('saidBy', { name: () => <bdi>{saidBy}</bdi> })}</p>
      )}
      <Findings findings={said.findings} />
      <Evidence evidence={said.evidence} />
      <Comments comments={said.comments} />
    </li>
  );
}

/** An instant, or a day where no more is known. */
function When({ at }: { readonly at: string }) {
  const format = useFormatter();
  return (
    <time dateTime={at} className="figures">
      {at.length > 10
        ? format.dateTime(new Date(at), 'moment')
        : format.dateTime(new Date(`${at}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' })}
    </time>
  );
}

function Findings({ findings }: Pick<ForeignSaid, 'findings'>) {
  const t = useTranslations('foreign');
  return findings.map((finding, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: what came in never changes.
    <div key={i} className="mt-2 border-s-2 border-rule ps-3 text-sm">
      <p className="text-xs wrap-anywhere text-soft">
        <bdi className="font-semibold text-ink">{finding.rating}</bdi> · <bdi>{finding.by}</bdi>
        {finding.at === null ? null : (
          <>
            {' · '}
            <When at={finding.at} />
          </>
        )}
        {finding.signedOffBy === null ? null : <> · {t('signedOffBy', { name: finding.signedOffBy })}</>}
        {finding.inForce ? null : <> · {t('notInForce')}</>}
      </p>
      {finding.rationale === null || finding.rationale === '' ? null : (
        <p dir="auto" className="mt-0.5 whitespace-pre-line wrap-anywhere">
          {finding.rationale}
        </p>
      )}
    </div>
  ));
}

function Evidence({ evidence }: Pick<ForeignSaid, 'evidence'>) {
  const t = useTranslations('foreign');
  if (evidence.length === 0) return null;
  return (
    <details className="mt-2 text-sm">
      <summary className="cursor-pointer text-xs font-semibold text-soft">
        {t('evidence', { count: evidence.length })}
      </summary>
      <ul className="mt-1 flex flex-col gap-2">
        {evidence.map((item) => (
          <li key={item.number} className="ps-3 wrap-anywhere">
            <p>
              <span className="figures text-soft">[{item.number}]</span> {t('stance', { stance: item.stance })}:{' '}
              {item.link === null ? (
                <bdi>{item.source}</bdi>
              ) : (
                <OutwardLink href={item.link}>{item.source}</OutwardLink>
              )}
              {item.publisher === null ? null : <span className="text-soft"> · {item.publisher}</span>}
              {item.locator === null ? null : <span className="text-soft"> · {item.locator}</span>}
              {item.withdrawn ? <span className="text-soft"> · {t('notInForce')}</span> : null}
            </p>
            {item.quote === null ? null : (
              <p dir="auto" className="font-serif text-base">
                {item.quote}
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Comments({ comments }: Pick<ForeignSaid, 'comments'>) {
  const t = useTranslations('foreign');
  if (comments.length === 0) return null;
  return (
    <details className="mt-2 text-sm">
      <summary className="cursor-pointer text-xs font-semibold text-soft">
        {t('comments', { count: comments.length })}
      </summary>
      <ul className="mt-1 flex flex-col gap-2">
        {comments.map(({ by, at, body }) => (
          <li key={`${at} ${by}`} className="ps-3 wrap-anywhere">
            <p className="text-xs text-soft">
              <bdi>{by}</bdi> · <When at={at} />
            </p>
            <p dir="auto" className="whitespace-pre-line">
              {body}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
