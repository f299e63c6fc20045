'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useWorkbench } from '#components/galley/store-context.tsx';
import { DateField } from '#components/ui/DateField.tsx';
import { Select } from '#components/ui/Select.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { ADDRESSEES, type Addressee } from '#lib/comments/types.ts';
import { QUERY_RULES, type QueryRule } from '#lib/settings/types.ts';

/** Whom a question is put to, as a form holds it: `due` is a local date and time, `article` means as the article has it. */
export type AskedWords = {
  addressee: Addressee | 'nobody';
  whom: string;
  how: string;
  due: string;
  holds: QueryRule | 'article';
};

type Props = {
  readonly value: AskedWords;
  readonly onChange: (part: Partial<AskedWords>) => void;
  /** Whether there is a claim that can wait for it. */
  readonly holdsClaim: boolean;
};

const TO = ['nobody', ...ADDRESSEES.filter((one) => one !== 'legal')] as const;
const HOLDS = ['article', ...QUERY_RULES] as const;

/** Whether a writer without an account sees what is asked of the writer. */
function WhoSees() {
  const t = useTranslations('comments');
  const format = useFormatter();
  const guests = useWorkbench((state) => state.bench.guests);
  return (
    <p className="text-xs text-pretty text-soft phone:col-span-2">
      {guests.length === 0 ? t('noGuests') : t('guestsSee', { names: format.list(guests), count: guests.length })}
    </p>
  );
}

/** Whom to ask, how, until when, and whether the claim waits for it. All of it may be left as it is. */
export function AskedFields({ value, onChange, holdsClaim }: Props) {
  const t = useTranslations('comments');
  const rule = useWorkbench((state) => state.bench.article.queries);
  const isLegal = value.addressee === 'legal';
  return (
    <div className="grid grid-cols-1 gap-2 phone:grid-cols-2">
      {isLegal ? (
        <p className="text-xs text-pretty text-soft phone:col-span-2">{t('legalLead')}</p>
      ) : (
        <Select
          small
          label={t('to')}
          options={TO.map((addressee) => ({ id: addressee, label: t('addressee', { addressee }) }))}
          value={value.addressee}
          onChange={(to) => onChange({ addressee: TO.find((one) => one === to) ?? 'nobody' })}
        />
      )}
      {value.addressee === 'nobody' || isLegal ? null : (
        <TextField label={t('whom')} value={value.whom} onChange={(whom) => onChange({ whom })} maxLength={200} />
      )}
      {value.addressee === 'nobody' || isLegal ? null : (
        <TextField
          className="phone:col-span-2"
          label={t('how')}
          value={value.how}
          onChange={(how) => onChange({ how })}
          maxLength={200}
        />
      )}
      {value.addressee === 'writer' ? <WhoSees /> : null}
      {/* Day and time and the sign that opens the calendar: the longest of the fields. */}
      <DateField
        type="datetime-local"
        className="phone:col-span-2"
        label={t('due')}
        value={value.due}
        onChange={(due) => onChange({ due })}
      />
      {holdsClaim ? (
        <Select
          small
          className="phone:col-span-2"
          label={t('does')}
          options={HOLDS.map((holds) => ({ id: holds, label: t('doesWhat', { holds, rule }) }))}
          value={value.holds}
          onChange={(holds) => onChange({ holds: HOLDS.find((one) => one === holds) ?? 'article' })}
        />
      ) : null}
    </div>
  );
}
