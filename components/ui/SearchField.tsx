'use client';

import { Search, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { cx } from './cx.ts';
import { fieldBox } from './plain-field.tsx';

export interface SearchFieldProps {
  /** Said to screen readers, and shown in the empty box. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly className?: string;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

/** A box to find things with; Escape empties it. */
export function SearchField({ label, value, onChange, className, inputRef }: SearchFieldProps) {
  const t = useTranslations('common');
  return (
    <div className={cx('relative', className)}>
      <Search aria-hidden="true" className="pointer-events-none absolute start-2.5 top-2.5 size-4 text-soft" />
      <input
        ref={inputRef}
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return;
          // Here it means the box, and nothing around it.
          event.preventDefault();
          event.stopPropagation();
          onChange('');
        }}
        className={cx(fieldBox, 'min-h-9 ps-8.5 pe-8 [&::-webkit-search-cancel-button]:hidden')}
      />
      {value === '' ? null : (
        <button
          type="button"
          // The keyboard has Escape for it.
          tabIndex={-1}
          aria-label={t('clearSearch')}
          className="absolute end-1 top-1.5 grid size-6 place-items-center rounded-sm text-soft hover:bg-wash"
          onClick={() => {
            onChange('');
            inputRef.current?.focus();
          }}
        >
          <X aria-hidden="true" className="size-3.5" />
        </button>
      )}
    </div>
  );
}
