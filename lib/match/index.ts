/** Same claim, said twice: within an article and across articles. Pure; no corpus statistics, so two claims always compare alike. */
export { matchClaims } from './compare.ts';
export { lookUpKeys } from './look-up.ts';
export { findPairs } from './pairs.ts';
export { type Comparison, type Figured, figuresSideBySide } from './side-by-side.ts';
export type { Match, MatchClaim, Pair, PlacedClaim, Relation } from './types.ts';
