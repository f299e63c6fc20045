'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { OpenSource } from '#components/galley/store.ts';
import { useWorkbench } from '#components/galley/store-context.tsx';
import type { OpenedCaptureDTO } from '#lib/sources/types-captures.ts';
import type { PassageDTO } from '#lib/workbench/types-passages.ts';
import type { Stretch } from './document.ts';
import type { Mark } from './marks.ts';
import type { Hand } from './use-hand.ts';
import type { WorkingHand } from './use-working.ts';

type Marked = {
  readonly opened: OpenedCaptureDTO;
  readonly hand: Hand | null;
  readonly passages: readonly PassageDTO[];
  readonly at: OpenSource['at'];
  readonly claimId: string | null;
  readonly working: WorkingHand | null;
};

/** What is marked in a capture's text: the passage in hand, what is offered beside it, and what evidence quotes. */
export function useMarks({ opened, hand, passages, at, claimId, working }: Marked): readonly Mark[] {
  const t = useTranslations('reader');
  const own = useWorkbench((state) => (claimId ? state.details.get(claimId)?.evidence : undefined));
  const captureId = opened.capture.id;
  const elsewhere = opened.evidence;
  return useMemo(() => {
    const said = (kind: Mark['kind']) => t(`marks.${kind}`);
    const quoted = (own ?? []).flatMap(({ place, withdrawn, working: kept }) =>
      place?.captureId === captureId && !withdrawn ? stretchesOf(place, kept?.inputs ?? []) : [],
    );
    return [
      ...elsewhere
        .filter((item) => item.claimId !== claimId)
        .map(({ start, end }): Mark => ({ start, end, kind: 'elsewhere', label: said('elsewhere') })),
      ...quoted.map(({ start, end }): Mark => ({ start, end, kind: 'evidence', label: said('evidence') })),
      ...(at && !at.isOffered ? [{ start: at.start, end: at.end, kind: 'here' as const, label: said('here') }] : []),
      ...passages
        .filter(({ start, end }) => hand === null || start !== hand.start || end !== hand.end)
        .map(({ start, end }): Mark => ({ start, end, kind: 'found', label: said('offered') })),
      ...(working
        ? [{ start: working.at.start, end: working.at.end, kind: 'here' as const, label: said('here') }]
        : []),
      ...(working?.chosen ?? []).map(({ start, end }): Mark => ({ start, end, kind: 'chosen', label: said('chosen') })),
      ...(hand ? [{ start: hand.start, end: hand.end, kind: hand.kind, label: said(hand.kind) }] : []),
    ];
  }, [own, elsewhere, hand, passages, at, claimId, captureId, working, t]);
}

/** Where evidence stands: of a working, at each of its figures. */
const stretchesOf = (place: Stretch, inputs: readonly Stretch[]): readonly Stretch[] =>
  inputs.length > 0 ? inputs : [place];
