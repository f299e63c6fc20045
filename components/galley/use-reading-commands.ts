'use client';

import { useTranslations } from 'next-intl';
import { useLayoutEffect, useMemo } from 'react';
import { useCommands } from '#components/shell/use-commands.ts';
import { announce } from '#components/ui/announce.ts';
import { toast } from '#components/ui/toast.ts';
import type { SentenceDTO } from '#lib/articles/types.ts';
import { isSeen, sentenceWords } from './in-sight.ts';
import { countMinor, readsMinor, showMinor } from './minor.ts';
import { moves } from './moves.ts';
import type { PlainReason } from './plain-reasons.ts';
import { indexAt } from './segments.ts';
import type { Store } from './store.ts';
import { useStore, useWorkbench } from './store-context.tsx';
import { useMarkSentences } from './use-mark-sentences.ts';
import { plainInHand } from './walk.ts';

/** The keys that go from sentence to sentence and say that there is nothing to check in them. */
export function useReadingCommands(mayEdit: boolean): void {
  const store = useStore();
  const t = useTranslations('galley');
  const states = useTranslations('states');
  const sentence = useWorkbench((state) => state.sentence);
  const isFree = useWorkbench((state) => state.sentence !== null && state.selectedId === null);
  const left = useWorkbench((state) => state.reading.includes('unread'));
  const hasMinor = useWorkbench((state) => countMinor(state) > 0);
  const go = useMemo(() => moves(store, t, states), [store, t, states]);
  const markAll = useMarkSentences();
  const because = (reason: PlainReason) => (mayEdit && isFree ? () => markPlain(reason) : undefined);

  // What the browser was asked for is known to it alone: the server draws the text at rest.
  useLayoutEffect(() => store.set({ showsMinor: readsMinor() }), [store]);
  useCommands({
    'claims.minor': hasMinor
      ? () => {
          const isShown = !store.get().showsMinor;
          showMinor(store, isShown);
          toast(t(isShown ? 'minorShown' : 'minorRest'));
        }
      : undefined,
    'sentence.nextUnread': left ? () => go.unread() : undefined,
    'sentence.nextPlain': left ? () => go.plain() : undefined,
    'sentence.next': () => go.sentence(1),
    'sentence.previous': () => go.sentence(-1),
    'plain.nothing': because('nothing'),
    'plain.opinion': because('opinion'),
    'plain.question': because('question'),
    'plain.link': because('link'),
    'plain.boilerplate': because('boilerplate'),
    'sentence.acceptSuggestion': mayEdit && sentence !== null ? () => mark([sentence]) : undefined,
    'paragraph.acceptSuggestions': mayEdit && sentence !== null ? () => mark(paragraphOf(store, sentence)) : undefined,
    'sentence.nothingToCheck': mayEdit && sentence !== null ? () => store.set({ form: 'nothing' }) : undefined,
  });

  /** Marks those in hand that no claim keeps unread, and goes on at once: what the server says of them is told where one is by then. */
  function markPlain(reason: PlainReason) {
    const state = store.get();
    const { plain, held } = plainInHand(state);
    const [first] = plain;
    const [claim] = held;
    if (first === undefined) {
      toast(claim ? t('plainHeld', { number: claim.number }) : t('noSuggestionRead'));
      return;
    }
    const { text, sentences } = state.bench.revision;
    const place = sentences[state.sentence ?? first];
    if (place && !isSeen(sentenceWords(place.start), text.slice(place.start, place.end))) return;
    const isLast = !go.plain(plain);
    markAll({ sentences: plain, reason: t(`plain.${reason}`), plain: true, held: held.length }).then((refusal) => {
      if (!refusal && isLast && !store.get().reading.includes('unread')) announce(t('nothingUnread'));
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

  /** Why there is nothing to take: it is read already, or the machine suggests checking it. */
  function whyNone(indexes: readonly number[]) {
    const { bench, reading } = store.get();
    const left = indexes.filter((i) => reading[i] !== 'read');
    if (left.length === 0) return t('noSuggestionRead');
    return t(
      left.some((i) => bench.revision.sentences[i]?.suggestion === 'claimed') ? 'noSuggestionClaimed' : 'noSuggestion',
    );
  }

  function mark(indexes: readonly number[]) {
    const { sentences, reason } = suggested(indexes);
    const [first] = sentences;
    if (first === undefined) {
      toast(whyNone(indexes));
      return;
    }
    const { revision } = store.get().bench;
    if (!isSeen(sentenceWords(first.start), revision.text.slice(first.start, first.end))) return;
    const taken = sentences.map((item) => revision.sentences.indexOf(item));
    markAll({ sentences: taken, reason, plain: false }).then((refusal) => {
      if (!refusal && store.get().reading.includes('unread')) go.unread();
      else if (!refusal) announce(t('nothingUnread'));
    });
  }
}

/** The sentences of the paragraph that a sentence stands in. */
function paragraphOf(store: Store, sentence: number): number[] {
  const { blocks, sentences } = store.get().bench.revision;
  const place = sentences[sentence];
  const block = place && blocks[indexAt(blocks, place.end - 1)];
  if (!block) return [];
  return sentences.flatMap((item, i) => (item.start < block.end && block.start < item.end ? [i] : []));
}
