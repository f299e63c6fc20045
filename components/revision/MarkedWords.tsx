'use client';

import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import { claimClass } from '#components/ui/states.ts';
import type { PlacedClaimDTO } from '#lib/workbench/types.ts';

export type MarkedWordsProps = {
  readonly text: string;
  readonly kind: 'same' | 'inserted' | 'deleted';
  /** Where the words begin in their text. */
  readonly at: number;
  readonly claims: readonly PlacedClaimDTO[];
};

/** How words that came and words that went are drawn; on paper, which may be grey, by weight too. */
export const changeClass = {
  inserted: 'border-b-2 border-stands bg-stands/15 no-underline print:font-bold',
  deleted: 'me-0.5 bg-wrong/15 line-through decoration-wrong print:decoration-2',
} as const;

export const claimNumberClass = 'me-0.5 font-sans text-[0.6rem] font-semibold text-soft';

/** A stretch of a comparison: what became of it, and the claims that stand in it, each with its number where it begins. */
export function MarkedWords({ text, kind, at, claims }: MarkedWordsProps) {
  const t = useTranslations('history');
  const here = claims.filter((claim) => claim.start < at + text.length && at < claim.end);
  const words = here.length === 0 ? text : withClaims(text, at, here);
  if (kind === 'same') return <span>{words}</span>;
  const Element = kind === 'inserted' ? 'ins' : 'del';
  return (
    <Element className={changeClass[kind]}>
      <span className="sr-only">{t(kind)} </span>
      {words}
    </Element>
  );
}

/** Cut at every end of a claim; where claims overlap, the words are drawn as the shortest one's. */
function withClaims(text: string, at: number, claims: readonly PlacedClaimDTO[]): ReactNode {
  const end = at + text.length;
  const ends = claims.flatMap((claim) => [claim.start, claim.end]).filter((place) => place > at && place < end);
  const cuts = [...new Set([at, ...ends, end])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, i) => {
    const to = cuts[i + 1] ?? end;
    const over = claims.filter((claim) => claim.start < to && from < claim.end);
    const [inner] = [...over].sort((a, b) => a.end - a.start - (b.end - b.start));
    const words = text.slice(from - at, to - at);
    return (
      <Fragment key={from}>
        {over
          .filter((claim) => claim.start === from)
          .map((claim) => (
            <sup key={claim.number} className={claimNumberClass}>
              {claim.number}
            </sup>
          ))}
        {inner ? <span className={claimClass(inner.mark)}>{words}</span> : words}
      </Fragment>
    );
  });
}
