'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { wordParts } from '#lib/exports/word-parts.ts';

export type WordDiffProps = {
  readonly before: string;
  readonly after: string;
  /** One of the two alone, where they stand side by side. */
  readonly side?: 'before' | 'after';
};

/** Two wordings as one, what went struck out and what came underlined: readable without colour, and said to screen readers. */
export function WordDiff({ before, after, side }: WordDiffProps) {
  const t = useTranslations('history');
  const parts = useMemo(() => {
    let at = 0;
    const left = side === 'before' ? 'inserted' : side === 'after' ? 'deleted' : null;
    const drawn = wordParts(before, after).filter(({ kind }) => kind !== left);
    return drawn.map((part) => {
      const key = at;
      at += part.text.length;
      return { ...part, key };
    });
  }, [before, after, side]);
  return parts.map((part) =>
    part.kind === 'inserted' ? (
      <ins key={part.key} className="bg-stands/15 decoration-stands decoration-2 underline print:font-bold">
        <span className="sr-only">{t('inserted')} </span>
        {part.text}
      </ins>
    ) : part.kind === 'deleted' ? (
      <del key={part.key} className="me-0.5 bg-wrong/15 decoration-wrong line-through">
        <span className="sr-only">{t('deleted')} </span>
        {part.text}
      </del>
    ) : (
      <span key={part.key}>{part.text}</span>
    ),
  );
}
