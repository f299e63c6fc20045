import type refusals from '../../messages/en/refusals.ts';

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
  'moved-on',
  'held',
  'undecided-wording',
  'own-verdict',
  'not-in-force',
  'too-large',
  'rate-limited',
  'unavailable',
  'busy',
  'disk-full',
  'fault',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Names the words of a refusal, which stand in `messages/…/refusals.ts`. */
export type RefusalCode = keyof typeof refusals;

/** What is to be said: `lib/i18n/tell.ts` puts it into words. */
export type Saying = { readonly code: RefusalCode; readonly values?: Readonly<Record<string, string | number>> };

/** A refusal on its way to the edge, where it is told. */
export type Unsaid = Saying & {
  readonly ok: false;
  readonly reason: Refusal;
  /** What is wrong with which field of the input, by the field's path. */
  readonly fields?: Readonly<Record<string, Saying>>;
  /** What stands now, where the input was based on something older. */
  readonly present?: unknown;
};

/** A refusal in words. */
export type Refused = {
  readonly ok: false;
  readonly reason: Refusal;
  /** Left out where the browser says so itself: that it could not reach the server. */
  readonly code?: RefusalCode;
  /** Words for the person, naming what to do. */
  readonly message: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly present?: unknown;
};

export type Done<T> = { readonly ok: true; readonly value: T };
/** How something went, inside. */
export type Outcome<T> = Done<T> | Unsaid;
/** How something went, for who asked. */
export type Result<T> = Done<T> | Refused;

type More = Pick<Unsaid, 'values' | 'fields' | 'present'> & {
  /** The one field that the words are about. */
  readonly field?: string;
};

export const done = <T>(value: T): Done<T> => ({ ok: true, value });

export function refused(reason: Refusal, code: RefusalCode, { field, values, fields, present }: More = {}): Unsaid {
  const saying: Saying = values === undefined ? { code } : { code, values };
  return {
    ok: false,
    reason,
    ...saying,
    ...(field === undefined ? {} : { fields: { [field]: saying } }),
    ...(fields === undefined ? {} : { fields }),
    ...(present === undefined ? {} : { present }),
  };
}

/** An expected refusal on its way out of a transaction, which it rolls back. */
export class AppError extends Error {
  readonly refusal: Unsaid;
  constructor(refusal: Unsaid) {
    super(`${refusal.reason}: ${refusal.code} ${JSON.stringify(refusal.values ?? {})}`);
    this.name = 'AppError';
    this.refusal = refusal;
  }
}

/** Leaves the running transaction with a refusal. */
export function refuse(reason: Refusal, code: RefusalCode, more: More = {}): never {
  throw new AppError(refused(reason, code, more));
}
