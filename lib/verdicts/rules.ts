import type { PlainCode } from '#lib/platform/result.ts';

/** Numbers of the evidence that a rationale names in brackets: "[1]", "[2, 3]". */
export function citedNumbers(rationale: string): number[] {
  const found = new Set<number>();
  for (const match of rationale.matchAll(/\[(\d{1,4}(?:\s?,\s?\d{1,4})*)\]/g)) {
    for (const part of (match[1] ?? '').split(',')) found.add(Number(part.trim()));
  }
  return [...found].filter((number) => number > 0).sort((a, b) => a - b);
}

/** Why a claim takes no verdict and no sign-off, whatever its verdicts: it is excluded, or has been ended. Null where it does. */
export function closedBecause(
  claim: Readonly<{ excludedAt: Date | null; replacedAt: Date | null; withdrawnAt: Date | null }>,
): PlainCode | null {
  if (claim.excludedAt) return 'claim-excluded-restore';
  if (claim.replacedAt) return 'claim-replaced-judge';
  return claim.withdrawnAt ? 'claim-withdrawn' : null;
}
