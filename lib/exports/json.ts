import type { Later } from './model.ts';
import { joined, jsonPieces } from './pieces.ts';

type Kept = { readonly snapshot: string; readonly digest: string; readonly later?: Later | null };

/**
 * The frozen report itself, as it was kept, set for reading, with the digest that its canonical form has. An older form
 * stays what it was: its digest is over just these fields, without `digest` and `later`, which says what has come after it
 * and is there only where something has.
 */
export const renderJson = (report: Kept): string => joined(piecesOfJson(report));

/** The same in pieces. */
export function* piecesOfJson({ snapshot, digest, later }: Kept): Generator<string> {
  yield* jsonPieces({ ...JSON.parse(snapshot), digest, ...(later ? { later } : {}) });
  yield '\n';
}
