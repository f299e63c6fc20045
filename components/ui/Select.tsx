'use client';

import { ChevronDown } from 'lucide-react';
import { startTransition, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Select as AriaSelect, type SelectProps as AriaSelectProps, SelectValue } from 'react-aria-components/Select';
import { cx } from './cx.ts';
import { FieldLabel, FieldNotes } from './field.tsx';
import { type Option, OptionList } from './options.tsx';
import { type FieldTexts, fieldBox, fieldStack } from './plain-field.tsx';

export interface SelectProps extends Omit<AriaSelectProps<Option>, 'children' | 'className' | 'style'>, FieldTexts {
  readonly options: readonly Option[];
  readonly className?: string;
  /** A lower box for rows and filters. */
  readonly small?: boolean;
}

/** Chooses one of a few; `value` and `onChange` carry the option's id. For long lists take ComboBox. */
export function Select(props: SelectProps) {
  const { options, label, hideLabel, hint, error, optional, small, className, ...rest } = props;
  // The press is answered before the list is there: a long list takes longer than a finger should be held up.
  const [isOpen, setOpen] = useState(false);
  return (
    <AriaSelect
      validationBehavior="aria"
      isOpen={isOpen}
      onOpenChange={(open) => (open ? startTransition(() => setOpen(true)) : setOpen(false))}
      isInvalid={error !== undefined}
      {...rest}
      className={cx(fieldStack, 'data-focus-visible:outline-none', className)}
    >
      <FieldLabel label={label} hideLabel={hideLabel} optional={optional} />
      <Button
        className={cx(fieldBox, 'flex items-center gap-2 text-start', small ? 'min-h-8 py-0.5 text-sm' : 'min-h-9')}
      >
        <SelectValue className="min-w-0 flex-1 truncate data-placeholder:text-faint">
          {({ selectedText, defaultChildren, isPlaceholder }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <ChevronDown aria-hidden="true" className="size-4 shrink-0 text-soft" />
      </Button>
      <FieldNotes hint={hint} error={error} />
      <OptionList options={options} />
    </AriaSelect>
  );
}
