'use client';

import { type ComponentProps, type RefObject, useEffect, useRef } from 'react';
import { cx } from './cx.ts';
import {
  type FieldTexts,
  fieldBox,
  fieldStack,
  labelClass,
  OptionalMark,
  PlainNotes,
  usePlainField,
} from './plain-field.tsx';

type Own = 'name' | 'value' | 'defaultValue' | 'placeholder' | 'onKeyDown' | 'onPaste' | 'onBlur' | 'readOnly';

export interface TextAreaProps extends FieldTexts, Pick<ComponentProps<'textarea'>, Own> {
  readonly onChange?: (value: string) => void;
  readonly isRequired?: boolean;
  readonly autoFocus?: boolean;
  readonly className?: string;
  /** Lines shown when empty; the box grows with what is written. */
  readonly rows?: number;
  /** Sets the words in the text face, where they are the article's, a source's or a rationale's. */
  readonly serif?: boolean;
  readonly inputRef?: RefObject<HTMLTextAreaElement | null>;
}

/** Several lines of text in a box as tall as the words in it. */
export function TextArea(props: TextAreaProps) {
  const { label, hideLabel, hint, error, optional, ...rest } = props;
  const { onChange, isRequired, autoFocus, className, rows = 3, serif, inputRef, ...dom } = rest;
  const { id, aria } = usePlainField({ hint, error });
  const own = useRef<HTMLTextAreaElement>(null);
  const box = inputRef ?? own;
  useEffect(() => {
    if (autoFocus) box.current?.focus();
  }, [autoFocus, box]);
  return (
    <div className={cx(fieldStack, className)}>
      <label htmlFor={id} className={labelClass(hideLabel)}>
        {label}
        {optional ? <OptionalMark /> : null}
      </label>
      <textarea
        {...dom}
        {...aria}
        id={id}
        ref={box}
        rows={rows}
        aria-required={isRequired}
        onChange={(event) => onChange?.(event.target.value)}
        className={cx(fieldBox, 'field-sizing-content max-h-[60dvh] resize-y py-2', serif && 'font-serif')}
        // `rows` is the height where field-sizing is unknown; where it is known, the least height must be said again.
        style={{ minBlockSize: `calc(${rows}lh + 1.125rem)` }}
      />
      <PlainNotes id={id} hint={hint} error={error} />
    </div>
  );
}
