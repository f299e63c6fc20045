import type { Change, Piece, SentCopy, SentPart } from './types.ts';

/** To the minute: not every program keeps seconds. */
export const minuteOf = (instant: string | null): string => (instant ?? '').slice(0, 16);

/** What of the suggestions that went out a tracked change is; null of anybody else's. */
export type Ours = (change: Change, text: string) => readonly SentPart[] | null;

/** Tells the desk's suggestions from what others changed: by who made them and when, or, where a file has forgotten both, by their words. */
export function oursIn({ fixes }: SentCopy): Ours {
  const made = new Map<string, SentPart[]>();
  for (const { by, at, parts } of fixes) {
    const key = `${minuteOf(at)} ${by}`;
    made.set(key, [...(made.get(key) ?? []), ...parts]);
  }
  const all = fixes.flatMap(({ parts }) => parts);
  return (change, text) => {
    const parts = change.at === null ? all : made.get(`${minuteOf(change.at)} ${change.by}`);
    const same = parts?.filter((part) => part.kind === change.kind && part.text === text) ?? [];
    return same.length > 0 || (parts !== undefined && change.at !== null) ? same : null;
  };
}

/**
 * Whether the words of a piece stand in the text: what others put in does, what they took out does not. A suggestion that is still one counts as if it had not
 * been made; but where one half of a replacement was taken or refused, the half that is left goes the same way.
 */
export function isThere(pieces: readonly Piece[], at: number, ours: Ours): boolean {
  const piece = pieces[at];
  if (!piece) return false;
  const { change, text } = piece;
  if (change === null) return true;
  const parts = ours(change, text);
  if (parts === null) return change.kind === 'inserted';
  const isOld = change.kind === 'deleted';
  const others = parts.flatMap(({ other }) => other ?? []);
  if (others.length === 0 || others.some((other) => isLeft(pieces, at, other, ours))) return isOld;
  // The words of a half that was refused or taken stand beside as words of the text.
  return !others.some((other) => stands(pieces, at, other));
}

/** Whether the other half of a replacement is still a suggestion beside a piece. */
const isLeft = (pieces: readonly Piece[], at: number, other: string, ours: Ours): boolean =>
  [pieces[at - 1], pieces[at + 1]].some(
    (beside) => beside?.change && beside.text === other && ours(beside.change, beside.text) !== null,
  );

/** Whether these words stand beside a piece as words of the text. */
const stands = (pieces: readonly Piece[], at: number, words: string): boolean =>
  (pieces[at - 1]?.change === null && (pieces[at - 1]?.text.endsWith(words) ?? false)) ||
  (pieces[at + 1]?.change === null && (pieces[at + 1]?.text.startsWith(words) ?? false));
