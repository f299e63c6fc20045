'use client';

import Form from 'next/form';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { HistoryKind } from '#lib/history/schema.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';

export type HistoryFilterProps = {
  readonly claim: number | null;
  readonly person: string | undefined;
  readonly kind: string | undefined;
  readonly kinds: readonly HistoryKind[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
};

/** A plain form: what is shown stands in the address. */
export function HistoryFilter({ claim, person, kind, kinds, people }: HistoryFilterProps) {
  const t = useTranslations('history');
  const all = { id: '', label: t('all') };
  return (
    <Form
      action={usePathname()}
      scroll={false}
      className="mb-4 grid grid-cols-2 items-end gap-3 phone:flex phone:flex-wrap"
    >
      {claim === null ? null : <input type="hidden" name="claim" value={claim} />}
      <Select
        small
        name="person"
        label={t('person')}
        className="phone:w-48"
        defaultValue={person ?? ''}
        options={[all, ...people.map(({ id, name }) => ({ id, label: name }))]}
      />
      <Select
        small
        name="kind"
        label={t('kind')}
        className="phone:w-48"
        defaultValue={kind ?? ''}
        options={[all, ...kinds.map((id) => ({ id, label: t(`kinds.${id}`) }))]}
      />
      <Button type="submit" className="justify-self-start">
        {t('apply')}
      </Button>
    </Form>
  );
}
