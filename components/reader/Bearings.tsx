'use client';

import { useTranslations } from 'next-intl';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { selectClaim } from '#components/galley/use-select.ts';
import { useCommands } from '#components/shell/use-commands.ts';
import { Tag } from '#components/ui/Tag.tsx';
import type { ClaimDTO } from '#lib/standing/types.ts';
import type { BearingDTO } from '#lib/workbench/types-passages.ts';
import { BEARING_TONES } from './bearing-tones.ts';
import { useBearings } from './use-passages.ts';

/** Which claims of the article the open source speaks of: one of them in hand, its passage there is offered. */
export function Bearings({ captureId }: { captureId: string }) {
  const t = useTranslations('reader');
  const store = useStore();
  const articleId = useWorkbench((state) => state.bench.article.id);
  const claims = useWorkbench((state) => state.claims);
  const inHand = useWorkbench((state) => state.selectedId);
  const bearings = useBearings(articleId, captureId, true);
  const known = bearings.flatMap((bearing): Known[] => {
    const claim = claims.get(bearing.claimId);
    return claim && !claim.excluded ? [{ ...bearing, claim }] : [];
  });
  const take = (id: string | undefined) => {
    if (id === undefined) return;
    selectClaim(store, id);
    store.set({ focus: 'reader' });
  };
  const at = known.findIndex(({ claimId }) => claimId === inHand);
  const step = (by: 1 | -1) => () => take(known[(at + by + known.length) % known.length]?.claimId);
  useCommands({
    'reader.nextClaim': known.length > 0 ? step(1) : undefined,
    'reader.previousClaim': known.length > 0 ? (at === -1 ? () => take(known.at(-1)?.claimId) : step(-1)) : undefined,
  });
  if (known.length === 0) return null;
  return (
    <nav aria-label={t('bearsOn')} className="reader-bearings">
      <span className="text-soft">{t('bearsOn')}</span>
      {known.map(({ claimId, claim, bearing }) => (
        <button
          key={claimId}
          type="button"
          title={claim.statement}
          aria-current={claimId === inHand ? 'true' : undefined}
          onClick={() => take(claimId)}
        >
          <Tag tone={BEARING_TONES[bearing]}>
            {t('bearsOnClaim', { number: claim.number, bearing: t(`bearings.${bearing}`) })}
          </Tag>
        </button>
      ))}
    </nav>
  );
}

type Known = BearingDTO & { readonly claim: ClaimDTO };
