'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useMemo } from 'react';
import { focusNow, isTypingNow } from '#components/shell/focus.ts';
import { useCommands } from '#components/shell/use-commands.ts';
import { announce } from '#components/ui/announce.ts';
import { toast } from '#components/ui/toast.ts';
import { confirmable } from '#components/verdict/confirmable.ts';
import { signable } from '#components/verdict/signable.ts';
import { addClaim, assignClaims, excludeClaims, restoreClaims, withdrawClaim } from '#lib/claims/actions.ts';
import type { OpenForm } from './forms.ts';
import { claimWords, isSeen } from './in-sight.ts';
import { moves } from './moves.ts';
import { type Asked, type FocusGoal, ownVersion, seenVersion } from './store.ts';
import { useStore, useWorkbench } from './store-context.tsx';
import { selectedPlace } from './text-selection.ts';
import { useAct } from './use-act.ts';
import { useWorkbenchWait } from './use-focus-goal.ts';
import { useReadingCommands } from './use-reading-commands.ts';
import { useRescopeCommands } from './use-rescope-commands.ts';
import { selectClaim } from './use-select.ts';
import { useShownClaims } from './use-shown-claims.ts';
import { useUndo } from './use-undo.ts';
import { useWording } from './use-wording.ts';

/** What the keys of the workbench do, in one place. A command that cannot be done now rests. */
export function useWorkbenchCommands(galley: RefObject<HTMLElement | null>): void {
  const store = useStore();
  const t = useTranslations('galley');
  const states = useTranslations('states');
  const act = useAct();
  const shown = useShownClaims();
  const selectedId = useWorkbench((state) => state.selectedId);
  const claim = useWorkbench((state) => (state.selectedId ? state.claims.get(state.selectedId) : undefined));
  const detail = useWorkbench((state) => (state.selectedId ? state.details.get(state.selectedId) : undefined));
  const may = useWorkbench((state) => state.bench.reader.may);
  const isOpen = !store.get().bench.article.archived;
  const isEditor = may.includes('claim.edit') && isOpen;
  const isReading = useWorkbench((state) => state.reader !== null);
  // What is being saved can be taken back too, once it is: the key does not wait to be one.
  const hasUndo = useWorkbench((state) => state.undo.length > 0 || state.saving > 0);

  const go = useMemo(() => moves(store, t, states), [store, t, states]);
  const open = (form: OpenForm) => () => store.set({ form });
  const focus = (goal: FocusGoal) => () => store.set({ focus: goal });
  const onClaim = (run: () => void, when = true) => (claim && isEditor && when ? run : undefined);
  const isTaken = useWorkbench((state) => state.checked.size > 0);
  // What is taken goes before what is in hand.
  const onTaken = (form: OpenForm, when = true) => (isTaken && isEditor && when ? open(form) : undefined);
  const placed = claim?.start !== null && claim?.start !== undefined;
  const [signed] = isOpen ? signable(detail, store.get().bench.reader.id) : [];
  const stale = confirmable(claim, detail);
  const undo = useUndo();
  const wording = useWording();
  const talks = useWorkbench((state) => state.talk.isOpen);

  useWorkbenchWait();
  useRescopeCommands(galley, isEditor);
  useReadingCommands(isEditor);
  useCommands({
    'claim.next': shown.length > 0 ? () => go.claim(shown, 1) : undefined,
    'claim.previous': shown.length > 0 ? () => go.claim(shown, -1) : undefined,
    'claim.open': claim ? focus('claim') : undefined,
    'claim.close': selectedId || talks ? leave : undefined,
    'evidence.add': isEditor && may.includes('evidence.edit') && (claim || isReading) ? open('source') : undefined,
    'evidence.type':
      onTaken('attachMany', may.includes('evidence.edit')) ?? onClaim(open('evidence'), may.includes('evidence.edit')),
    'comment.write': isOpen && may.includes('comment.write') ? comment : undefined,
    'claim.edit': onClaim(open('statement')),
    'claim.assign': onTaken('assign') ?? onClaim(may.includes('claim.assign') ? open('assign') : seen(takeOn)),
    'claim.exclude': onTaken('exclude') ?? onClaim(open('exclude'), claim?.excluded === false),
    'claim.restore': onTaken('restoreMany') ?? onClaim(seen(restore), claim?.excluded === true),
    'many.report': isTaken || claim ? (may.includes('report.export') ? open('reportThese') : undefined) : undefined,
    'verdict.write': claim && isOpen && may.includes('verdict.give') ? focus('verdict') : undefined,
    'claim.accept': onClaim(seen(wording.accept), claim?.accepted === false && !claim.hasProposal),
    'wording.take': onClaim(wording.take, detail?.proposal?.statement != null),
    'wording.keep': onClaim(wording.keep, detail?.proposal != null),
    'verdict.signOff': signed?.basisDigest ? asks('signOff', signed.id, signed.basisDigest) : undefined,
    'verdict.confirm':
      stale && isOpen && may.includes('verdict.give')
        ? detail?.proposal
          ? decideFirst
          : asks('confirm', stale.verdict.id, stale.basisDigest)
        : undefined,
    'claim.add': isEditor ? add : undefined,
    'claim.split': onClaim(open('split'), placed),
    'claim.merge': onClaim(open('merge'), placed),
    undo: hasUndo ? undo : undefined,
    search,
  });

  /** What is being written first, which is kept; then the claim. */
  function leave() {
    const focus = focusNow();
    if (!isTypingNow()) selectClaim(store, null);
    else if (selectedId) store.set({ focus: 'claim' });
    else if (focus instanceof HTMLElement) focus.blur();
  }

  /** On the words that are selected, else on the claim in hand, else on the article. */
  function comment() {
    const stretch = (galley.current && selectedPlace(galley.current)) ?? null;
    if (stretch || !claim) {
      selectClaim(store, null);
      store.set({ talk: { isOpen: true, stretch } });
    }
    store.set({ focus: 'comment' });
  }

  /** The list, with its search, stands where the claim in hand does. */
  function search() {
    selectClaim(store, null);
    store.set({ focus: 'list' });
  }

  function asks(deed: Asked['deed'], verdictId: string, basisDigest: string) {
    const seen = detail?.seen ?? [];
    return () => store.set({ asks: { deed, verdictId, basisDigest, seen }, missed: null });
  }

  /** A verdict is not confirmed over words that nobody has decided on. */
  function decideFirst() {
    toast(t('decideFirst'));
    store.set({ focus: 'wording' });
  }

  /** A deed on the claim in hand: done where it is in view. */
  function seen(deed: () => void) {
    return () => {
      if (claim && isSeen(claimWords(claim.id), claim.statement)) deed();
    };
  }

  function takeOn() {
    if (!claim) return;
    const me = store.get().bench.reader.id;
    const assigneeId = claim.assigneeId === me ? null : me;
    act({
      run: () => assignClaims({ claims: [seenVersion(store, claim)], assigneeId }),
      expect: [{ ...claim, assigneeId }],
      says: assigneeId ? t('takenOn', { number: claim.number }) : t('handedBack', { number: claim.number }),
      undo: () => ({
        says: t('undoTakeOn', { number: claim.number }),
        run: () => assignClaims({ claims: [ownVersion(store, claim.id)], assigneeId: claim.assigneeId }),
      }),
    });
  }

  function restore() {
    if (!claim) return;
    const reason = detail?.excludedBecause?.reason;
    act({
      run: () => restoreClaims({ claims: [seenVersion(store, claim)] }),
      expect: [{ ...claim, excluded: false, mark: 'open' }],
      says: t('restored', { number: claim.number }),
      undo: () =>
        reason === undefined
          ? null
          : {
              says: t('undoRestore', { number: claim.number }),
              run: () => excludeClaims({ claims: [ownVersion(store, claim.id)], reason }),
            },
    });
  }

  function add() {
    const span = galley.current && selectedPlace(galley.current);
    if (!span) {
      toast(t('selectWordsFirst'));
      return;
    }
    const { article, revision } = store.get().bench;
    act({
      run: () => addClaim({ articleId: article.id, revisionId: revision.id, span }),
      undo: ({ claims: [added] }) =>
        added
          ? {
              says: t('undoAdd', { number: added.number }),
              run: () => withdrawClaim({ ...ownVersion(store, added.id), reason: t('undoAddReason') }),
            }
          : null,
    }).then((refusal) => {
      if (refusal) return;
      document.getSelection()?.removeAllRanges();
      const newest = [...store.get().claims.values()].reduce((a, b) => (a.number > b.number ? a : b));
      selectClaim(store, newest.id);
      announce(t('added', { number: newest.number }));
    });
  }
}
