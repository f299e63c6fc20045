'use client';

import { Check } from 'lucide-react';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { cx } from './cx.ts';

/** One thing to choose. `hint` is said after the label, in a quieter voice. */
export interface Option {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly isDisabled?: boolean;
}

export const floating = 'rounded-lg border border-rule bg-sheet text-ink shadow-float outline-none';

export const itemClass =
  'flex min-h-8 items-center gap-2 rounded-sm px-2.5 py-1 text-sm outline-none select-none data-disabled:text-faint data-focused:bg-wash data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-focus';

/** An option's line in a list. */
export function OptionText({ option, isSelected }: { option: Option; isSelected: boolean }) {
  return (
    <>
      <Check aria-hidden="true" className={cx('size-3.5 shrink-0', !isSelected && 'invisible')} />
      <span>{option.label}</span>
      {option.hint === undefined ? null : <span className="ms-auto ps-4 text-xs text-soft">{option.hint}</span>}
    </>
  );
}

/** The list that drops from a Select. */
export function OptionList({ options }: { options: readonly Option[] }) {
  return (
    <Popover className={cx(floating, 'min-w-(--trigger-width) max-w-[90vw]')} offset={4}>
      <ListBox items={options} className="max-h-80 overflow-auto p-1 outline-none">
        {(option) => (
          <ListBoxItem id={option.id} textValue={option.label} isDisabled={option.isDisabled} className={itemClass}>
            {({ isSelected }) => <OptionText option={option} isSelected={isSelected} />}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}
