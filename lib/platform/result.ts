/** Why something expected did not happen. One list for actions, routes and the command line. */
export const REFUSALS = [
  'signed-out',
  'unproven',
  'forbidden',
  'not-found',
  'invalid',
  'stale-version',
  'conflict',
  'basis-moved',
  'own-verdict',
  'not-in-force',
  'too-large',
  'rate-limited',
  'unavailable',
  'fault',
] as const;
export type Refusal = (typeof REFUSALS)[number];

export type Refused = {
  readonly ok: false;
  readonly reason: Refusal;
  /** Words for the person, naming what to do. */
  readonly message: string;
  /** What is wrong with which field of the input, by the field's path. */
  readonly fields?: Readonly<Record<string, string>>;
  /** What stands now, where the input was based on something older. */
  readonly present?: unknown;
};
export type Done<T> = { readonly ok: true; readonly value: T };
export type Result<T> = Done<T> | Refused;

export const done = <T>(value: T): Done<T> => ({ ok: true, value });
export const refused = (reason: Refusal, message: string, more: Pick<Refused, 'fields' | 'present'> = {}): Refused => ({
  ok: false,
  reason,
  message,
  ...more,
});

/** An expected refusal on its way out of a transaction, which it rolls back. Mapped to a `Refused` at the edge. */
export class AppError extends Error {
  readonly refusal: Refused;
  constructor(refusal: Refused) {
    super(refusal.message);
    this.name = 'AppError';
    this.refusal = refusal;
  }
}

/** Leaves the running transaction with a refusal. */
export function refuse(reason: Refusal, message: string, more: Pick<Refused, 'fields' | 'present'> = {}): never {
  throw new AppError(refused(reason, message, more));
}
