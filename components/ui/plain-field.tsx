import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';

/** What every field takes beside its value. */
export interface FieldTexts {
  readonly label: ReactNode;
  /** Keeps the label for screen readers only, where the place already says what the field is. */
  readonly hideLabel?: boolean;
  /** A sentence under the label that helps before anything is wrong. */
  readonly hint?: ReactNode;
  /** What is wrong and what to do; marks the field invalid. */
  readonly error?: string;
  /** Says "optional" after the label. */
  readonly optional?: boolean;
}

export const fieldStack = 'flex flex-col gap-1';

/** The box of anything one writes or chooses in. */
export const fieldBox =
  'w-full rounded-md border border-edge bg-paper px-3 py-1.5 text-base text-ink disabled:border-rule disabled:text-faint aria-invalid:border-wrong data-invalid:border-wrong data-disabled:border-rule data-disabled:text-faint';

export const labelClass = (isHidden: boolean | undefined) => (isHidden ? 'sr-only' : 'text-sm font-medium');
export const hintClass = 'text-xs text-pretty text-soft';
export const errorClass = 'text-xs font-medium text-wrong';

/**
 * Ties a field that the browser has of its own to its label, its hint and what is wrong with it. The workbench is made of
 * these: React Aria's fields, for what browsers do not have, would be a tenth of its first load.
 */
export function usePlainField({ hint, error }: Pick<FieldTexts, 'hint' | 'error'>) {
  const id = useId();
  const notes = [hint === undefined ? null : `${id}-hint`, error === undefined ? null : `${id}-error`].filter(Boolean);
  return {
    id,
    aria: {
      'aria-invalid': error === undefined ? undefined : true,
      'aria-describedby': notes.length > 0 ? notes.join(' ') : undefined,
    },
  };
}

/** "optional", after a label. */
export function OptionalMark() {
  const t = useTranslations('common');
  return <span className="font-normal text-soft"> ({t('optional')})</span>;
}

export function PlainNotes({ id, hint, error }: Pick<FieldTexts, 'hint' | 'error'> & { id: string }) {
  return (
    <>
      {hint === undefined ? null : (
        <span id={`${id}-hint`} className={hintClass}>
          {hint}
        </span>
      )}
      {error === undefined ? null : (
        <span id={`${id}-error`} className={errorClass}>
          {error}
        </span>
      )}
    </>
  );
}
