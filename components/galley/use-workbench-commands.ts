'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useMemo } from 'react';
import { useCommands } from '#components/shell/use-commands.ts';
import { announce } from '#components/ui/announce.ts';
import { toast } from '#components/ui/toast.ts';
import { confirmable } from '#components/verdict/confirmable.ts';
import type { SentenceDTO } from '#lib/articles/types.ts';
import {
  addClaim,
  assignClaims,
  markSentences,
  rescopeClaim,
  restoreClaims,
  unmarkSentences,
} from '#lib/claims/actions.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import { confirmVerdict, signOff } from '#lib/verdicts/actions.ts';
import { indexAt } from './segments.ts';
import { neighbour, nextUnread, type OpenForm, openClaimIn, type Store, withoutRescope, withRescope } from './store.ts';
import { useStore, useWorkbench } from './store-context.tsx';
import { firstWord, likeliestPlace, type Span, selectedPlace, stepWord, wordBeside } from './text-selection.ts';
import { useAct } from './use-act.ts';
import { selectClaim } from './use-select.ts';
import { useShownClaims } from './use-shown-claims.ts';

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
  const sentence = useWorkbench((state) => state.sentence);
  const rescope = useWorkbench((state) => state.rescope);
  const may = useWorkbench((state) => state.bench.reader.may);
  const isOpen = !store.get().bench.article.archived;
  const isEditor = may.includes('claim.edit') && isOpen;
  const hasUndo = useWorkbench((state) => state.undo.length > 0);
  const left = useWorkbench((state) => state.reading.includes('unread'));

  const go = useMemo(() => moves(store, t, states), [store, t, states]);
  const open = (form: OpenForm) => () => store.set({ form });
  const focus = (on: 'verdict' | 'comment' | 'list') => () => store.set({ focus: { on, at: Date.now() } });
  const onClaim = (run: () => void, when = true) => (claim && isEditor && when ? run : undefined);
  const placed = claim?.start !== null && claim?.start !== undefined;
  const lead = detail?.verdicts.find((verdict) => verdict.inForce && verdict.content !== null && !verdict.mine);
  const maySignOff = lead && detail && detail.signOffRefusal === null && lead.basisDigest !== null;

  const stale = confirmable(claim, detail);

  useCommands({
    'claim.next': shown.length > 0 ? () => go.claim(shown, 1) : undefined,
    'claim.previous': shown.length > 0 ? () => go.claim(shown, -1) : undefined,
    'sentence.nextUnread': left ? go.unread : undefined,
    'claim.open': claim ? () => store.set({ focus: { on: 'claim', at: Date.now() } }) : undefined,
    'claim.close': selectedId ? () => selectClaim(store, null) : undefined,
    'evidence.add': onClaim(open('evidence'), may.includes('evidence.edit')),
    'comment.write': claim && isOpen && may.includes('comment.write') ? focus('comment') : undefined,
    'claim.edit': onClaim(open('statement')),
    'claim.assign': onClaim(may.includes('claim.assign') ? open('assign') : takeOn),
    'claim.exclude': onClaim(open('exclude'), claim?.excluded === false),
    'claim.restore': onClaim(restore, claim?.excluded === true),
    'verdict.write': claim && isOpen && may.includes('verdict.give') ? focus('verdict') : undefined,
    'verdict.signOff': maySignOff ? sign : undefined,
    'verdict.confirm': stale && isOpen && may.includes('verdict.give') ? confirm : undefined,
    'claim.add': isEditor ? add : undefined,
    'claim.rescope': onClaim(placed ? startRescope : reattach),
    'claim.split': onClaim(open('split'), placed),
    'claim.merge': onClaim(open('merge'), placed),
    'rescope.endLater': rescope ? () => stretch('end', 1) : undefined,
    'rescope.endEarlier': rescope ? () => stretch('end', -1) : undefined,
    'rescope.startLater': rescope ? () => stretch('start', 1) : undefined,
    'rescope.startEarlier': rescope ? () => stretch('start', -1) : undefined,
    'rescope.keep': rescope ? keepRescope : undefined,
    'rescope.leave': rescope ? () => store.set(withoutRescope(store.get())) : undefined,
    'sentence.acceptSuggestion': isEditor && sentence !== null ? () => mark(suggested([sentence])) : undefined,
    'paragraph.acceptSuggestions':
      isEditor && sentence !== null ? () => mark(suggested(paragraphOf(store, sentence))) : undefined,
    'sentence.nothingToCheck': isEditor && sentence !== null ? open('nothing') : undefined,
    undo: hasUndo ? undo : undefined,
    search: focus('list'),
  });

  function takeOn() {
    if (!claim) return;
    const me = store.get().bench.reader.id;
    const assigneeId = claim.assigneeId === me ? null : me;
    act({
      run: () => assignClaims({ claims: [{ id: claim.id, version: claim.version }], assigneeId }),
      expect: [{ ...claim, assigneeId }],
      says: assigneeId ? t('takenOn', { number: claim.number }) : t('handedBack', { number: claim.number }),
    });
  }

  function restore() {
    if (!claim) return;
    act({
      run: () => restoreClaims({ claims: [{ id: claim.id, version: claim.version }] }),
      expect: [{ ...claim, excluded: false, mark: 'open' }],
      says: t('restored', { number: claim.number }),
    });
  }

  function sign() {
    if (!lead?.basisDigest || !claim) return;
    const { id, basisDigest } = lead;
    act({ run: () => signOff({ verdictId: id, basisDigest }), says: t('signedOff', { number: claim.number }) });
  }

  function confirm() {
    if (!stale || !claim) return;
    const input = { claimId: claim.id, ...stale };
    act({ run: () => confirmVerdict(input), says: t('confirmed', { number: claim.number }) });
  }

  function add() {
    const span = galley.current && selectedPlace(galley.current);
    if (!span) {
      toast(t('selectWordsFirst'));
      return;
    }
    const { article, revision } = store.get().bench;
    act({ run: () => addClaim({ articleId: article.id, revisionId: revision.id, span }) }).then((refusal) => {
      if (refusal) return;
      document.getSelection()?.removeAllRanges();
      const newest = [...store.get().claims.values()].reduce((a, b) => (a.number > b.number ? a : b));
      selectClaim(store, newest.id);
      announce(t('added', { number: newest.number }));
    });
  }

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
    const words = firstWord(revision.text, likeliestPlace(revision, detail?.quote ?? claim.statement));
    store.set(withRescope(store.get(), { id: claim.id, ...words, by: 'keys', lost: claim }));
    announce(t('reattachHow'));
  }

  function attach(lost: ClaimDTO, span: Span) {
    const revisionId = store.get().bench.revision.id;
    act({
      run: () => rescopeClaim({ id: lost.id, version: lost.version, revisionId, span }),
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
      run: () => rescopeClaim({ id: old.id, version: old.version, revisionId, span }),
      expect: [{ ...old, ...span }],
      says: t('rescoped', { number: old.number }),
      undo: (patch) => ({
        says: t('undoRescope', { number: old.number }),
        run: async () => {
          const version = patch.claims[0]?.version ?? old.version;
          return (await act({ run: () => rescopeClaim({ id: old.id, version, revisionId, span: was }) })) === null;
        },
      }),
    });
  }

  /** Sentences that the machine suggests leaving, of those given, and that are still unread. */
  function suggested(indexes: readonly number[]): { sentences: SentenceDTO[]; reason: string } {
    const { bench, reading } = store.get();
    const sentences = indexes
      .filter((i) => reading[i] !== 'read')
      .map((i) => bench.revision.sentences[i])
      .filter((item): item is SentenceDTO => item?.suggestion === 'nothing to check');
    return { sentences, reason: sentences[0]?.reason ?? '' };
  }

  function mark({ sentences, reason }: { sentences: readonly SentenceDTO[]; reason: string }) {
    if (sentences.length === 0) {
      toast(t('noSuggestion'));
      return;
    }
    const { article, revision } = store.get().bench;
    const places = sentences.map(({ start, end }) => ({ start, end }));
    act({
      run: () => markSentences({ articleId: article.id, revisionId: revision.id, sentences: places, reason }),
      says: t('marked', { count: places.length }),
      undo: (patch) => ({
        says: t('undoMark', { count: places.length }),
        run: async () =>
          (await act({
            run: () => unmarkSentences({ articleId: article.id, marks: patch.marks.map((item) => item.id) }),
          })) === null,
      }),
    }).then((refusal) => {
      if (!refusal && store.get().reading.includes('unread')) go.unread();
      else if (!refusal) announce(t('nothingUnread'));
    });
  }

  async function undo() {
    const steps = store.get().undo;
    const step = steps.at(-1);
    if (!step) return;
    store.set({ undo: steps.slice(0, -1) });
    if (await step.run()) toast(t('undone', { what: step.says }));
  }
}

type Words<N extends 'galley' | 'states'> = ReturnType<typeof useTranslations<N>>;

function moves(store: Store, t: Words<'galley'>, states: Words<'states'>) {
  const announceClaim = (id: string) => {
    const claim = store.get().claims.get(id);
    if (claim)
      announce(t('markLabel', { number: claim.number, state: states(claim.mark), statement: claim.statement }));
  };
  return {
    claim(shown: readonly string[], step: 1 | -1) {
      const id = neighbour(store.get(), shown, step);
      if (id) {
        selectClaim(store, id);
        announceClaim(id);
      } else announce(step === 1 ? t('lastClaim') : t('firstClaim'));
    },
    unread() {
      const index = nextUnread(store.get());
      if (index === null) return;
      const claim = openClaimIn(store.get(), index);
      if (claim) {
        selectClaim(store, claim.id);
        announceClaim(claim.id);
        // A claim may begin in an earlier sentence; the search goes on from this one.
        store.set({ sentence: index });
        return;
      }
      selectClaim(store, null);
      store.set({ sentence: index });
      const place = store.get().bench.revision.sentences[index];
      if (place) announce(store.get().bench.revision.text.slice(place.start, place.end));
    },
  };
}

/** The sentences of the paragraph that a sentence stands in. */
function paragraphOf(store: Store, sentence: number): number[] {
  const { blocks, sentences } = store.get().bench.revision;
  const place = sentences[sentence];
  const block = place && blocks[indexAt(blocks, place.end - 1)];
  if (!block) return [];
  return sentences.flatMap((item, i) => (item.start < block.end && block.start < item.end ? [i] : []));
}
