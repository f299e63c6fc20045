import type { useTranslations } from 'next-intl';
import { announce } from '#components/ui/announce.ts';
import type { Store } from './store.ts';
import { selectClaim } from './use-select.ts';
import { neighbour, nextUnread, openClaimIn } from './walk.ts';

type Words<N extends 'galley' | 'states'> = ReturnType<typeof useTranslations<N>>;

/** How one goes from claim to claim and to what is unread, and what is said on the way. */
export function moves(store: Store, t: Words<'galley'>, states: Words<'states'>) {
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
