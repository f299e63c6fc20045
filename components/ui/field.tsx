'use client';

import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { errorClass, type FieldTexts, hintClass, labelClass, OptionalMark } from './plain-field.tsx';

/** The label of a React Aria field, which ties it to the field by itself. */
export function FieldLabel({ label, hideLabel, optional }: Pick<FieldTexts, 'label' | 'hideLabel' | 'optional'>) {
  return (
    <Label className={labelClass(hideLabel)}>
      {label}
      {optional ? <OptionalMark /> : null}
    </Label>
  );
}

export function FieldNotes({ hint, error }: Pick<FieldTexts, 'hint' | 'error'>) {
  return (
    <>
      {hint === undefined ? null : (
        <Text slot="description" className={hintClass}>
          {hint}
        </Text>
      )}
      <FieldError className={errorClass}>{error}</FieldError>
    </>
  );
}

/** A draft's empty string is no choice yet. Taken for a choice, it would leave a group of radios without any stop for Tab. */
export const chosen = (value: string | null | undefined): string | null | undefined => (value === '' ? null : value);
