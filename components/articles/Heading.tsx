import type { ReactNode } from 'react';

/** The heading of a part of an article's details. */
export function Heading({ children }: { children: ReactNode }) {
  return <h2 className="font-serif text-2xl font-semibold">{children}</h2>;
}
