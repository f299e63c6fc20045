import type { ReactNode } from 'react';
import { cx } from './cx.ts';

const tones = {
  plain: 'bg-wash text-ink',
  quiet: 'border border-rule text-soft',
  good: 'border border-stands/50 text-stands',
  bad: 'border border-wrong/50 text-wrong',
  warn: 'border border-review/50 text-review',
} as const;

/** A word or two about a thing, inline. Longer words wrap inside its own box, never beyond the one around it. */
export function Tag({ children, tone = 'plain' }: { children: ReactNode; tone?: keyof typeof tones }) {
  return (
    <span className={cx('inline-block max-w-full rounded-sm px-1.5 text-xs leading-5 wrap-anywhere', tones[tone])}>
      {children}
    </span>
  );
}

/** A number beside a name: how many wait. */
export function Badge({ children }: { children: ReactNode }) {
  return (
    <span className="figures inline-grid min-w-5 place-items-center rounded-full bg-wash px-1.5 text-2xs leading-5 font-semibold text-soft">
      {children}
    </span>
  );
}
