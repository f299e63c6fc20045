'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';
import type { WorkbenchDTO } from '#lib/workbench/types.ts';
import type { Store, WorkbenchState } from './store.ts';

const StoreContext = createContext<Store | null>(null);
export const StoreProvider = StoreContext.Provider;

export function useStore(): Store {
  const store = useContext(StoreContext);
  if (!store) throw new Error('The workbench’s store is not there');
  return store;
}

/** What stays as it is while the workbench is open: the text, who reads it, what they may. */
export const useBench = (): WorkbenchDTO => useStore().get().bench;

/** A part of the workbench's state; draws anew only when that part changes. The selector must not make new objects. */
export function useWorkbench<T>(select: (state: WorkbenchState) => T): T {
  const store = useStore();
  const read = () => select(store.get());
  return useSyncExternalStore(store.subscribe, read, read);
}
