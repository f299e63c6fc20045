import type { ReactNode } from 'react';
import { cx } from './cx.ts';

/** Short facts in a row with dots between them. Where the row breaks, none is left over at its end. */
export function Dotted({ items, className }: { items: readonly ReactNode[]; className?: string }) {
  const shown = items.filter((item) => item !== null && item !== false && item !== undefined && item !== '');
  return (
    <span className={cx('dotted', className)}>
      {shown.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: words in a row, with no state of their own
        <span key={index}>{item} </span>
      ))}
    </span>
  );
}
