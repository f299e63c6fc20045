'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Actions } from '#components/ui/Dialog.tsx';
import { FormError } from '#components/ui/FormError.tsx';
import { Link } from '#components/ui/Link.tsx';
import { RadioList } from '#components/ui/RadioList.tsx';
import { TextArea } from '#components/ui/TextArea.tsx';
import type { PersonDTO } from '#lib/people/types.ts';
import { MAX_ARTICLE_LENGTH } from '#lib/revisions/rules-text.ts';
import { MODES, type SecondReaderMode } from '#lib/settings/types.ts';
import { ArticleFields, useProblems } from './ArticleFields.tsx';
import { DropZone } from './DropZone.tsx';
import { FileButton } from './FileButton.tsx';
import { FoundNotes } from './FoundNotes.tsx';
import { PeoplePicker } from './PeoplePicker.tsx';
import { useNewArticle } from './use-new-article.ts';

export type NewArticleFormProps = {
  readonly people: readonly PersonDTO[];
  readonly readerId: string;
  readonly defaultMode: SecondReaderMode;
};

/** Paste or drop a text, see what was read off it, set it right, save, and start checking. */
export function NewArticleForm({ people, readerId, defaultMode }: NewArticleFormProps) {
  const t = useTranslations('articles');
  const form = useNewArticle(readerId, defaultMode);
  const { draft, problem, known } = form;
  const errors = problem?.refusal.fields ?? {};
  const problems = useProblems(problem?.refusal.fields);
  return (
    <form
      noValidate
      className="grid gap-x-12 gap-y-8 desk:grid-cols-[minmax(0,1fr)_21rem]"
      onSubmit={(event) => {
        event.preventDefault();
        form.save();
      }}
    >
      <DropZone onFile={form.takeFile} onLink={form.takePaste} />
      <div className="flex min-w-0 flex-col gap-3">
        {/* A refusal of its own each time, so that it takes the focus again. */}
        <FormError
          key={problem?.at}
          message={problems.length > 0 ? undefined : problem?.refusal.message}
          problems={problems}
        />
        <TextArea
          label={t('linkField')}
          serif
          isRequired
          autoFocus
          rows={16}
          className="[&_textarea]:text-lg [&_textarea]:leading-relaxed"
          value={draft.text}
          onChange={form.write}
          onPaste={(event) => {
            const pasted = event.clipboardData?.getData('text/plain') ?? '';
            const isAll = draft.text.trim() === '';
            if (pasted === '' || (!isAll && pasted.length <= MAX_ARTICLE_LENGTH)) return;
            event.preventDefault();
            form.takePaste(pasted);
          }}
          onBlur={form.leaveText}
          error={errors.text}
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <FileButton onFile={form.takeFile}>{t('chooseFile')}</FileButton>
          <p role="status" className="text-sm text-soft">
            {form.busy === 'reading' ? t('reading') : null}
          </p>
        </div>
        {form.found ? (
          <FoundNotes found={form.found} onTake={form.takeChanges} isBusy={form.busy === 'reading'} />
        ) : null}
        {form.link ? <Notice>{t('linkSeen')}</Notice> : null}
        {known ? (
          <Notice>
            {t(form.link ? 'knownLink' : 'known')} <Link href={`/articles/${known.id}`}>{known.headline}</Link>
          </Notice>
        ) : null}
        {form.isForeign ? <Notice>{t('otherLanguage')}</Notice> : null}
      </div>
      <div className="flex min-w-0 flex-col gap-5">
        {draft.headline === '' ? null : <p className="-mb-1 text-sm text-soft">{t('guessed')}</p>}
        <ArticleFields value={draft} onChange={form.set} errors={errors} isSlim isLinked={form.link !== null} />
        <RadioList
          label={t('mode')}
          options={MODES.map((mode) => ({ id: mode, label: t(`modes.${mode}`), hint: t(`modeHints.${mode}`) }))}
          value={draft.mode}
          onChange={(mode) => form.change({ mode })}
        />
        <PeoplePicker
          people={people}
          readerId={readerId}
          access={draft.access}
          memberIds={draft.memberIds}
          onChange={(access, memberIds) => form.change({ access, memberIds })}
          error={errors.memberIds}
        />
        <Actions className="mt-1">
          {form.isDraft ? (
            <Button variant="quiet" onPress={form.startOver} isDisabled={form.busy === 'saving'}>
              {t('clear')}
            </Button>
          ) : null}
          <Button type="submit" variant="prime" isPending={form.busy === 'saving'}>
            {known ? t('addAnyway') : t(form.link ? 'saveLink' : 'save')}
          </Button>
        </Actions>
      </div>
    </form>
  );
}

const Notice = ({ children }: { children: ReactNode }) => (
  <p role="status" className="rounded-md border border-review/60 bg-sheet px-3.5 py-2.5 text-sm">
    {children}
  </p>
);
