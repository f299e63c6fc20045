'use client';

import type { Ref } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { cx } from './cx.ts';
import { FieldLabel, FieldNotes } from './field.tsx';
import { type FieldTexts, fieldBox, fieldStack } from './plain-field.tsx';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style'>, FieldTexts {
  readonly placeholder?: string;
  readonly className?: string;
  /** Sets the words in the text face, where they are the article's or a claim's. */
  readonly serif?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** One line of text; `type` makes it an e-mail address, a password, a link. */
export function TextField(props: TextFieldProps) {
  const { label, hideLabel, hint, error, optional, placeholder, className, serif, inputRef, ...rest } = props;
  return (
    <AriaTextField
      validationBehavior="aria"
      isInvalid={error !== undefined}
      {...rest}
      className={cx(fieldStack, className)}
    >
      <FieldLabel label={label} hideLabel={hideLabel} optional={optional} />
      <Input ref={inputRef} placeholder={placeholder} className={cx(fieldBox, 'min-h-9', serif && 'font-serif')} />
      <FieldNotes hint={hint} error={error} />
    </AriaTextField>
  );
}
