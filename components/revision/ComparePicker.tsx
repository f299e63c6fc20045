'use client';

import Form from 'next/form';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';

/** Which two revisions are compared; what is shown stands in the address. */
export function ComparePicker({ numbers, from, to }: { numbers: readonly number[]; from: number; to: number }) {
  const t = useTranslations('revision');
  const options = numbers.map((number) => ({ id: String(number), label: t('row', { number }) }));
  return (
    <Form
      action={usePathname()}
      scroll={false}
      className="screen-only mb-4 grid grid-cols-2 items-end gap-3 phone:flex phone:flex-wrap"
    >
      <Select
        small
        name="from"
        label={t('from')}
        className="phone:w-40"
        defaultValue={String(from)}
        options={options}
      />
      <Select small name="to" label={t('to')} className="phone:w-40" defaultValue={String(to)} options={options} />
      <Button type="submit" className="justify-self-start">
        {t('show')}
      </Button>
    </Form>
  );
}
