'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import { SearchField } from '#components/ui/SearchField.tsx';
import type { Stretch } from './document.ts';
import { findAll, nextPlace } from './find.ts';

export type FindBoxProps = {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly text: string;
  /** Where one stands: Enter goes on from there. */
  readonly hand: Stretch | null;
  readonly onGo: (place: Stretch) => void;
  readonly onClose: () => void;
};

/** Finds words in a source: Enter takes the next place in hand. */
export function FindBox({ inputRef, text, hand, onGo, onClose }: FindBoxProps) {
  const t = useTranslations('reader');
  const [query, setQuery] = useState('');
  useLayoutEffect(() => inputRef.current?.focus(), [inputRef]);
  const places = useMemo(() => findAll(text, query), [text, query]);
  const at = hand ? places.findIndex(({ start, end }) => start === hand.start && end === hand.end) + 1 : 0;
  return (
    <search className="flex items-center gap-3 border-b border-rule bg-sheet px-4 py-2">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears what the field inside leaves */}
      <div
        className="min-w-0 flex-1"
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault();
            onClose();
          }
          if (event.key !== 'Enter') return;
          event.preventDefault();
          const next = nextPlace(places, hand && at > 0 ? hand.end : 0);
          if (next) onGo(next);
        }}
      >
        <SearchField label={t('find')} value={query} onChange={setQuery} inputRef={inputRef} />
      </div>
      <span role="status" className="figures shrink-0 text-xs text-soft">
        {query.trim() === '' ? null : places.length === 0 ? t('foundNone') : t('found', { at, all: places.length })}
      </span>
    </search>
  );
}
