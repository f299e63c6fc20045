'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { rememberSource } from '#components/evidence/last-source.ts';
import { useStore } from '#components/galley/store-context.tsx';
import { useAct } from '#components/galley/use-act.ts';
import type { Outcome } from '#components/galley/use-form.ts';
import { attachPassage, withdrawMany } from '#lib/evidence/actions.ts';
import type { Aspect, Stance } from '#lib/evidence/types.ts';
import type { WorkingKind } from '#lib/sources/rules-working.ts';
import type { Stretch } from './document.ts';

/** Words by their place, or figures by theirs with what is made of them. */
export type Attached =
  | { readonly span: Stretch }
  | { readonly working: WorkingKind; readonly figures: readonly Stretch[] };

export type Attachment = {
  readonly captureId: string;
  /** The number of the reading whose text the place is in. */
  readonly reading: number;
  readonly passage: Attached;
  readonly claims: readonly { readonly id: string; readonly stance: Stance; readonly aspect?: Aspect }[];
};

/** Attaches words of a capture to claims; one step takes all of it back. */
export function useAttach(): (attachment: Attachment, inForm?: boolean) => Promise<Outcome> {
  const store = useStore();
  const t = useTranslations('reader');
  const act = useAct();
  return useCallback(
    (attachment, inForm = false) => {
      const [first] = attachment.claims;
      const { bench, claims } = store.get();
      const number = claims.get(first?.id ?? '')?.number ?? 0;
      const isOne = attachment.claims.length === 1;
      let made: readonly string[] = [];
      return act({
        inForm,
        run: async () => {
          const result = await attachPassage(attachment);
          if (result.ok) {
            made = result.value.made;
            rememberSource(bench.reader.id, bench.article.id, result.value.source);
          }
          return result;
        },
        says: isOne
          ? t('attached', { stance: first?.stance ?? 'context', number })
          : t('attachedTo', { count: attachment.claims.length }),
        undo: () => ({
          says: t('undoAttach'),
          run: () => withdrawMany({ pieces: made.map((id) => ({ id, version: 1 })), reason: t('undoAttachReason') }),
        }),
      });
    },
    [store, t, act],
  );
}
