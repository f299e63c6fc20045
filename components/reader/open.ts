import type { OpenSource, Store } from '../galley/store.ts';
import { followSource } from '../galley/use-select.ts';

type Asked = Pick<OpenSource, 'sourceId'> & Partial<OpenSource>;

/** Opens a source beside the galley, and brings the focus into it. */
export function openReader(store: Store, { sourceId, captureId = null, at = null, jobId = null }: Asked): void {
  store.set({ reader: { sourceId, captureId, at, jobId }, focus: 'reader' });
  followSource(store);
}

export function closeReader(store: Store): void {
  store.set({ reader: null, ...(store.get().focus === 'reader' ? { focus: null } : {}) });
  followSource(store);
}
