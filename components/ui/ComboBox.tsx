'use client';

import { ChevronDown, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useFilter } from 'react-aria/useFilter';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Button } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, type SelectProps as AriaSelectProps, SelectValue } from 'react-aria-components/Select';
import { cx } from './cx.ts';
import { FilterBox } from './FilterBox.tsx';
import { FieldLabel, FieldNotes } from './field.tsx';
import { floating, itemClass, type Option, OptionText } from './options.tsx';
import { type FieldTexts, fieldBox, fieldStack } from './plain-field.tsx';

export interface ComboBoxProps
  extends Omit<AriaSelectProps<Option>, 'children' | 'className' | 'style' | 'onChange'>,
    FieldTexts {
  readonly options: readonly Option[];
  readonly onChange?: (id: string) => void;
  /** What the search box asks for: "Search people". */
  readonly search: string;
  /** Given when `options` come from the server: called with what is typed, and nothing is filtered here. */
  readonly onSearch?: (text: string) => void;
  /** Given when something new may be made of what is typed; `createLabel` says so: "Add “Maren Holt”". */
  readonly onCreate?: (text: string) => void;
  readonly createLabel?: (text: string) => string;
  /** Called once the list has closed over a choice and the focus is back on the button: to lead on. */
  readonly onChosen?: () => void;
  readonly className?: string;
}

const createId = ' create';

/**
 * Chooses one of many: a button that opens a list with a search box in it. (An input with a list under it would
 * hide the page around it from screen readers while its controls keep the focus.)
 */
export function ComboBox(props: ComboBoxProps) {
  const { options, onChange, search, onSearch, onCreate, createLabel, onChosen, className, ...rest } = props;
  const { label, hideLabel, hint, error, optional, ...select } = rest;
  const t = useTranslations('common');
  const { contains } = useFilter({ sensitivity: 'base' });
  const [typed, setTyped] = useState('');
  const isNew = typed.trim() !== '' && !options.some((option) => option.label === typed.trim());
  const items = onCreate !== undefined && isNew ? [...options, { id: createId, label: typed.trim() }] : options;
  const leadsOn = useRef(false);
  const onTyped = (text: string) => {
    setTyped(text);
    onSearch?.(text);
  };
  return (
    <AriaSelect
      validationBehavior="aria"
      isInvalid={error !== undefined}
      // What the server finds may still be on its way, and something new can be made where there is nothing yet.
      allowsEmptyCollection={onSearch !== undefined || onCreate !== undefined}
      {...select}
      onChange={(id) => {
        if (id === createId) return onCreate?.(typed.trim());
        leadsOn.current = true;
        onChange?.(String(id));
      }}
      onOpenChange={(isOpen) => {
        if (!isOpen) onTyped('');
        select.onOpenChange?.(isOpen);
      }}
      className={cx(fieldStack, 'data-focus-visible:outline-none', className)}
    >
      <FieldLabel label={label} hideLabel={hideLabel} optional={optional} />
      <Button
        onFocus={() => {
          if (leadsOn.current) onChosen?.();
          leadsOn.current = false;
        }}
        className={cx(fieldBox, 'flex min-h-9 items-center gap-2 text-start')}
      >
        <SelectValue className="min-w-0 flex-1 truncate data-placeholder:text-faint">
          {({ selectedText, defaultChildren, isPlaceholder }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <ChevronDown aria-hidden="true" className="size-4 shrink-0 text-soft" />
      </Button>
      <FieldNotes hint={hint} error={error} />
      <Popover className={cx(floating, 'flex w-(--trigger-width) min-w-64 flex-col')} offset={4}>
        <Autocomplete filter={onSearch === undefined ? contains : undefined} inputValue={typed} onInputChange={onTyped}>
          <FilterBox label={search} className="px-3" />
          <ListBox
            items={items}
            className="max-h-72 overflow-auto p-1 outline-none"
            renderEmptyState={() => <p className="px-2.5 py-1.5 text-sm text-soft">{t('nothingFound')}</p>}
          >
            {(option) => (
              <ListBoxItem id={option.id} textValue={option.label} isDisabled={option.isDisabled} className={itemClass}>
                {({ isSelected }) =>
                  option.id === createId ? (
                    <>
                      <Plus aria-hidden="true" className="size-3.5 shrink-0" />
                      {createLabel?.(option.label) ?? option.label}
                    </>
                  ) : (
                    <OptionText option={option} isSelected={isSelected} />
                  )
                }
              </ListBoxItem>
            )}
          </ListBox>
        </Autocomplete>
      </Popover>
    </AriaSelect>
  );
}
