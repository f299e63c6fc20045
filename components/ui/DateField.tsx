'use client';

import { Input } from 'react-aria-components/Input';
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { cx } from './cx.ts';
import { FieldLabel, FieldNotes } from './field.tsx';
import { type FieldTexts, fieldBox, fieldStack } from './plain-field.tsx';

export interface DateFieldProps
  extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'type'>,
    FieldTexts {
  /** `date` gives YYYY-MM-DD; `datetime-local` gives YYYY-MM-DDTHH:mm in the desk's zone. */
  readonly type?: 'date' | 'datetime-local';
  readonly min?: string;
  readonly max?: string;
  readonly className?: string;
}

/** A date in the browser's own field: it speaks the reader's language and works on every phone. */
export function DateField(props: DateFieldProps) {
  const { label, hideLabel, hint, error, optional, type = 'date', min, max, className, ...rest } = props;
  return (
    <AriaTextField
      validationBehavior="aria"
      isInvalid={error !== undefined}
      {...rest}
      type={type}
      className={cx(fieldStack, className)}
    >
      <FieldLabel label={label} hideLabel={hideLabel} optional={optional} />
      <Input min={min} max={max} className={cx(fieldBox, 'figures min-h-9')} />
      <FieldNotes hint={hint} error={error} />
    </AriaTextField>
  );
}
