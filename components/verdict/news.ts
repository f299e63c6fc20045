import { hasMovedOn } from '#lib/standing/rules-seen.ts';
import type { VerdictDTO } from '#lib/verdicts/types.ts';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';

/** What somebody did to a claim's verdicts while another was writing. */
export type News =
  | { readonly did: 'gave' | 'signed' | 'withdrew'; readonly name: string; readonly rating: string }
  | { readonly did: 'unsigned' | 'changed' | 'basis' };

/**
 * What came or went since a reader began, of which `seen` is what they had before them then: verdicts in force and
 * sign-offs by id. Empty where nothing did that they could read.
 */
export function newsSince(
  seen: readonly string[],
  { verdicts }: Pick<ClaimDetailDTO, 'verdicts'>,
  readerId: string,
): readonly News[] {
  const given = verdicts.map((verdict) => ({
    id: verdict.id,
    inForce: verdict.inForce,
    revealed: verdict.content !== null,
    signOffIds: verdict.signOff ? [verdict.signOff.id] : [],
  }));
  if (!hasMovedOn(given, seen)) return [];
  const saw = new Set(seen);
  const known = new Set(given.flatMap((verdict) => [verdict.id, ...verdict.signOffIds]));
  const news = [
    ...verdicts.flatMap((verdict) => newsOf(verdict, saw, readerId)),
    ...(seen.some((id) => !known.has(id)) ? [{ did: 'unsigned' } as const] : []),
  ];
  return news.length > 0 ? news : [{ did: 'changed' }];
}

/** What a reader had before them when they began, and whether what a verdict rests on is otherwise since. */
export type Begun = { readonly seen: readonly string[]; readonly isOtherwise: boolean };

/** `newsSince`, and that others have changed what a verdict rests on: the claim's words, or its evidence. */
export const newsSinceBegun = (
  { seen, isOtherwise }: Begun,
  detail: Pick<ClaimDetailDTO, 'verdicts'>,
  readerId: string,
): readonly News[] => [...newsSince(seen, detail, readerId), ...(isOtherwise ? [{ did: 'basis' } as const] : [])];

function newsOf(verdict: VerdictDTO, saw: ReadonlySet<string>, readerId: string): News[] {
  const { content, signOff, author } = verdict;
  if (content === null) return [];
  const rating = content.rating.label;
  if (verdict.ended === 'withdrawn' && saw.has(verdict.id) && !verdict.mine)
    return [{ did: 'withdrew', name: author.name, rating }];
  if (!verdict.inForce) return [];
  const news: News[] = [];
  if (!saw.has(verdict.id) && !verdict.mine) news.push({ did: 'gave', name: author.name, rating });
  if (signOff && !saw.has(signOff.id) && signOff.by.id !== readerId)
    news.push({ did: 'signed', name: signOff.by.name, rating });
  return news;
}
