import { type Json, sha256 } from '#lib/platform/canonical.ts';
import type { Action, Changes, Events } from './types.ts';

/*
 * What events say of records, in their own words. Each domain brings a row for each action of its own (`rules-proof.ts`),
 * and the same words as its records have them now (`data-proof.ts`); verify holds the two against each other.
 */

/** An event as a saying reads it. */
export type SaidEvent<A extends Action = Action> = {
  readonly chain: string;
  readonly actorId: string | null;
  readonly subjectId: string;
  readonly detail: Events[A];
};

/** A record's columns as an event says they are from now on. */
export type Saying = {
  readonly table: string;
  readonly key: string;
  readonly says: Readonly<Record<string, Json | undefined>>;
  /** Columns that the event may have changed without saying to what: what was said of them before holds no longer. */
  readonly forgets?: readonly string[];
};
/** By action: the records that an event of it speaks of. What an older event did not carry is left out by being undefined. */
export type Sayings = { readonly [A in Action]?: (event: SaidEvent<A>) => readonly Saying[] };

/** The record that the event is about. */
export const ofSubject = (
  table: string,
  { subjectId }: Pick<SaidEvent, 'subjectId'>,
  says: Saying['says'],
): readonly Saying[] => [{ table, key: subjectId, says }];

/** What changes of fields come to, by the names that the record's own columns have. */
export const changed = (changes: Changes, names: Readonly<Record<string, string>>): Saying['says'] =>
  Object.fromEntries(Object.entries(names).map(([field, column]) => [column, changes[field]?.after]));

/** Long words are held against each other by their hash, so that nothing of an article's size is kept. */
export const brief = (value: Json): Json =>
  typeof value === 'string' && value.length > 64 ? `sha256:${sha256(value)}` : value;
