'use client';

import { useTranslations } from 'next-intl';
import { useWorkbench } from '#components/galley/store-context.tsx';
import { useSelectClaim } from '#components/galley/use-select.ts';
import { Button } from '#components/ui/Button.tsx';
import { PlainLink } from '#components/ui/Link.tsx';
import { StateMark } from '#components/ui/StateMark.tsx';
import { Tag } from '#components/ui/Tag.tsx';
import { toast } from '#components/ui/toast.ts';
import { decideLink } from '#lib/claims/actions.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import type { ClaimDetailDTO, RelatedClaimDTO } from '#lib/workbench/types.ts';

const says = {
  tension: 'disagrees',
  same: 'alsoSaid',
  more_precise: 'morePrecise',
  related: 'relatedTo',
} as const satisfies Record<RelatedClaimDTO['relation'], string>;

/** Where else the same thing is said, and what does not agree with it. */
export function RelatedClaims({
  claim,
  detail,
  reload,
}: {
  claim: ClaimDTO;
  detail: ClaimDetailDTO;
  reload: () => void;
}) {
  const galley = useTranslations('galley');
  const may = useWorkbench((state) => state.bench.reader.may.includes('claim.edit'));
  const decide = async (id: string, accepted: boolean) => {
    const result = await decideLink({ id, accepted }).catch(() => null);
    if (result?.ok) reload();
    else toast({ text: result?.message ?? galley('connectionLost'), tone: 'bad' });
  };
  const t = useTranslations('claim');
  const select = useSelectClaim();
  if (detail.related.length === 0) return null;
  return (
    // What disagrees is not to be missed; the rest is there for who looks.
    <details className="mt-5" open={detail.related.some(({ relation }) => relation === 'tension')}>
      <summary className="cursor-pointer text-xs font-semibold text-soft">
        {t('related', { count: detail.related.length })}
      </summary>
      <ul className="mt-1">
        {detail.related.map(({ claim: other, ...link }) => (
          <li key={other.id} className="border-t border-rule py-2 text-sm">
            <p className="flex flex-wrap items-center gap-2 text-xs text-soft">
              <span className={link.relation === 'tension' ? 'font-semibold text-wrong' : undefined}>
                {t(says[link.relation])}
              </span>
              {other.articleId === claim.articleId ? t('sameArticle') : other.headline}
              {link.decided ? null : <Tag tone="quiet">{t('suggestedLink')}</Tag>}
            </p>
            {other.articleId === claim.articleId ? (
              <button
                type="button"
                className="mt-0.5 text-start font-serif text-base hover:text-focus"
                onClick={() => select(other.id)}
              >
                {other.statement}
              </button>
            ) : (
              <PlainLink
                href={`/articles/${other.articleId}?claim=${other.number}`}
                className="mt-0.5 block font-serif text-base"
              >
                {other.statement}
              </PlainLink>
            )}
            <StateMark state={other.mark} className="mt-1" />
            {may && !link.decided && link.linkId ? (
              <span className="-ms-2.75 mt-1 flex gap-1">
                <Button size="small" variant="quiet" onPress={() => decide(link.linkId ?? '', true)}>
                  {t('linkYes')}
                </Button>
                <Button size="small" variant="quiet" onPress={() => decide(link.linkId ?? '', false)}>
                  {t('linkNo')}
                </Button>
              </span>
            ) : null}
            {link.because.length === 0 ? null : (
              <span className="ms-2 text-xs text-soft">{link.because.join(' · ')}</span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
