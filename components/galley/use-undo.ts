'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { toast } from '#components/ui/toast.ts';
import { turns } from './in-turn.ts';
import { allSaved } from './store.ts';
import { useStore } from './store-context.tsx';
import { useAct } from './use-act.ts';

/** One step after another: two quick presses take back two steps, and each is sent on what the one before has left. */
const inTurn = turns();

/** Takes back the last of one's own steps. What is still being saved is the last once it is. */
export function useUndo(): () => void {
  const store = useStore();
  const t = useTranslations('galley');
  const act = useAct();
  return useCallback(() => {
    void inTurn(store, async () => {
      await allSaved(store);
      const step = store.get().undo.at(-1);
      if (!step) return;
      if ('open' in step) {
        step.open();
        return;
      }
      const refusal = await act({ run: step.run });
      // Where no answer came, the step is still there to be taken back.
      if (refusal?.reason === 'unavailable') return;
      store.set({ undo: store.get().undo.filter((other) => other !== step) });
      if (refusal === null) toast(t('undone', { what: step.says }));
    });
  }, [store, t, act]);
}
