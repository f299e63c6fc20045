'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useCommands } from '#components/shell/use-commands.ts';
import { announce } from '#components/ui/announce.ts';
import { startWait } from '#components/ui/key-waits.ts';
import { toast } from '#components/ui/toast.ts';
import { togetherPreview } from '#lib/verdicts/actions.ts';
import { nextOfRound, ofParagraph, roundSoFar, takenUpTo, withMany } from './many.ts';
import { noMany } from './many-state.ts';
import { moves } from './moves.ts';
import { useStore, useWorkbench } from './store-context.tsx';
import { selectClaim } from './use-select.ts';
import { useShownClaims } from './use-shown-claims.ts';
import { neighbour } from './walk.ts';

/** The keys that take several claims, or sentences, in hand, and that lead through a round of second readings. */
export function useManyCommands(): void {
  const store = useStore();
  const t = useTranslations('galley');
  const states = useTranslations('states');
  const shown = useShownClaims();
  const go = useMemo(() => moves(store, t, states), [store, t, states]);
  const isOnClaim = useWorkbench((state) => state.selectedId !== null);
  const isOnSentence = useWorkbench((state) => state.sentence !== null && state.selectedId === null);
  const taken = useWorkbench((state) => state.checked.size);
  const isRound = useWorkbench((state) => state.many.round !== null);
  const maySign = useWorkbench(({ bench }) => bench.reader.may.includes('verdict.signOff') && !bench.article.archived);

  const mayTake = useWorkbench(({ bench }) => bench.reader.may.includes('claim.edit') && !bench.article.archived);
  const hasClaim = isOnClaim && mayTake;

  useCommands({
    'hand.more': hasClaim ? () => more(1) : isOnSentence ? () => go.more(1) : undefined,
    'hand.less': hasClaim ? () => more(-1) : isOnSentence ? () => go.more(-1) : undefined,
    'hand.toEnd': isOnSentence ? () => go.more('toEnd') : undefined,
    'many.paragraph': hasClaim || (isOnSentence && mayTake) ? () => take(ofParagraph(store.get())) : undefined,
    'many.all': mayTake && shown.length > 0 ? () => take(shown) : undefined,
    'many.begin': maySign && !isRound ? begin : undefined,
    'many.next': isRound ? next : undefined,
    'many.sign': maySign && (isRound || taken > 0) ? sign : undefined,
    'many.leave': isRound || taken > 0 ? leave : undefined,
  });

  function take(ids: readonly string[]) {
    store.set({ ...withMany(store.get(), { from: null }), checked: new Set(ids) });
    announce(t('many.taken', { count: ids.length }));
  }

  /** The one in hand and those up to the next one. */
  function more(step: 1 | -1) {
    const to = neighbour(store.get(), shown, step) ?? store.get().selectedId;
    if (to === null) return;
    store.set(takenUpTo(store.get(), shown, to));
    selectClaim(store, to);
    announce(t('many.taken', { count: store.get().checked.size }));
  }

  /** Leads through the claims that wait for this reader. */
  async function begin() {
    const { article } = store.get().bench;
    // What is pressed meanwhile means what it means in the round.
    const come = startWait('closing');
    const answer = await togetherPreview({ articleId: article.id }).catch(() => null);
    if (answer?.ok) {
      const { claims } = store.get();
      const round = answer.value
        .filter(({ state, claimId }) => state !== 'barred' && claims.has(claimId))
        .map(({ claimId }) => claimId);
      const place = new Map(store.get().order.map((id, at) => [id, at]));
      round.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
      if (round.length === 0) toast(t('many.noneWaits'));
      else {
        selectClaim(store, null);
        store.set({ ...withMany(store.get(), { round }), checked: new Set() });
        next();
      }
    } else toast({ text: answer?.message ?? t('connectionLost'), tone: 'bad' });
    come();
  }

  function next() {
    const id = nextOfRound(store.get());
    const { selectedId, many } = store.get();
    if (id !== null) {
      go.to(id);
      return;
    }
    if (selectedId !== null && many.round?.includes(selectedId) && !many.read.has(selectedId)) toast(t('many.notYet'));
    else announce(t('many.allRead'));
  }

  function sign() {
    if (isRound && roundSoFar(store.get()).read === 0) {
      toast(t('many.noneRead'));
      return;
    }
    store.set({ form: 'signTogether' });
  }

  function leave() {
    if (store.get().checked.size > 0) store.set({ ...withMany(store.get(), { from: null }), checked: new Set() });
    else store.set(withMany(store.get(), { round: noMany.round }));
  }
}
