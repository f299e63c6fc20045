'use client';

import { memo, useMemo } from 'react';
import { Paragraph } from './Paragraph.tsx';
import { rangeOf, readerOf, type Slip } from './slips.ts';
import { useBench, useWorkbench } from './store-context.tsx';

const IN_HEAD = new Set(['byline', 'dateline', 'boilerplate']);

type GalleySlipProps = {
  readonly slip: Slip;
  /** For every block of the article its paragraph's number, where it has one. */
  readonly numbers: readonly (number | null)[];
  /** Index of the first block after the head. */
  readonly body: number;
};

/**
 * Some blocks that stand in the window, or out of it, together. One for each block would be thousands that ask at every
 * key whether it means them, and thousands that the browser watches.
 */
export const GalleySlip = memo(function GalleySlip({ slip, numbers, body }: GalleySlipProps) {
  const { blocks, sentences } = useBench().revision;
  const own = useMemo(() => blocks.slice(slip.from, slip.to), [blocks, slip]);
  const read = useMemo(
    () =>
      readerOf(
        slip,
        own.map((block) => rangeOf(block, sentences)),
      ),
    [slip, own, sentences],
  );
  const shown = useWorkbench(read);
  return (
    <div className="galley-slip" style={{ '--blocks': own.length }}>
      {own.map((block, i) => {
        const index = slip.from + i;
        const part = shown[i];
        return part ? (
          <Paragraph
            key={block.start}
            index={index}
            number={numbers[index] ?? null}
            isHead={index < body && IN_HEAD.has(block.role)}
            shown={part}
          />
        ) : null;
      })}
    </div>
  );
});
