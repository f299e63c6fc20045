'use client';

import { Check } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { cx } from './cx.ts';

export interface CheckboxProps {
  readonly children: ReactNode;
  readonly isSelected?: boolean;
  readonly defaultSelected?: boolean;
  readonly onChange?: (isOn: boolean) => void;
  readonly name?: string;
  readonly value?: string;
  readonly hint?: ReactNode;
  /** Keeps the words for screen readers only, in the rows of a table. */
  readonly hideLabel?: boolean;
  readonly className?: string;
}

export function Checkbox(props: CheckboxProps) {
  const { children, isSelected, defaultSelected, onChange, name, value, hint, hideLabel, className } = props;
  const id = useId();
  return (
    <div className={className}>
      <label className="relative flex min-h-6 items-start gap-2.5 rounded-sm text-sm select-none has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
        <input
          type="checkbox"
          name={name}
          value={value}
          checked={isSelected}
          defaultChecked={defaultSelected}
          aria-describedby={hint === undefined ? undefined : id}
          onChange={(event) => onChange?.(event.target.checked)}
          // Over the drawn box, not out of sight: a finger that explores the screen finds it where it is seen.
          className="peer absolute inset-0 opacity-0"
        />
        <span
          aria-hidden="true"
          className="mt-0.5 grid size-4 shrink-0 place-items-center rounded-sm border border-edge bg-paper text-transparent peer-checked:border-ink peer-checked:bg-ink peer-checked:text-paper forced-colors:peer-checked:bg-[Highlight]"
        >
          <Check className="size-3" strokeWidth={3} />
        </span>
        <span className={cx(hideLabel && 'sr-only')}>{children}</span>
      </label>
      {hint === undefined ? null : (
        <span id={id} className="ms-6.5 block text-xs text-soft">
          {hint}
        </span>
      )}
    </div>
  );
}
