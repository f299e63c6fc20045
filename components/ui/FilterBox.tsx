'use client';

import { Search } from 'lucide-react';
import { Input } from 'react-aria-components/Input';
import { TextField } from 'react-aria-components/TextField';
import { cx } from './cx.ts';

/** The box over a list that narrows it. Unlike a SearchField it leaves Escape to whatever holds the list. */
export function FilterBox({ label, className, large }: { label: string; className?: string; large?: boolean }) {
  return (
    <TextField aria-label={label} autoFocus className={cx('flex items-center gap-2.5 border-b border-rule', className)}>
      <Search aria-hidden="true" className="size-4 shrink-0 text-soft" />
      <Input
        placeholder={label}
        autoComplete="off"
        className={cx('w-full bg-transparent outline-none', large ? 'h-13 text-lg' : 'h-10 text-base')}
      />
    </TextField>
  );
}
