import type { ReactNode } from 'react';
import type { ClaimState } from './states.ts';

// Drawn rather than typed: the characters come from another typeface on each system, at another size.
const drawings: Readonly<Record<ClaimState, ReactNode>> = {
  open: <circle cx="8" cy="8" r="4.5" />,
  review: (
    <>
      <circle cx="8" cy="8" r="5" />
      <path d="M8 3a5 5 0 0 1 0 10z" fill="currentColor" stroke="none" />
    </>
  ),
  await: (
    <>
      <circle cx="8" cy="8" r="6.2" strokeWidth="1.3" />
      <path d="M6.3 6.6a1.75 1.75 0 1 1 3 1.2L6.3 10.9h3.5" strokeWidth="1.4" />
    </>
  ),
  disputed: <path d="M3.5 6.2h9M3.5 9.8h9M10.4 3.4 5.6 12.6" />,
  stands: <path d="m3.3 8.6 3.2 3.2 6.2-7.6" strokeWidth="2" />,
  unrated: <path d="m8 2.8 5.2 5.2L8 13.2 2.8 8z" />,
  wrong: <path d="m4 4 8 8M12 4l-8 8" strokeWidth="2" />,
  stale: <path d="M12.6 8.5a4.7 4.7 0 1 1-1.5-3.9l1.5 1.4M12.7 2.9v3.2H9.5" />,
  excluded: <path d="M4 8h8" />,
};

/** A claim's mark as a small drawing in the current colour. It says nothing to a screen reader: words stand beside it. */
export function StateGlyph({ state, className }: { state: ClaimState; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className ?? 'size-4'}
    >
      {drawings[state]}
    </svg>
  );
}
