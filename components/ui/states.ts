/** What a claim's mark says; the galley, the rail and every list use these eight and no other. */
export const claimStates = ['open', 'review', 'await', 'disputed', 'stands', 'wrong', 'stale', 'excluded'] as const;

export type ClaimState = (typeof claimStates)[number];

/** The classes of a claim's words in the text: line style, weight and colour (app/styles/claims.css). */
export function claimClass(state: ClaimState): string {
  return `claim claim-${state}`;
}

/** The class that sets `--state` to the state's colour, for marks, rails and bars. */
export function stateColour(state: ClaimState): string {
  return `state-${state}`;
}
