'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { WordDiff } from '#components/history/WordDiff.tsx';
import { Link } from '#components/ui/Link.tsx';
import { Tag } from '#components/ui/Tag.tsx';
import type { CheckDTO, EvidenceStretchDTO, QuotedStretchDTO } from '#lib/sources/types-captures.ts';
import { Heading } from './CaptureFacts.tsx';
import { OUTCOME_TONES } from './words.ts';

export type CaptureChecksProps = {
  readonly checks: readonly CheckDTO[];
  readonly evidence: readonly EvidenceStretchDTO[];
};

/** What later looks at the page found: the last in full, the earlier ones folded away. */
export function CaptureChecks({ checks, evidence }: CaptureChecksProps) {
  const t = useTranslations('captures');
  const [last, ...earlier] = checks;
  if (!last) return null;
  return (
    <section id="checks" aria-labelledby="checks-title" className="scroll-mt-20">
      <Heading id="checks-title">{t('checks')}</Heading>
      <Check check={last} evidence={evidence} />
      {earlier.length === 0 ? null : (
        <details className="border-b border-rule text-sm">
          <summary className="cursor-pointer rounded-sm py-2 text-soft">
            {t('earlier', { count: earlier.length })}
          </summary>
          {earlier.map((check) => (
            <Check key={check.id} check={check} evidence={evidence} />
          ))}
        </details>
      )}
    </section>
  );
}

function Check({ check, evidence }: { check: CheckDTO; evidence: readonly EvidenceStretchDTO[] }) {
  const t = useTranslations('captures');
  const format = useFormatter();
  const { at, by, outcome, nextCaptureId, stretches } = check;
  const apart = stretches.filter((stretch) => stretch.outcome !== 'same');
  const when = format.dateTime(new Date(at), 'moment');
  return (
    <div className="border-t border-rule py-2.5 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <Tag tone={OUTCOME_TONES[outcome]}>{t('checkLine', { outcome })}</Tag>
        <span className="text-soft">{t('checkBy', { when, name: by?.name ?? t('byDesk') })}</span>
        {nextCaptureId ? <Link href={`/captures/${nextCaptureId}`}>{t('now')}</Link> : null}
      </p>
      {apart.map((stretch) => (
        <Changed key={`${stretch.evidenceId} ${stretch.before}`} stretch={stretch} of={evidence} />
      ))}
      {outcome === 'changed' ? (
        <p className="mt-1.5 text-xs text-soft">
          {stretches.length === 0
            ? t('quotedNone')
            : apart.length === 0
              ? t('quotedSame', { count: stretches.length })
              : apart.length < stretches.length
                ? t('quotedSomeSame', { count: stretches.length - apart.length })
                : null}
        </p>
      ) : null}
    </div>
  );
}

/** Words that evidence quotes, as they were and as they are now. */
function Changed({ stretch, of }: { stretch: QuotedStretchDTO; of: readonly EvidenceStretchDTO[] }) {
  const t = useTranslations('captures');
  const piece = of.find(({ evidenceId }) => evidenceId === stretch.evidenceId);
  if (!piece) return null;
  const { claimNumber, number, articleId } = piece;
  return (
    <div className="mt-2.5 border-s-2 border-review ps-3">
      <p className="text-xs">
        <Link href={`/articles/${articleId}?claim=${claimNumber}#evidence-${number}`}>
          {t('stretch', { claim: claimNumber, number, outcome: stretch.outcome })}
        </Link>
      </p>
      <blockquote className="mt-1 font-serif text-base leading-relaxed wrap-anywhere">
        <WordDiff before={stretch.before} after={stretch.after ?? ''} />
      </blockquote>
    </div>
  );
}
