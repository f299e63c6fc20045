import { mintReader } from '#lib/access/gate.ts';
import type { PublicReader } from '#lib/access/types.ts';

/** Somebody of the public, a moment from now or at another time: a clock may stand a little behind the database’s. */
export const reader = (at: Date = new Date(Date.now() + 1000)): PublicReader =>
  mintReader({ kind: 'public', at, base: 'https://desk.test/published' });
