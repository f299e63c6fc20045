import type { Later } from './model.ts';

type Kept = { readonly snapshot: string; readonly digest: string; readonly later?: Later | null };

/**
 * The frozen report itself, as it was kept, set for reading, with the digest that its canonical form has. An older form
 * stays what it was: its digest is over just these fields, without `digest` and `later`, which says what has come after it
 * and is there only where something has.
 */
export function renderJson({ snapshot, digest, later }: Kept): string {
  return `${JSON.stringify({ ...JSON.parse(snapshot), digest, ...(later ? { later } : {}) }, null, 2)}\n`;
}
