'use client';

import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { Kbd } from './Kbd.tsx';

export interface TooltipProps {
  readonly text: string;
  readonly hint?: string;
  /** One Button; a tooltip only repeats or adds to a name that the button already has. */
  readonly children: ReactElement;
}

export function Tooltip({ text, hint, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {children}
      <AriaTooltip
        offset={6}
        className="screen-only flex items-center gap-2 rounded-md bg-ink px-2.5 py-1 text-xs text-paper shadow-float forced-colors:border"
      >
        {text}
        {hint === undefined ? null : <Kbd>{hint}</Kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
