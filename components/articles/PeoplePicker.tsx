'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '#components/ui/Checkbox.tsx';
import { RadioList } from '#components/ui/RadioList.tsx';
import type { PersonDTO } from '#lib/people/types.ts';

export type PeoplePickerProps = {
  readonly people: readonly PersonDTO[];
  readonly readerId: string;
  readonly access: string;
  readonly memberIds: readonly string[];
  readonly onChange: (access: string, memberIds: readonly string[]) => void;
  readonly error?: string;
  /** Where a heading says it already. */
  readonly hideLabel?: boolean;
};

/** Everybody at the desk, or only those ticked here. Whoever chooses is always among them. */
export function PeoplePicker({ people, readerId, access, memberIds, onChange, error, hideLabel }: PeoplePickerProps) {
  const t = useTranslations('articles');
  const others = people.filter((person) => !person.disabled && person.id !== readerId);
  return (
    <div className="flex flex-col gap-2">
      <RadioList
        label={t('access')}
        hideLabel={hideLabel}
        options={[
          { id: 'desk', label: t('accessDesk') },
          { id: 'named', label: t('accessNamed') },
        ]}
        value={access}
        onChange={(id) => onChange(id, memberIds)}
        error={error}
      />
      {access === 'named' ? (
        <fieldset className="ms-6 flex flex-col gap-1.5">
          <legend className="sr-only">{t('people')}</legend>
          {others.map((person) => (
            <Checkbox
              key={person.id}
              isSelected={memberIds.includes(person.id)}
              onChange={(isOn) =>
                onChange(access, isOn ? [...memberIds, person.id] : memberIds.filter((id) => id !== person.id))
              }
            >
              {person.name}
            </Checkbox>
          ))}
        </fieldset>
      ) : null}
    </div>
  );
}
