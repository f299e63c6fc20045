'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { useCommands } from '#components/shell/use-commands.ts';
import { announce } from '#components/ui/announce.ts';
import { rescopeClaim } from '#lib/claims/actions.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import { indexAt } from './segments.ts';
import { ownVersion, seenVersion, withoutRescope, withRescope } from './store.ts';
import { useStore, useWorkbench } from './store-context.tsx';
import { firstWord, likeliestPlace, type Span, selectedPlace, stepWord, wordBeside } from './text-selection.ts';
import { useAct } from './use-act.ts';

/** The keys that change which words a claim covers; `mayEdit` as for everything else on the claim in hand. */
export function useRescopeCommands(galley: RefObject<HTMLElement | null>, mayEdit: boolean): void {
  const store = useStore();
  const t = useTranslations('galley');
  const act = useAct();
  const claim = useWorkbench((state) => (state.selectedId ? state.claims.get(state.selectedId) : undefined));
  const rescope = useWorkbench((state) => state.rescope);
  const placed = claim?.start !== null && claim?.start !== undefined;

  useCommands({
    'claim.rescope': claim && mayEdit ? (placed ? startRescope : reattach) : undefined,
    'rescope.endLater': rescope ? () => stretch('end', 1) : undefined,
    'rescope.endEarlier': rescope ? () => stretch('end', -1) : undefined,
    'rescope.startLater': rescope ? () => stretch('start', 1) : undefined,
    'rescope.startEarlier': rescope ? () => stretch('start', -1) : undefined,
    'rescope.keep': rescope ? keepRescope : undefined,
    'rescope.leave': rescope ? () => store.set(withoutRescope(store.get())) : undefined,
  });

  function startRescope() {
    if (!claim || claim.start === null || claim.end === null) return;
    store.set({ rescope: { id: claim.id, start: claim.start, end: claim.end, by: 'keys' } });
    announce(t('rescopeHow'));
  }

  /** A claim whose words are lost goes to the words that are selected, or else to a word that keys then move from. */
  function reattach() {
    if (!claim) return;
    const span = galley.current && selectedPlace(galley.current);
    if (span) {
      document.getSelection()?.removeAllRanges();
      attach(claim, span);
      return;
    }
    const { revision } = store.get().bench;
    const words = firstWord(
      revision.text,
      likeliestPlace(revision, store.get().details.get(claim.id)?.quote ?? claim.statement),
    );
    store.set(withRescope(store.get(), { id: claim.id, ...words, by: 'keys', lost: claim }));
    announce(t('reattachHow'));
  }

  function attach(lost: ClaimDTO, span: Span) {
    const revisionId = store.get().bench.revision.id;
    act({
      run: () => rescopeClaim({ ...seenVersion(store, lost), revisionId, span }),
      says: t('reattached', { number: lost.number }),
    });
  }

  function stretch(side: 'start' | 'end', direction: 1 | -1) {
    const { bench, rescope: now } = store.get();
    const { text, blocks } = bench.revision;
    const block = now && blocks[indexAt(blocks, now.start)];
    if (!now || !block) return;
    const at = stepWord(text, block, side === 'end' ? now.end : now.start, direction, side);
    const next = side === 'end' ? { ...now, end: at } : { ...now, start: at };
    const isMoved = now.lost !== undefined && side === 'start' && (at === now.start || next.start >= next.end);
    const to = isMoved ? { ...now, ...wordBeside(bench.revision, now, direction) } : next;
    if (to.start >= to.end) return;
    store.set(withRescope(store.get(), to));
    announce(text.slice(to.start, to.end));
  }

  function keepRescope() {
    const { bench, rescope: now, claims } = store.get();
    const old = now && claims.get(now.id);
    if (!now || !old) return;
    const span = { start: now.start, end: now.end };
    if (now.lost) {
      store.set(withoutRescope(store.get()));
      attach(now.lost, span);
      return;
    }
    if (old.start === null || old.end === null) return;
    const was = { start: old.start, end: old.end };
    store.set({ rescope: null });
    if (span.start === was.start && span.end === was.end) return;
    const revisionId = bench.revision.id;
    act({
      run: () => rescopeClaim({ ...seenVersion(store, old), revisionId, span }),
      expect: [{ ...old, ...span }],
      says: t('rescoped', { number: old.number }),
      undo: () => ({
        says: t('undoRescope', { number: old.number }),
        run: () => rescopeClaim({ ...ownVersion(store, old.id), revisionId, span: was }),
      }),
    });
  }
}
