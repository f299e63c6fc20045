import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export interface EmptyStateProps {
  readonly title: ReactNode;
  /** What to do next, in a sentence. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** The heading's level on its page. */
  readonly level?: 1 | 2 | 3;
  readonly className?: string;
}

/** What stands where nothing is yet. */
export function EmptyState({ title, children, action, level = 2, className }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={cx('mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-14 text-center', className)}>
      <Heading className="font-serif text-2xl font-medium text-balance">{title}</Heading>
      {children === undefined ? null : <p className="text-sm text-pretty text-soft">{children}</p>}
      {action === undefined ? null : <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
