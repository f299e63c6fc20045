import { useTranslations } from 'next-intl';
import { Tag } from '#components/ui/Tag.tsx';
import type { ClaimDTO } from '#lib/standing/types.ts';

/** What a claim waits for beside its verdicts: the answer to a question, a decision on its wording. */
export function ClaimFlags({
  claim,
}: {
  claim: Pick<ClaimDTO, 'held' | 'openQueries' | 'openLegal' | 'hasProposal' | 'excluded'>;
}) {
  const t = useTranslations('claim');
  if (claim.excluded) return null;
  return (
    <>
      {claim.openLegal > 0 ? <Tag tone="bad">{t('legal')}</Tag> : null}
      {claim.openQueries > claim.openLegal || (claim.openQueries > 0 && claim.held) ? (
        <Tag tone={claim.held ? 'warn' : 'quiet'}>{t(claim.held ? 'held' : 'asked', { count: claim.openQueries })}</Tag>
      ) : null}
      {claim.hasProposal ? <Tag tone="warn">{t('newWording')}</Tag> : null}
    </>
  );
}
