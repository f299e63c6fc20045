import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';

export interface TableProps {
  /** What the table lists; read by screen readers, and seen when `showCaption` is set. */
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly children: ReactNode;
  readonly className?: string;
}

// A box that scrolls must take the focus, or the keyboard cannot scroll it in every browser.
const scrollBox = { tabIndex: 0 };

/** A table ruled by hairlines; on a narrow screen it scrolls in its own box, by keyboard too. */
export function Table({ caption, showCaption, children, className }: TableProps) {
  return (
    <section aria-label={caption} {...scrollBox} className={cx('scroll-box overflow-x-auto', className)}>
      <table className="w-full border-collapse text-sm">
        <caption className={showCaption ? 'pb-2 text-start font-medium' : 'sr-only'}>{caption}</caption>
        {children}
      </table>
    </section>
  );
}

export function Th({ className, ...props }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      {...props}
      className={cx(
        'border-b border-rule px-2 py-1.5 text-xs font-medium not-[.text-end,.text-center]:text-start whitespace-nowrap text-soft first:ps-0 last:pe-0',
        className,
      )}
    />
  );
}

export function Td({ className, ...props }: ComponentProps<'td'>) {
  return (
    <td {...props} className={cx('border-b border-rule px-2 py-2.5 align-baseline first:ps-0 last:pe-0', className)} />
  );
}
