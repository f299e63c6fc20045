import type { ClaimMark } from '#lib/standing/types.ts';

/** What a claim's mark says; the galley, the rail and every list use these and no other. */
export type ClaimState = ClaimMark;

/** The classes of a claim's words in the text: line style, weight and colour (app/styles/claims.css). */
export function claimClass(state: ClaimState): string {
  return `claim claim-${state}`;
}

/** The class that sets `--state` to the state's colour, for marks, rails and bars. */
export function stateColour(state: ClaimState): string {
  return `state-${state}`;
}
