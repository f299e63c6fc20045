/*
 * What somebody acts on must be what they have read: a verdict or sign-off says which verdicts and sign-offs its giver saw.
 */

type Given = {
  readonly id: string;
  readonly inForce: boolean;
  readonly revealed: boolean;
  readonly signOffIds: readonly string[];
};

/** What a page shows of a claim's verdicts and is to be sent back: those in force and their sign-offs, by id. */
export const seenOf = (verdicts: readonly Omit<Given, 'revealed'>[]): string[] =>
  verdicts.filter((verdict) => verdict.inForce).flatMap((verdict) => [verdict.id, ...verdict.signOffIds]);

/**
 * Whether something came or went meanwhile that the reader could have read. A hidden verdict that came is no such thing:
 * there is nothing to read of it.
 */
export function hasMovedOn(verdicts: readonly Given[], seen: readonly string[]): boolean {
  const saw = new Set(seen);
  const present = new Set(seenOf(verdicts));
  const readable = seenOf(verdicts.filter((verdict) => verdict.revealed));
  return readable.some((id) => !saw.has(id)) || seen.some((id) => !present.has(id));
}
