'use client';

import {
  RadioGroup as AriaRadioGroup,
  type RadioGroupProps as AriaRadioGroupProps,
  RadioButton,
  RadioField,
} from 'react-aria-components/RadioGroup';
import { cx } from './cx.ts';
import { chosen, FieldLabel, FieldNotes } from './field.tsx';
import type { Option } from './options.tsx';
import type { FieldTexts } from './plain-field.tsx';

export interface RadioListProps
  extends Omit<AriaRadioGroupProps, 'children' | 'className' | 'style' | 'orientation'>,
    FieldTexts {
  readonly options: readonly Option[];
  readonly className?: string;
}

/** Choices that need a line of explanation each. */
export function RadioList(props: RadioListProps) {
  const { options, value, label, hideLabel, hint, error, optional, className, ...rest } = props;
  return (
    <AriaRadioGroup
      validationBehavior="aria"
      isInvalid={error !== undefined}
      {...rest}
      value={chosen(value)}
      className={cx('flex flex-col gap-1.5', className)}
    >
      <FieldLabel label={label} hideLabel={hideLabel} optional={optional} />
      {options.map((option) => (
        <RadioField key={option.id} value={option.id} isDisabled={option.isDisabled}>
          <RadioButton className="group flex items-start gap-2.5 rounded-sm text-sm select-none data-disabled:text-faint data-focus-visible:outline-offset-4">
            <span className="mt-0.5 grid size-4 shrink-0 place-items-center rounded-full border border-edge bg-paper group-data-selected:border-ink">
              <span className="size-2 rounded-full bg-ink opacity-0 group-data-selected:opacity-100 forced-colors:bg-[Highlight]" />
            </span>
            <span>
              {option.label}
              {option.hint === undefined ? null : <span className="block text-xs text-soft">{option.hint}</span>}
            </span>
          </RadioButton>
        </RadioField>
      ))}
      <FieldNotes hint={hint} error={error} />
    </AriaRadioGroup>
  );
}
