'use client';

import type { ReactNode } from 'react';
import { SwitchButton, SwitchField, type SwitchFieldProps } from 'react-aria-components/Switch';
import { Text } from 'react-aria-components/Text';

export interface SwitchProps extends Omit<SwitchFieldProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode;
  readonly hint?: ReactNode;
  readonly className?: string;
}

/** For what takes effect at once; what waits for a Save button is a Checkbox. */
export function Switch({ children, hint, className, ...props }: SwitchProps) {
  return (
    <SwitchField {...props} className={className}>
      <SwitchButton className="group flex min-h-6 items-center gap-2.5 rounded-sm text-sm select-none data-disabled:text-faint">
        <span className="flex h-5 w-9 shrink-0 items-center rounded-full border border-edge bg-paper p-0.5 transition-colors group-data-selected:border-ink group-data-selected:bg-ink">
          <span className="size-3.5 rounded-full bg-edge transition-transform group-data-selected:translate-x-4 group-data-selected:bg-paper rtl:group-data-selected:-translate-x-4 forced-colors:bg-[ButtonText]" />
        </span>
        {children}
      </SwitchButton>
      {hint === undefined ? null : (
        <Text slot="description" className="ms-11.5 block text-xs text-soft">
          {hint}
        </Text>
      )}
    </SwitchField>
  );
}
