'use client';

import { useTranslations } from 'next-intl';
import type { ArticleDTO, HeadField } from '#lib/articles/types.ts';
import { cx } from '../ui/cx.ts';
import { DateField } from '../ui/DateField.tsx';
import type { FieldProblem } from '../ui/FormError.tsx';
import { TextField } from '../ui/TextField.tsx';

/** What is written of an article, as its fields hold it: dates as the desk's calendar and clocks show them. */
export type ArticleDetails = {
  readonly headline: string;
  readonly outlet: string;
  readonly byline: string;
  readonly publishedOn: string;
  readonly link: string;
  readonly dueAt: string;
};
export const noDetails: ArticleDetails = {
  headline: '',
  outlet: '',
  byline: '',
  publishedOn: '',
  link: '',
  dueAt: '',
};

export type ArticleFieldsProps = {
  readonly value: ArticleDetails;
  readonly onChange: (part: Partial<ArticleDetails>) => void;
  readonly errors: Readonly<Record<string, string>>;
  /** One field under another, where the column is slim. */
  readonly isSlim?: boolean;
  /** What fields that stand as a job has filled them in were read off. */
  readonly readOff?: ArticleDTO['readOff'];
  /** The text is to be fetched: its link stands elsewhere, and nothing needs to be told of it. */
  readonly isLinked?: boolean;
};

export function ArticleFields({
  value,
  onChange,
  errors,
  isSlim = false,
  readOff = {},
  isLinked = false,
}: ArticleFieldsProps) {
  const t = useTranslations('articles');
  const noted = (field: HeadField): string | undefined => {
    const from = readOff[field];
    return from === undefined ? undefined : t('readOff', { from: from.replaceAll('-', '') });
  };
  const two = cx('grid gap-4', isSlim ? 'phone:grid-cols-2 desk:grid-cols-1' : 'phone:grid-cols-2');
  return (
    <>
      <TextField
        label={t('headline')}
        serif
        isRequired={!isLinked}
        optional={isLinked}
        hint={noted('headline')}
        value={value.headline}
        onChange={(headline) => onChange({ headline })}
        error={errors.headline}
      />
      <div className={two}>
        <TextField
          label={t('byline')}
          optional
          hint={noted('byline')}
          value={value.byline}
          onChange={(byline) => onChange({ byline })}
          error={errors.byline}
        />
        <TextField
          label={t('outlet')}
          optional
          hint={noted('outlet')}
          value={value.outlet}
          onChange={(outlet) => onChange({ outlet })}
          error={errors.outlet}
        />
      </div>
      <div className={two}>
        <DateField
          label={t('publishedOn')}
          hint={[noted('publishedOn'), t('publishedHint')].filter(Boolean).join(' ')}
          optional
          value={value.publishedOn}
          onChange={(publishedOn) => onChange({ publishedOn })}
          error={errors.publishedOn}
        />
        <DateField
          label={t('deadline')}
          hint={t('deadlineHint')}
          optional
          type="datetime-local"
          value={value.dueAt}
          onChange={(dueAt) => onChange({ dueAt })}
          error={errors.dueAt}
        />
      </div>
      {isLinked ? null : (
        <TextField
          label={t('link')}
          optional
          type="url"
          hint={noted('link')}
          value={value.link}
          onChange={(link) => onChange({ link })}
          error={errors.link}
        />
      )}
    </>
  );
}

const NAMED = ['text', 'headline', 'byline', 'outlet', 'publishedOn', 'dueAt', 'link', 'mode', 'memberIds'] as const;
const LABELS = { dueAt: 'deadline', memberIds: 'access' } as const;

/** What is wrong with the form, each thing by the name its label says, for the head of the form. */
export function useProblems(fields: Readonly<Record<string, string>> | undefined): FieldProblem[] {
  const t = useTranslations('articles');
  return NAMED.flatMap((name) => {
    const message = fields?.[name];
    if (message === undefined) return [];
    return [{ field: t(name === 'dueAt' || name === 'memberIds' ? LABELS[name] : name), message }];
  });
}
