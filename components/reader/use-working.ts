'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useCommands } from '#components/shell/use-commands.ts';
import { announce } from '#components/ui/announce.ts';
import {
  figureIn,
  MOST_INPUTS,
  takes,
  type Worked,
  type WorkingKind,
  type WorkingTrouble,
  worked,
} from '#lib/sources/rules-working.ts';
import type { Stretch } from './document.ts';
import { type Direction, firstSpot, type Spot, spotAt, spotBeside, spotsOf } from './figure-spots.ts';
import type { Shown } from './stretch.ts';

/** Figures that are being chosen, and what is made of them. */
export type WorkingHand = {
  readonly at: Spot;
  /** In the order in which they were chosen. */
  readonly chosen: readonly Spot[];
  readonly kind: WorkingKind | null;
};

export type WorkingState = {
  /** Null while nobody works anything out. */
  readonly hand: WorkingHand | null;
  /** What comes of it; null while no kind has been chosen. */
  readonly outcome: Worked | WorkingTrouble | null;
  /** Takes the figure at an offset, or lays it down. True where a working is under way: the click is its. */
  readonly pick: (at: number) => boolean;
  readonly leave: () => void;
};

type Asked = {
  /** Names one claim and one text: at another, nothing is being worked out. */
  readonly of: string;
  readonly shown: Shown;
  /** Where to begin. */
  readonly from: Stretch | null;
  /** The focus is in the source's text, or in the bar: the arrows choose figures there. */
  readonly isIn: boolean;
};

/** Choosing figures of a source and a working over them, by keys and by clicks. */
export function useWorking({ of, shown, from, isIn }: Asked): WorkingState {
  const t = useTranslations('reader');
  const [own, setOwn] = useState<{ readonly of: string; readonly hand: WorkingHand } | null>(null);
  const hand = own?.of === of ? own.hand : null;
  const isOn = hand !== null;
  const spots = useMemo(() => (isOn ? spotsOf(shown) : []), [isOn, shown]);
  const set = (next: WorkingHand | null) => setOwn(next && { of, hand: next });
  const begin = () => {
    const at = firstSpot(spotsOf(shown), from);
    if (at) set({ at, chosen: [], kind: null });
  };
  const toggle = (spot: Spot) => {
    if (!hand) return;
    const isIn = hand.chosen.some(({ start }) => start === spot.start);
    const chosen = isIn ? hand.chosen.filter(({ start }) => start !== spot.start) : added(hand.chosen, spot);
    set({ ...hand, at: spot, chosen });
    announce(t(isIn ? 'working.laid' : 'working.taken', { figure: spot.words }));
  };
  const go = (direction: Direction, takesIt: boolean) => () => {
    if (!hand) return;
    const at = spotBeside(spots, hand.at, direction);
    set({ ...hand, at, chosen: takesIt ? added(added(hand.chosen, hand.at), at) : hand.chosen });
    announce(takesIt ? t('working.taken', { figure: at.words }) : at.words);
  };
  const choose = (kind: WorkingKind) => () => {
    if (!hand) return;
    // Pressed again, a working of two takes them the other way round.
    const turns = hand.kind === kind && takes(kind).most === 2;
    set({ ...hand, kind, chosen: turns ? hand.chosen.toReversed() : hand.chosen });
  };
  const on = (deed: () => void) => (isOn ? deed : undefined);
  const within = (deed: () => void) => (isOn && isIn ? deed : undefined);
  useCommands({
    'working.begin': isOn || shown.blocks.length === 0 ? undefined : begin,
    'working.take': within(() => hand && toggle(hand.at)),
    'working.left': within(go('left', false)),
    'working.right': within(go('right', false)),
    'working.up': within(go('up', false)),
    'working.down': within(go('down', false)),
    'working.moreLeft': within(go('left', true)),
    'working.moreRight': within(go('right', true)),
    'working.moreUp': within(go('up', true)),
    'working.moreDown': within(go('down', true)),
    'working.sum': on(choose('sum')),
    'working.difference': on(choose('difference')),
    'working.share': on(choose('share')),
    'working.change': on(choose('change')),
    'working.per_head': on(choose('per_head')),
    'working.average': on(choose('average')),
    'working.leave': on(() => set(null)),
  });
  return {
    hand,
    outcome: outcomeOf(hand),
    pick: (offset) => {
      const spot = isOn ? spotAt(spots, shown, offset) : null;
      if (spot) toggle(spot);
      return isOn;
    },
    leave: () => set(null),
  };
}

const added = (chosen: readonly Spot[], spot: Spot): readonly Spot[] =>
  chosen.length >= MOST_INPUTS || chosen.some(({ start }) => start === spot.start) ? chosen : [...chosen, spot];

function outcomeOf(hand: WorkingHand | null): Worked | WorkingTrouble | null {
  if (!hand || hand.kind === null) return null;
  return worked(
    hand.kind,
    hand.chosen.flatMap(({ words }) => figureIn(words) ?? []),
  );
}
