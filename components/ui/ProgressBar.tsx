'use client';

import { Label } from 'react-aria-components/Label';
import {
  ProgressBar as AriaProgressBar,
  type ProgressBarProps as AriaProgressBarProps,
} from 'react-aria-components/ProgressBar';
import { cx } from './cx.ts';

export interface ProgressBarProps extends Omit<AriaProgressBarProps, 'children' | 'className' | 'style'> {
  readonly label: string;
  readonly className?: string;
}

/** How far long work has come; without a value it only says that it goes on. */
export function ProgressBar({ label, className, ...props }: ProgressBarProps) {
  return (
    <AriaProgressBar {...props} className={cx('flex flex-col gap-1 text-sm', className)}>
      {({ percentage, valueText, isIndeterminate }) => (
        <>
          <span className="flex justify-between gap-3">
            <Label>{label}</Label>
            {isIndeterminate ? null : <span className="figures text-soft">{valueText}</span>}
          </span>
          <span className="keeps-colour block h-2 overflow-hidden rounded-full bg-wash">
            <span
              className={cx(
                'block h-full rounded-full bg-ink transition-[width]',
                isIndeterminate && 'skeleton w-full',
              )}
              style={isIndeterminate ? undefined : { inlineSize: `${percentage ?? 0}%` }}
            />
          </span>
        </>
      )}
    </AriaProgressBar>
  );
}
