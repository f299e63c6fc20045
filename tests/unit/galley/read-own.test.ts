import { afterEach, expect, test, vi } from 'vitest';
import { createStore } from '#components/galley/store.ts';
import { readOwn } from '#components/galley/use-detail.ts';
import { claim, opened } from './make.ts';

afterEach(() => vi.restoreAllMocks());

test('after a deed a claim is read once, whoever waits for it, and anew after the next', async () => {
  const fetched = vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation(async () => Response.json({ claim: claim(1, 0, 8) }));
  const store = createStore(opened([claim(1, 0, 8)]));
  store.set({ savedAt: 1 });
  expect(await Promise.all([readOwn(store, 'claim-1'), readOwn(store, 'claim-1')])).toEqual([true, true]);
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(store.get().details.get('claim-1')?.claim.number).toBe(1);

  const before = readOwn(store, 'claim-1');
  store.set({ savedAt: 2 });
  await Promise.all([before, readOwn(store, 'claim-1')]);
  expect(fetched).toHaveBeenCalledTimes(3);

  fetched.mockRejectedValueOnce(new Error('The line is lost'));
  expect(await readOwn(store, 'claim-1')).toBe(false);
});
