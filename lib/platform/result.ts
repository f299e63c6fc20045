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

/** The names in a text's braces: `number` of "Claim {number}", `most` of "{most, number} characters". */
type NamesIn<Text extends string> = Text extends `${string}{${infer Inside}}${infer Rest}`
  ? NameOf<Inside> | NamesIn<Rest>
  : never;
/** What stands in braces without a comma and has a space in it is one of the texts to choose from, and no name. */
type NameOf<Inside extends string> = Inside extends `{${infer Deeper}`
  ? NameOf<Deeper>
  : Inside extends `${infer Name},${string}`
    ? Name
    : Inside extends `${string} ${string}`
      ? never
      : Inside;

/** What the words of a code speak of, by the names that stand in them. */
export type ValuesOf<Code extends RefusalCode> = Readonly<Record<NamesIn<(typeof refusals)[Code]>, string | number>>;

/** A code whose words are always the same. */
export type PlainCode = {
  [Code in RefusalCode]: [NamesIn<(typeof refusals)[Code]>] extends [never] ? Code : never;
}[RefusalCode];

/** What is to be said: `lib/i18n/tell.ts` puts it into words. */
export type Saying = { readonly code: RefusalCode; readonly values?: Readonly<Record<string, string | number>> };

/** The values that a code is said with: none can be left out. */
export type Values<Code extends RefusalCode> = [Code] extends [PlainCode] ? [] : [values: ValuesOf<Code>];

/** What a rule has to say. */
export const say = <Code extends RefusalCode>(code: Code, ...[values]: Values<Code>): Saying =>
  values === undefined ? { code } : { code, values };

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

type Beside = Pick<Unsaid, 'fields' | 'present'> & {
  /** The one field that the words are about. */
  readonly field?: string;
};
/** What stands beside a code: the values of its words, where they have such, cannot be left out. */
type More<Code extends RefusalCode> = [Code] extends [PlainCode]
  ? [more?: Beside & { readonly values?: undefined }]
  : [more: Beside & { readonly values: ValuesOf<Code> }];

export const done = <T>(value: T): Done<T> => ({ ok: true, value });

export function refused<Code extends RefusalCode>(reason: Refusal, code: Code, ...[more]: More<Code>): Unsaid {
  const { field, values, fields, present } = more ?? {};
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
export function refuse<Code extends RefusalCode>(reason: Refusal, code: Code, ...more: More<Code>): never {
  throw new AppError(refused(reason, code, ...more));
}

/** What came of it; leaves the running work with the refusal where nothing did. */
export function granted<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new AppError(outcome);
  return outcome.value;
}

/** Leaves the running transaction with what a rule has found wrong with a field. */
export function refuseField(field: string, saying: Saying): never {
  throw new AppError({ ok: false, reason: 'invalid', ...saying, fields: { [field]: saying } });
}
