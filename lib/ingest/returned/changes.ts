import type { Change, Piece, ReadParagraph, SentCopy, SentPart } from './types.ts';

/** To the minute: not every program keeps seconds. */
export const minuteOf = (instant: string | null): string => (instant ?? '').slice(0, 16);

/**
 * Of a tracked change that is a suggestion of ours the words that are its other half, null for one without; of several suggestions alike, those of each. Null of
 * anybody else's change, and empty of one whose words somebody has changed.
 */
export type Ours = (change: Change, text: string) => ReadonlySet<string | null> | null;

/** By what a suggestion is told from others: who made it and when, or nothing of the kind where a file has forgotten both. */
const madeBy = (by: string, at: string | null): string => (at === null ? '' : `${minuteOf(at)} ${by}`);
const keyOf = (made: string, { kind, text }: Pick<SentPart, 'kind' | 'text'>): string => `${made}\n${kind} ${text}`;

/** Tells the desk's suggestions from what others changed. */
export function oursIn({ fixes }: SentCopy): Ours {
  const makers = new Set(fixes.map(({ by, at }) => madeBy(by, at)));
  const halves = new Map<string, Set<string | null>>();
  for (const { by, at, parts } of fixes)
    for (const part of parts)
      for (const key of [keyOf(madeBy(by, at), part), keyOf('', part)])
        halves.set(key, (halves.get(key) ?? new Set()).add(part.other));
  return ({ kind, by, at }, text) => {
    const made = madeBy(by, at);
    return halves.get(keyOf(made, { kind, text })) ?? (makers.has(made) ? NONE : null);
  };
}
const NONE: ReadonlySet<string | null> = new Set();

/** Tells of each suggestion that went out whether it is still one, both halves of it. */
export function stillIn(paragraphs: readonly ReadParagraph[], ours: Ours): (fix: SentCopy['fixes'][number]) => boolean {
  const tracked = new Set<string>();
  for (const { pieces } of paragraphs)
    for (const { change, text } of pieces)
      if (change && ours(change, text)) tracked.add(keyOf(madeBy(change.by, change.at), { kind: change.kind, text }));
  return ({ by, at, parts }) => {
    const isTracked = (part: Pick<SentPart, 'kind' | 'text'>) =>
      tracked.has(keyOf(madeBy(by, at), part)) || tracked.has(keyOf('', part));
    return parts.some(
      (part) =>
        isTracked(part) &&
        (part.other === null ||
          isTracked({ kind: part.kind === 'inserted' ? 'deleted' : 'inserted', text: part.other })),
    );
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
  const halves = ours(change, text);
  if (halves === null) return change.kind === 'inserted';
  const isOld = change.kind === 'deleted';
  const others = [...halves].filter((other) => other !== null);
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
