'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { DateField } from '#components/ui/DateField.tsx';
import { RadioSegments } from '#components/ui/RadioSegments.tsx';
import { Select } from '#components/ui/Select.tsx';
import { TextArea } from '#components/ui/TextArea.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { typedLink } from '#lib/sources/rules-identifiers.ts';
import { agencyIn } from '#lib/sources/rules-origins.ts';
import { SOURCE_KINDS, SOURCE_TIERS } from '#lib/sources/types.ts';
import type { SourceWords } from './source-words.ts';

const MORE = ['origin', 'doi', 'isbn', 'archiveLink', 'updatedOn', 'accessedOn', 'note'] as const;

export type SourceInputsProps = {
  readonly value: SourceWords;
  readonly set: (part: Partial<SourceWords>) => void;
  /** What is wrong with a field, by its name. */
  readonly error: (name: keyof SourceWords) => string | undefined;
  /** What is said of the link: that it is in the library already. */
  readonly underLink?: ReactNode;
  readonly autoFocus?: boolean;
};

/** All that can be said of a source; what is seldom said is folded away. */
export function SourceInputs({ value, set, error, underLink, autoFocus }: SourceInputsProps) {
  const t = useTranslations('evidence');
  const [isLinkTaken, setLinkTaken] = useState(false);
  return (
    <>
      <TextField
        label={t('sourceTitle')}
        autoFocus={autoFocus}
        value={value.title}
        hint={isLinkTaken ? <span role="status">{t('linkTaken')}</span> : undefined}
        onPaste={(event) => {
          const link = typedLink(event.clipboardData.getData('text/plain'));
          if (link === null || (value.link !== '' && value.link !== link)) return;
          event.preventDefault();
          set({ link });
          setLinkTaken(true);
        }}
        onChange={(title) => set({ title })}
        error={error('title')}
      />
      <TextField
        label={t('link')}
        optional
        type="url"
        value={value.link}
        onChange={(link) => set({ link })}
        error={error('link')}
      />
      {underLink}
      <div className="grid gap-3 phone:grid-cols-2">
        <TextField
          label={t('publisher')}
          optional
          value={value.publisher}
          onChange={(publisher) => set({ publisher })}
          error={error('publisher')}
        />
        <TextField
          label={t('author')}
          optional
          value={value.author}
          onChange={(author) => set({ author })}
          error={error('author')}
        />
        <DateField
          label={t('published')}
          optional
          value={value.publishedOn}
          onChange={(publishedOn) => set({ publishedOn })}
          error={error('publishedOn')}
        />
        <Select
          label={t('kind')}
          options={SOURCE_KINDS.map((kind) => ({ id: kind, label: t(`kinds.${kind}`) }))}
          value={value.kind}
          onChange={(kind) => set({ kind: String(kind) })}
        />
      </div>
      <RadioSegments
        label={t('tier')}
        options={SOURCE_TIERS.map((tier) => ({
          id: tier,
          label: t(tier === 'primary' ? 'tierPrimary' : 'tierSecondary'),
        }))}
        value={value.tier}
        onChange={(tier) => set({ tier })}
        error={error('tier')}
      />
      <MoreInputs value={value} set={set} error={error} />
    </>
  );
}

function MoreInputs({ value, set, error }: Pick<SourceInputsProps, 'value' | 'set' | 'error'>) {
  const t = useTranslations('evidence');
  const [wasOpen] = useState(() => MORE.some((name) => value[name] !== ''));
  return (
    <details className="text-sm" open={wasOpen || MORE.some((name) => error(name) !== undefined)}>
      <summary className="cursor-pointer text-soft">{t('moreFields')}</summary>
      <div className="mt-3 grid gap-3 phone:grid-cols-2">
        <Origin value={value} set={set} error={error} />
        <TextField label={t('doi')} optional value={value.doi} onChange={(doi) => set({ doi })} error={error('doi')} />
        <TextField
          label={t('isbn')}
          optional
          value={value.isbn}
          onChange={(isbn) => set({ isbn })}
          error={error('isbn')}
        />
        <TextField
          label={t('archiveLink')}
          optional
          type="url"
          className="phone:col-span-2"
          value={value.archiveLink}
          onChange={(archiveLink) => set({ archiveLink })}
          error={error('archiveLink')}
        />
        <DateField
          label={t('updatedOn')}
          optional
          value={value.updatedOn}
          onChange={(updatedOn) => set({ updatedOn })}
          error={error('updatedOn')}
        />
        <DateField
          label={t('accessedOn')}
          optional
          value={value.accessedOn}
          onChange={(accessedOn) => set({ accessedOn })}
          error={error('accessedOn')}
        />
        <TextArea
          label={t('note')}
          optional
          rows={2}
          className="phone:col-span-2"
          value={value.note}
          onChange={(note) => set({ note })}
          error={error('note')}
        />
      </div>
    </details>
  );
}

/** Whose words they are: an agency that the author names is proposed, and taken by a press. */
function Origin({ value, set, error }: Pick<SourceInputsProps, 'value' | 'set' | 'error'>) {
  const t = useTranslations('evidence');
  const format = useFormatter();
  const id = useId();
  const agency = agencyIn(value.author) ?? agencyIn(value.publisher);
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value.publishedOn)
    ? format.dateTime(new Date(`${value.publishedOn}T00:00:00Z`), 'day', { timeZone: 'UTC' })
    : null;
  const proposed = agency === null ? null : [agency, day].filter(Boolean).join(', ');
  return (
    <div className="flex flex-col items-start gap-1 phone:col-span-2">
      <TextField
        id={id}
        label={t('origin')}
        optional
        className="w-full"
        hint={t('originHint')}
        value={value.origin}
        onChange={(origin) => set({ origin })}
        error={error('origin')}
      />
      {proposed !== null && value.origin === '' ? (
        <Button
          size="small"
          variant="link"
          className="-ms-2.75 whitespace-normal"
          onPress={() => {
            set({ origin: proposed });
            document.getElementById(id)?.focus();
          }}
        >
          {t('originPropose', { origin: proposed })}
        </Button>
      ) : null}
    </div>
  );
}
