'use client';

import dynamic from 'next/dynamic';
import type { BothTextsProps } from './BothTexts.tsx';
import type { Conflict } from './conflict.ts';

// It compares texts word by word; the code for that comes only where two have saved one thing.
const BothTexts = dynamic(() => import('./BothTexts.tsx').then((module) => module.BothTexts));

export type ConflictsProps = Omit<BothTextsProps, 'conflicts'> & { readonly conflicts: readonly Conflict[] };

/** Where somebody else saved first: both texts, side by side, and what to do about it. Stands before a form's buttons. */
export function Conflicts({ conflicts, ...rest }: ConflictsProps) {
  return conflicts.length === 0 ? null : <BothTexts conflicts={conflicts} {...rest} />;
}
