'use client';

import { useTranslations } from 'next-intl';
import { useLayoutEffect, useRef, useState } from 'react';
import { cx } from '../ui/cx.ts';
import { StateGlyph } from '../ui/StateGlyph.tsx';
import { stateColour } from '../ui/states.ts';
import { HereInMargin } from './Here.tsx';
import type { PlacedClaim } from './segments.ts';
import { useSelectClaim } from './use-select.ts';
import { whenNear } from './when-near.ts';

type Line = { readonly middle: number; readonly claims: readonly PlacedClaim[] };

/**
 * The marks in the margin, each at the line where its claim begins; claims that begin on one line stand side by side.
 * Lines are measured once the paragraph's slip comes near the window, and whenever its size changes: to measure what is out of
 * sight would lay it out, and a book would cost all of its pages.
 */
export function MarginMarks({ claims, selectedId }: { claims: readonly PlacedClaim[]; selectedId: string | null }) {
  const root = useRef<HTMLDivElement>(null);
  const [lines, setLines] = useState<readonly Line[]>([]);
  useLayoutEffect(() => {
    const block = root.current?.parentElement;
    const slip = block?.parentElement;
    if (!block || !slip) return;
    return whenNear(slip, () => setLines(linesOf(block, claims)));
  }, [claims]);
  if (claims.length === 0) return null;
  return (
    <div ref={root} className="galley-marks">
      {lines.length > 0 ? <Lines lines={lines} selectedId={selectedId} /> : null}
    </div>
  );
}

function Lines({ lines, selectedId }: { lines: readonly Line[]; selectedId: string | null }) {
  const t = useTranslations('galley');
  const states = useTranslations('states');
  const select = useSelectClaim();
  return (
    <>
      {lines.map((line) => (
        <div key={line.middle} className="galley-mark-line" style={{ insetBlockStart: `${line.middle}px` }}>
          {line.claims.map((claim) => (
            <button
              key={claim.id}
              type="button"
              tabIndex={claim.id === selectedId ? 0 : -1}
              data-number={claim.number}
              aria-pressed={claim.id === selectedId}
              aria-label={t('markLabel', {
                number: claim.number,
                state: states(claim.mark),
                statement: claim.statement,
              })}
              onClick={() => select(claim.id)}
              className={cx(
                'galley-mark',
                stateColour(claim.mark),
                `tier-${claim.tier}`,
                claim.id === selectedId && 'galley-mark-solid',
              )}
            >
              <StateGlyph state={claim.mark} className="size-3.5" />
            </button>
          ))}
          <HereInMargin claimIds={line.claims.map(({ id }) => id)} />
        </div>
      ))}
    </>
  );
}

function linesOf(block: HTMLElement, claims: readonly PlacedClaim[]): Line[] {
  const lines: { middle: number; claims: PlacedClaim[] }[] = [];
  const zero = block.getBoundingClientRect().top;
  for (const claim of claims) {
    const first = block.querySelector(`[data-first][data-claim="${claim.id}"]`)?.getClientRects()[0];
    if (!first) continue;
    const middle = Math.round(first.top + first.height / 2 - zero);
    const line = lines.find((item) => Math.abs(item.middle - middle) < 8);
    if (line) line.claims.push(claim);
    else lines.push({ middle, claims: [claim] });
  }
  return lines;
}
