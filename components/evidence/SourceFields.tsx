'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { ComboBox } from '#components/ui/ComboBox.tsx';
import { DateField } from '#components/ui/DateField.tsx';
import { RadioSegments } from '#components/ui/RadioSegments.tsx';
import { Select } from '#components/ui/Select.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { findSources } from '#lib/sources/actions.ts';
import { SOURCE_KINDS, SOURCE_TIERS, type SourceDTO } from '#lib/sources/types.ts';

const noFields = {
  title: '',
  kind: 'page',
  tier: 'primary',
  publisher: '',
  author: '',
  link: '',
  publishedOn: '',
  note: '',
};

/** A source already here by its id, with its title to show; or the fields of a new one. */
export type SourceDraft = {
  readonly id: string;
  readonly title: string;
  readonly fields: typeof noFields;
  readonly isNew: boolean;
};
export const newSource: SourceDraft = { id: '', title: '', fields: noFields, isNew: false };

export type SourceFieldsProps = {
  readonly value: SourceDraft;
  readonly onChange: (value: SourceDraft) => void;
  readonly errors: Readonly<Record<string, string>>;
};

/** Chooses a source already here, or takes down a new one. */
export function SourceFields({ value, onChange, errors }: SourceFieldsProps) {
  const t = useTranslations('evidence');
  const [found, setFound] = useState<readonly SourceDTO[]>([]);
  const [words, setWords] = useState('');
  useEffect(() => {
    let isLast = true;
    // Not with every letter: the search asks the server.
    const timer = window.setTimeout(async () => {
      const result = await findSources({ query: words }).catch(() => null);
      if (isLast && result?.ok) setFound(result.value);
    }, 200);
    return () => {
      isLast = false;
      window.clearTimeout(timer);
    };
  }, [words]);
  const setField = (part: Partial<typeof noFields>) => onChange({ ...value, fields: { ...value.fields, ...part } });
  const error = (name: string) => errors[`source.fields.${name}`] ?? errors[`source.${name}`];

  if (!value.isNew) {
    const options = found.map((source) => ({
      id: source.id,
      label: source.title,
      hint: source.publisher ?? undefined,
    }));
    if (value.id && !options.some((option) => option.id === value.id))
      options.push({ id: value.id, label: value.title, hint: undefined });
    return (
      <div className="flex flex-col items-start gap-2">
        <ComboBox
          className="w-full"
          label={t('source')}
          hint={t('sourceHint')}
          placeholder={t('chooseSource')}
          search={t('searchSources')}
          options={options}
          onSearch={setWords}
          value={value.id || null}
          onChange={(id) => onChange({ ...value, id, title: options.find((option) => option.id === id)?.label ?? '' })}
          onCreate={(title) => onChange({ ...value, id: '', isNew: true, fields: { ...value.fields, title } })}
          createLabel={(title) => t('newSource', { title })}
          error={
            errors.source || errors['source.fields.title'] || errors['source.fields'] ? t('chooseSource') : undefined
          }
        />
        <Button
          size="small"
          variant="quiet"
          className="-ms-2.75 self-start"
          onPress={() => onChange({ ...value, id: '', isNew: true })}
        >
          {t('newSourceButton')}
        </Button>
      </div>
    );
  }
  return (
    <fieldset className="flex flex-col gap-3 rounded-lg border border-rule p-3">
      <legend className="px-1 text-sm font-medium">{t('source')}</legend>
      <TextField
        label={t('sourceTitle')}
        value={value.fields.title}
        onChange={(title) => setField({ title })}
        error={error('title')}
      />
      <TextField
        label={t('link')}
        optional
        type="url"
        value={value.fields.link}
        onChange={(link) => setField({ link })}
        error={error('link')}
      />
      <div className="grid gap-3 phone:grid-cols-2">
        <TextField
          label={t('publisher')}
          optional
          value={value.fields.publisher}
          onChange={(publisher) => setField({ publisher })}
        />
        <DateField
          label={t('published')}
          optional
          value={value.fields.publishedOn}
          onChange={(publishedOn) => setField({ publishedOn })}
          error={error('publishedOn')}
        />
        <TextField
          label={t('author')}
          optional
          value={value.fields.author}
          onChange={(author) => setField({ author })}
        />
        <Select
          label={t('kind')}
          options={SOURCE_KINDS.map((kind) => ({ id: kind, label: t(`kinds.${kind}`) }))}
          value={value.fields.kind}
          onChange={(kind) => setField({ kind: String(kind) })}
        />
      </div>
      <RadioSegments
        label={t('tier')}
        options={SOURCE_TIERS.map((tier) => ({
          id: tier,
          label: t(tier === 'primary' ? 'tierPrimary' : 'tierSecondary'),
        }))}
        value={value.fields.tier}
        onChange={(tier) => setField({ tier })}
        error={error('tier')}
      />
      <Button
        size="small"
        variant="quiet"
        className="-ms-2.75 self-start"
        onPress={() => onChange({ ...value, isNew: false })}
      >
        {t('knownSourceButton')}
      </Button>
    </fieldset>
  );
}
