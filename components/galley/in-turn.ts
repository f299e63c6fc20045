import type { Store } from './store.ts';

/** A queue for each workbench: what is done in turn begins once what was before it is over, however that ended. */
export function turns(): <T>(store: Store, deed: () => Promise<T>) => Promise<T> {
  const last = new WeakMap<Store, Promise<unknown>>();
  return (store, deed) => {
    const turn = (last.get(store) ?? Promise.resolve()).then(deed);
    last.set(
      store,
      turn.catch(() => undefined),
    );
    return turn;
  };
}
