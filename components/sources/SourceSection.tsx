import type { ReactNode } from 'react';
import { Badge } from '#components/ui/Tag.tsx';

export type SourceSectionProps = {
  readonly id?: string;
  readonly title: string;
  readonly count?: number;
  readonly children: ReactNode;
};

/** A part of a source's page. */
export function SourceSection({ id, title, count, children }: SourceSectionProps) {
  return (
    <section id={id} className="scroll-mt-20">
      <h2 tabIndex={-1} className="mb-2 flex items-center gap-2 text-sm font-semibold text-soft">
        {title}
        {count === undefined || count === 0 ? null : <Badge>{count}</Badge>}
      </h2>
      {children}
    </section>
  );
}
