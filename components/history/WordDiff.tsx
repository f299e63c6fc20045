'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { shortened, wordParts } from '#lib/exports/word-parts.ts';

export type WordDiffProps = {
  readonly before: string;
  readonly after: string;
  /** One of the two alone, where they stand side by side. */
  readonly side?: 'before' | 'after';
  /** Of long stretches that are the same only what stands next to a change. */
  readonly isShort?: boolean;
};

/** Two wordings as one, what went struck out and what came underlined: readable without colour, and said to screen readers. */
export function WordDiff({ before, after, side, isShort = false }: WordDiffProps) {
  const t = useTranslations('history');
  const parts = useMemo(() => {
    let at = 0;
    const left = side === 'before' ? 'inserted' : side === 'after' ? 'deleted' : null;
    const drawn = wordParts(before, after).filter(({ kind }) => kind !== left);
    return drawn.map((part, i) => {
      const key = at;
      at += part.text.length;
      const text = isShort && part.kind === 'same' ? shortened(part.text, i > 0, i < drawn.length - 1) : part.text;
      return { ...part, text, key };
    });
  }, [before, after, side, isShort]);
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
