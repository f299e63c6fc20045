/**
 * Same claim, said twice: within an article and across articles; and what of a source speaks of a claim. Pure. Two claims always compare alike: no corpus
 * statistics decide there; passages alone are ranked by how rare their words are among the sources at hand.
 */
export { matchClaims } from './compare.ts';
export { lookUpKeys } from './look-up.ts';
export { findPairs } from './pairs.ts';
export { type Bearing, type Passage, passagesFor, readSource, type SourceInput, type SourceText } from './passages.ts';
export { type Comparison, type Figured, figuresSideBySide } from './side-by-side.ts';
export type { Match, MatchClaim, Pair, PlacedClaim, Relation } from './types.ts';
