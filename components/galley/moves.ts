import type { useTranslations } from 'next-intl';
import { announce } from '#components/ui/announce.ts';
import type { Store } from './store.ts';
import { selectClaim, takeSentence } from './use-select.ts';
import { inHand, neighbour, nextPlain, nextUnread, openClaimIn } from './walk.ts';

type Words<N extends 'galley' | 'states'> = ReturnType<typeof useTranslations<N>>;

/** How one goes from claim to claim and to what is unread, and what is said on the way. */
export function moves(store: Store, t: Words<'galley'>, states: Words<'states'>) {
  const announceClaim = (id: string) => {
    const claim = store.get().claims.get(id);
    if (claim)
      announce(t('markLabel', { number: claim.number, state: states(claim.mark), statement: claim.statement }));
  };
  const announceSentence = (index: number) => {
    const { text, sentences } = store.get().bench.revision;
    const place = sentences[index];
    if (place) announce(text.slice(place.start, place.end));
  };
  const unread = (being: readonly number[] = []): boolean => {
    const index = nextUnread(store.get(), being);
    if (index === null) return false;
    const claim = openClaimIn(store.get(), index);
    if (claim) {
      selectClaim(store, claim.id);
      announceClaim(claim.id);
      // A claim may begin in an earlier sentence; the search goes on from this one.
      store.set({ sentence: index, sentenceFrom: null });
      return true;
    }
    takeSentence(store, index);
    announceSentence(index);
    return true;
  };
  return {
    to(id: string) {
      selectClaim(store, id);
      announceClaim(id);
    },
    claim(shown: readonly string[], step: 1 | -1) {
      const id = neighbour(store.get(), shown, step);
      if (id) {
        selectClaim(store, id);
        announceClaim(id);
      } else announce(step === 1 ? t('lastClaim') : t('firstClaim'));
    },
    unread,
    /** On to the next sentence without a claim, or where there is none to whatever is unread. False where nothing is. */
    plain(being: readonly number[] = []): boolean {
      const index = nextPlain(store.get(), being);
      if (index === null) return unread(being);
      takeSentence(store, index);
      announceSentence(index);
      return true;
    },
    /** To the sentence beside the one in hand, whatever it holds. */
    sentence(step: 1 | -1) {
      const { sentence, bench } = store.get();
      const index = sentence === null ? 0 : sentence + (store.get().selectedId === null ? step : 0);
      if (!bench.revision.sentences[index]) return;
      takeSentence(store, index);
      announceSentence(index);
    },
    /** Takes one sentence more in hand, or one less; with `toEnd` all that follow. */
    more(step: 1 | -1 | 'toEnd') {
      const { sentence, sentenceFrom, bench } = store.get();
      if (sentence === null) return;
      const last = bench.revision.sentences.length - 1;
      const index = step === 'toEnd' ? last : Math.max(0, Math.min(last, sentence + step));
      takeSentence(store, index, sentenceFrom ?? sentence);
      const hand = inHand(store.get());
      if (hand) announce(t('sentencesInHand', { count: hand.to - hand.from + 1 }));
    },
  };
}
