'use client';

import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { cx } from './cx.ts';
import { type FieldTexts, fieldStack, labelClass, OptionalMark, PlainNotes, usePlainField } from './plain-field.tsx';

/** One step of a scale. Steps that stand `aside` (those without a number) make a second row. */
export interface Segment {
  readonly id: string;
  readonly label: string;
  readonly aside?: boolean;
}

export interface RadioSegmentsProps extends FieldTexts {
  readonly options: readonly Segment[];
  readonly value?: string | null;
  readonly onChange?: (id: string) => void;
  /** Given where a digit chooses too, the first option by 1: called after it has, to lead on. */
  readonly onDigit?: () => void;
  /** Leaves the digits undrawn where room is short. */
  readonly hideDigits?: boolean;
  readonly autoFocus?: boolean;
  readonly groupRef?: RefObject<HTMLDivElement | null>;
  readonly className?: string;
}

/** Brings the focus to what is chosen of a group, or to its first. */
export const focusSegments = (group: HTMLElement | null): void =>
  (group?.querySelector<HTMLElement>('input:checked') ?? group?.querySelector<HTMLElement>('input'))?.focus();

/** A scale as one strip: arrow keys walk it, the chosen step is inked. */
export function RadioSegments({
  options,
  value,
  onChange,
  onDigit,
  hideDigits,
  autoFocus,
  groupRef,
  className,
  ...texts
}: RadioSegmentsProps) {
  const { label, hideLabel, hint, error, optional } = texts;
  const own = useRef<HTMLDivElement>(null);
  const group = groupRef ?? own;
  useEffect(() => {
    if (autoFocus) focusSegments(group.current);
  }, [autoFocus, group]);
  const byDigit = (event: KeyboardEvent) => {
    const option = /^[1-9]$/.test(event.key) ? options[Number(event.key) - 1] : undefined;
    if (onDigit === undefined || option === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onChange?.(option.id);
    onDigit();
  };
  const { id, aria } = usePlainField({ hint, error });
  const showsDigits = onDigit !== undefined && !hideDigits;
  const rows = [options.filter((option) => !option.aside), options.filter((option) => option.aside)];
  return (
    <div
      ref={group}
      onKeyDown={byDigit}
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      {...aria}
      className={cx(fieldStack, 'group', className)}
    >
      <span id={`${id}-label`} className={labelClass(hideLabel)}>
        {label}
        {optional ? <OptionalMark /> : null}
      </span>
      <div className="overflow-hidden rounded-lg border border-edge group-aria-invalid:border-wrong">
        {rows.map((row, index) =>
          row.length === 0 ? null : (
            <div
              key={index === 0 ? 'scale' : 'aside'}
              className={cx('flex flex-wrap', index === 1 && 'border-t border-rule')}
            >
              {row.map((option) => (
                <label
                  key={option.id}
                  data-digit={showsDigits ? options.indexOf(option) + 1 : undefined}
                  className={cx(segment, showsDigits && digit)}
                >
                  <input
                    type="radio"
                    name={id}
                    value={option.id}
                    checked={option.id === value}
                    onChange={() => onChange?.(option.id)}
                    // Over its words, not out of sight: a finger that explores the screen finds it where it is seen.
                    className="absolute inset-0 opacity-0"
                  />
                  {option.label}
                </label>
              ))}
            </div>
          ),
        )}
      </div>
      <PlainNotes id={id} hint={hint} error={error} />
    </div>
  );
}

const segment = cx(
  'relative flex min-h-9 flex-auto items-center justify-center px-1.5 py-1.5 text-center text-xs leading-tight transition-colors select-none not-first:border-s not-first:border-rule',
  'hover:bg-wash has-checked:bg-ink has-checked:font-semibold has-checked:text-paper',
  'has-focus-visible:outline-2 has-focus-visible:-outline-offset-4 has-focus-visible:outline-focus has-checked:has-focus-visible:outline-paper',
  'forced-colors:has-checked:bg-[Highlight] forced-colors:has-checked:text-[HighlightText] forced-colors:has-checked:forced-color-adjust-none',
);

/** The key that chooses it, drawn as keys are; no part of what it is called. */
const digit = cx(
  "before:me-1.5 before:min-w-5 before:rounded-sm before:border before:border-b-2 before:border-current/25 before:px-1.5 before:py-0.5 before:text-center before:text-2xs before:leading-none before:font-semibold before:content-[attr(data-digit)_/_'']",
  'max-phone:before:hidden',
);
