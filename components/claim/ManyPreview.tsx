'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { seenVersion } from '#components/galley/store.ts';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { previewMany } from '#lib/claims/actions.ts';
import type { ManyWish } from '#lib/claims/rules-many.ts';
import type { ManyPreviewDTO } from '#lib/claims/types.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';

export type Previewed = {
  /** False where only one claim is in hand: then it is the claim, and nothing is asked. */
  readonly isMany: boolean;
  /** How many claims are asked about. */
  readonly count: number;
  /** Null while the server is asked. */
  readonly items: readonly ManyPreviewDTO[] | null;
  /** Those that it is done to, at the versions that the server has shown. */
  readonly taken: readonly ManyPreviewDTO[];
  /** Asks again: after a refusal, what is shown is old. */
  readonly again: () => void;
  readonly failed: string | null;
};

/** Asks the server what would come of a deed on several claims. */
export function useManyPreview(claims: readonly ClaimDTO[], wish: ManyWish): Previewed {
  const store = useStore();
  const t = useTranslations('galley');
  const articleId = useWorkbench((state) => state.bench.article.id);
  const [found, setFound] = useState<{ readonly of: string; readonly items: readonly ManyPreviewDTO[] } | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  const isMany = claims.length > 1;
  const { deed, assigneeId = null, misdeed = true } = wish;
  const asked = [turn, deed, assigneeId, misdeed, ...claims.map(({ id }) => id)].join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is all that the answer is of
  useEffect(() => {
    if (!isMany) return;
    let isHere = true;
    previewMany({ articleId, claims: claims.map(({ id }) => id), deed, assigneeId, misdeed })
      .catch(() => null)
      .then((answer) => {
        if (!isHere) return;
        setFailed(answer?.ok ? null : (answer?.message ?? t('connectionLost')));
        if (answer?.ok) setFound({ of: asked, items: answer.value });
      });
    return () => {
      isHere = false;
    };
  }, [asked, isMany]);
  const items = useMemo(() => {
    if (isMany) return found?.of === asked ? found.items : null;
    return claims.map((claim) => ({
      ...seenVersion(store, claim),
      number: claim.number,
      because: null,
      assigneeId: claim.assigneeId,
      excludedReason: null,
    }));
  }, [isMany, found, asked, claims, store]);
  const again = useCallback(() => setTurn((now) => now + 1), []);
  return {
    isMany,
    count: claims.length,
    items,
    taken: items?.filter(({ because }) => because === null) ?? [],
    again,
    failed,
  };
}

/** The height of a row. */
const ROW_PX = 53;

/** Each claim, what will become of it, and why some are left out. */
export function ManyPreview({ previewed, then }: { previewed: Previewed; then: (item: ManyPreviewDTO) => string }) {
  const t = useTranslations('claim');
  const common = useTranslations('common');
  const { isMany, count, items, taken, failed } = previewed;
  if (!isMany) return null;
  if (failed)
    return (
      <p role="alert" className="my-3 text-sm text-wrong">
        {failed}
      </p>
    );
  const out = items?.filter(({ because }) => because !== null) ?? [];
  return (
    <section aria-label={t('preview')} aria-busy={items === null} className="my-3 min-h-16 text-sm">
      <p role="status" className="text-soft">
        {items === null
          ? t('previewComes')
          : [t('previewTaken', { count: taken.length }), out.length > 0 ? common('leftOut', { count: out.length }) : '']
              .filter(Boolean)
              .join(' · ')}
      </p>
      <ul
        aria-label={t('preview')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, and is read by keys from where it has the focus
        tabIndex={0}
        // As high as it will be before it is there: what is pressed below it does not move away.
        style={{ blockSize: `min(26dvh, ${count * ROW_PX}px)` }}
        className="mt-1.5 overflow-y-auto border-y border-rule"
      >
        {items === null ? null : [...out, ...taken].map((item) => <Row key={item.id} item={item} then={then} />)}
      </ul>
    </section>
  );
}

function Row({ item, then }: { item: ManyPreviewDTO; then: (item: ManyPreviewDTO) => string }) {
  const statement = useWorkbench((state) => state.claims.get(item.id)?.statement);
  return (
    <li className="flex gap-2.5 border-t border-rule py-1.5 first:border-t-0">
      <span className="figures w-7 shrink-0 text-end text-xs leading-6 text-soft">{item.number}</span>
      <span className="min-w-0 flex-1">
        <span className="line-clamp-1 font-serif text-base leading-6">{statement}</span>
        <span className={item.because ? 'text-xs text-review' : 'text-xs text-soft'}>{item.because ?? then(item)}</span>
      </span>
    </li>
  );
}
