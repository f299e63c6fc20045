'use client';

import { useState } from 'react';
import type { PassageDTO } from '#lib/workbench/types-passages.ts';
import type { Stretch } from './document.ts';

/** The passage that a key attaches: chosen by whoever reads, or offered. */
export type Hand = Stretch & { readonly kind: 'chosen' | 'offered'; readonly passage: PassageDTO | null };

type Own = { readonly of: string; readonly stretch: Stretch | null };

export type Handling = {
  readonly hand: Hand | null;
  /** Takes words in hand; with null nothing is, not even what is offered, until something is chosen. */
  readonly take: (stretch: Stretch | null) => void;
};

/**
 * The passage in hand, for one claim and one text (`of`): the words that have been chosen for it, else the best that is offered. What was
 * chosen for one claim is in nobody's hand at the next, so that no key attaches it there by mistake.
 */
export function useHand(of: string, offered: readonly PassageDTO[], asked: Stretch | null): Handling {
  const [own, setOwn] = useState<Own | null>(null);
  const [seen, setSeen] = useState<Stretch | null>(null);
  let now = own?.of === of ? own : null;
  if (asked !== seen) {
    // Led here with words to attach: they are in hand as if they had been chosen.
    now = asked && { of, stretch: asked };
    setSeen(asked);
    if (asked) setOwn(now);
  }
  return { hand: handOf(now, offered), take: (stretch) => setOwn({ of, stretch }) };
}

function handOf(own: Own | null, [best]: readonly PassageDTO[]): Hand | null {
  if (own) return own.stretch && { start: own.stretch.start, end: own.stretch.end, kind: 'chosen', passage: null };
  return best ? { start: best.start, end: best.end, kind: 'offered', passage: best } : null;
}
