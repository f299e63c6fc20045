'use client';

import { useCommands } from '#components/shell/use-commands.ts';
import type { Stance } from '#lib/evidence/types.ts';
import type { Stretch } from './document.ts';
import { byUnit, byWord, type Shown, unitBeside } from './stretch.ts';
import type { Handling } from './use-hand.ts';

export type ReaderKeys = Handling & {
  readonly shown: Shown;
  /** The focus is in the source's text: the arrows choose words there. */
  readonly isIn: boolean;
  /** Null where nothing may be attached now, or nothing is in hand. */
  readonly attach: ((stance: Stance) => void) | null;
  readonly askClaims: (() => void) | null;
  /** Null where the claim in hand is nobody's saying. */
  readonly turnAspect: (() => void) | null;
  readonly find: () => void;
  readonly close: () => void;
};

/** What the keys do in a source's text. */
export function useReaderCommands(keys: ReaderKeys): void {
  const { hand, take, shown, isIn, attach, askClaims, turnAspect, find, close } = keys;
  const hasWords = shown.blocks.length > 0;
  const go = (step: (from: Stretch | null) => Stretch | null) => () => {
    const next = step(hand);
    if (next === null) return;
    document.getSelection()?.removeAllRanges();
    take(next);
  };
  const onHand = (step: (from: Stretch) => Stretch) => (isIn && hand ? go((from) => from && step(from)) : undefined);
  const deed = (stance: Stance) => (attach ? () => attach(stance) : undefined);
  useCommands({
    'passage.supports': deed('supports'),
    'passage.refutes': deed('refutes'),
    'passage.context': deed('context'),
    'passage.claims': askClaims ?? undefined,
    'passage.aspect': turnAspect ?? undefined,
    'reader.find': hasWords ? find : undefined,
    'reader.nextUnit': isIn && hasWords ? go((from) => unitBeside(shown, from, 1)) : undefined,
    'reader.previousUnit': isIn && hasWords ? go((from) => unitBeside(shown, from, -1)) : undefined,
    'reader.moreUnits': onHand((from) => byUnit(shown, from, 1)),
    'reader.fewerUnits': onHand((from) => byUnit(shown, from, -1)),
    'reader.endLater': onHand((from) => byWord(shown, from, 'end', 1)),
    'reader.endEarlier': onHand((from) => byWord(shown, from, 'end', -1)),
    'reader.startLater': onHand((from) => byWord(shown, from, 'start', 1)),
    'reader.startEarlier': onHand((from) => byWord(shown, from, 'start', -1)),
    // Words of one's own are laid down first: closing would lose the place.
    'reader.close': hand?.kind === 'chosen' ? () => take(null) : close,
  });
}
