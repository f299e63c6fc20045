import type { Result } from '#lib/platform/result.ts';

/** Asks for the password, and tells whether it was given. Put in place by the shell's own window (ProveDialog). */
type Ask = () => Promise<boolean>;

let ask: Ask = async () => false;

export function setAsk(next: Ask): () => void {
  ask = next;
  return () => {
    if (ask === next) ask = async () => false;
  };
}

/** Does a deed, and where it asks for the password once more, does it again after that was given. */
export async function proven<T>(deed: () => Promise<Result<T>>): Promise<Result<T>> {
  const outcome = await deed();
  if (outcome.ok || outcome.reason !== 'unproven') return outcome;
  return (await ask()) ? deed() : outcome;
}
