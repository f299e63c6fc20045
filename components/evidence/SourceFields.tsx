'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SourceInputs } from '#components/sources/SourceInputs.tsx';
import { noSource, type SourceWords } from '#components/sources/source-words.ts';
import { useFoundSources } from '#components/sources/use-found.ts';
import { Button } from '#components/ui/Button.tsx';
import { Checkbox } from '#components/ui/Checkbox.tsx';
import { ComboBox } from '#components/ui/ComboBox.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { typedLink } from '#lib/sources/rules-identifiers.ts';
import type { FoundSourceDTO } from '#lib/sources/types.ts';

/** A source already here by its id, with its title to show; or the fields of a new one. */
export type SourceDraft = {
  readonly id: string;
  readonly title: string;
  readonly fields: SourceWords;
  readonly isNew: boolean;
  /** Why a new one is to be named to nobody else; null where it is not confidential. */
  readonly confidential?: string | null;
};
export const newSource: SourceDraft = { id: '', title: '', fields: noSource, isNew: false, confidential: null };

export type SourceFieldsProps = {
  /** Its sources come first. */
  readonly articleId: string;
  readonly value: SourceDraft;
  readonly onChange: (value: SourceDraft) => void;
  /** A source was chosen: what comes next can be filled in. */
  readonly onChosen: () => void;
  readonly autoFocus: boolean;
  readonly errors: Readonly<Record<string, string>>;
};

/** Chooses a source already here, or takes down a new one. */
export function SourceFields(props: SourceFieldsProps) {
  return props.value.isNew ? <NewSource {...props} /> : <KnownSource {...props} />;
}

function KnownSource({ articleId, value, onChange, onChosen, autoFocus, errors }: SourceFieldsProps) {
  const t = useTranslations('evidence');
  const [words, setWords] = useState('');
  const found = useFoundSources(words, articleId);
  const isLink = typedLink(words) !== null;
  const hintOf = ({ claims: count, isOfArticle }: FoundSourceDTO) =>
    isLink ? t('inLibrary', { count }) : isOfArticle ? t('cited') : t('usedOn', { count });
  const options = found.map((source) => ({ id: source.id, label: source.title, hint: hintOf(source) }));
  if (value.id && !options.some((option) => option.id === value.id))
    options.push({ id: value.id, label: value.title, hint: '' });
  const create = (typed: string) => {
    const link = typedLink(typed);
    const said = link === null ? { title: typed } : { link };
    onChange({ ...value, id: '', isNew: true, fields: { ...value.fields, ...said } });
  };
  return (
    <div className="flex flex-col items-start gap-2">
      <ComboBox
        className="w-full"
        autoFocus={autoFocus}
        label={t('source')}
        hint={t('sourceHint')}
        placeholder={t('chooseSource')}
        search={t('searchSources')}
        options={options}
        onSearch={setWords}
        value={value.id || null}
        onChange={(id) => onChange({ ...value, id, title: options.find((option) => option.id === id)?.label ?? '' })}
        onChosen={onChosen}
        onCreate={create}
        createLabel={(typed) => {
          const link = typedLink(typed);
          return link === null ? t('newSource', { title: typed }) : t('newSourceAt', { link });
        }}
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

function NewSource({ value, onChange, onChosen, errors }: SourceFieldsProps) {
  const t = useTranslations('evidence');
  // A draft of before a field was added says nothing of it.
  const fields = { ...noSource, ...value.fields };
  const confidential = value.confidential ?? null;
  const [known = null] = useFoundSources(typedLink(fields.link));
  return (
    <fieldset className="flex flex-col gap-3 rounded-lg border border-rule p-3">
      <legend className="px-1 text-sm font-medium">{t('source')}</legend>
      <SourceInputs
        value={fields}
        autoFocus
        set={(part) => onChange({ ...value, fields: { ...fields, ...part } })}
        error={(name) => errors[`source.fields.${name}`] ?? errors[`source.${name}`]}
        underLink={
          known === null ? null : (
            <div
              role="status"
              className="flex flex-wrap items-baseline gap-x-3 gap-y-1 rounded-md bg-wash px-3 py-2 text-sm"
            >
              <p className="min-w-0 flex-1 basis-48 wrap-anywhere">
                {t('known', { title: known.title, count: known.claims })}
              </p>
              <Button
                size="small"
                onPress={() => {
                  onChange({ ...value, id: known.id, title: known.title, isNew: false });
                  onChosen();
                }}
              >
                {t('useIt')}
              </Button>
            </div>
          )
        }
      />
      <Checkbox
        hint={t('keepConfidentialHint')}
        isSelected={confidential !== null}
        onChange={(isOn) => onChange({ ...value, confidential: isOn ? '' : null })}
      >
        {t('keepConfidential')}
      </Checkbox>
      {confidential === null ? null : (
        <TextField
          label={t('whyConfidential')}
          value={confidential}
          onChange={(reason) => onChange({ ...value, confidential: reason })}
          error={errors['source.confidential']}
        />
      )}
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
