'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { type PaletteEntry, usePaletteSource } from '#components/shell/use-commands.ts';
import type { Store } from './store.ts';
import { useStore } from './store-context.tsx';
import { selectClaim } from './use-select.ts';

/** Has the palette find the article's claims by their number, and by the words of their statement, their quotation and who says it. */
export function usePaletteClaims(): void {
  const store = useStore();
  const t = useTranslations('claim');
  usePaletteSource(useCallback(() => entriesOf(store, (number) => t('called', { number })), [store, t]));
}

function entriesOf(store: Store, called: (number: number) => string): PaletteEntry[] {
  const { order, claims, bench } = store.get();
  const { text } = bench.revision;
  return order
    .map((id) => claims.get(id))
    .filter((claim) => claim !== undefined)
    .map(({ id, number, statement, start, end, claimant, mark }) => ({
      id,
      label: statement,
      words: `${number} ${start === null || end === null ? '' : text.slice(start, end)} ${claimant.name}`,
      hint: called(number),
      mark,
      run: () => {
        selectClaim(store, id);
        store.set({ focus: 'claim' });
      },
    }));
}
