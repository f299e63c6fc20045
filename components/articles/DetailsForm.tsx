'use client';

import { useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDraft } from '#components/galley/use-draft.ts';
import { Button } from '#components/ui/Button.tsx';
import { Checkbox } from '#components/ui/Checkbox.tsx';
import { Actions } from '#components/ui/Dialog.tsx';
import { FormError } from '#components/ui/FormError.tsx';
import { RadioList } from '#components/ui/RadioList.tsx';
import { toast } from '#components/ui/toast.ts';
import { editArticle, setAccess, setMode } from '#lib/articles/actions.ts';
import { instantOf, localOf } from '#lib/articles/rules.ts';
import type { ArticleDTO, GuestDTO } from '#lib/articles/types.ts';
import type { PersonDTO } from '#lib/people/types.ts';
import { MODES, QUERY_RULES } from '#lib/settings/types.ts';
import { setArticleRules } from '#lib/standing/actions.ts';
import { ArticleDeeds } from './ArticleDeeds.tsx';
import { type ArticleDetails, ArticleFields, useProblems } from './ArticleFields.tsx';
import { Guests } from './Guests.tsx';
import { Heading } from './Heading.tsx';
import { PeoplePicker } from './PeoplePicker.tsx';
import { useArticleChange } from './use-article-change.ts';

export type DetailsFormProps = {
  readonly article: ArticleDTO;
  readonly people: readonly PersonDTO[];
  readonly guests: readonly GuestDTO[];
  readonly readerId: string;
};

const NOTHING: { readonly changed: Partial<ArticleDetails> } = { changed: {} };

/** An article's details, its second readers, who may see it, and its archive; each part is saved by itself. */
export function DetailsForm({ article, people, guests, readerId }: DetailsFormProps) {
  return (
    <div className="flex flex-col gap-10">
      <Details article={article} readerId={readerId} />
      <SecondReaders article={article} />
      {article.isUnread ? null : <Rules article={article} />}
      <Access article={article} people={people} readerId={readerId} />
      <Guests articleId={article.id} guests={guests} isClosed={article.archived || article.isUnread} />
      <ArticleDeeds article={article} />
    </div>
  );
}

function Details({ article, readerId }: { article: ArticleDTO; readerId: string }) {
  const t = useTranslations('articles');
  const common = useTranslations('common');
  const timeZone = useTimeZone() ?? 'UTC';
  // Only what was changed is kept: the rest goes on following what others save.
  const { draft, change, clear } = useDraft(`${readerId}:details:${article.id}`, NOTHING);
  const { run, isPending, refusal } = useArticleChange();
  const saved: ArticleDetails = {
    headline: article.headline,
    outlet: article.outlet ?? '',
    byline: article.byline ?? '',
    link: article.link ?? '',
    publishedOn: article.publishedOn ?? '',
    dueAt: article.dueAt ? localOf(article.dueAt, timeZone) : '',
  };
  const value = { ...saved, ...draft.changed };
  const isChanged = Object.entries(draft.changed).some(([name, now]) => saved[name as keyof ArticleDetails] !== now);
  const problems = useProblems(refusal?.fields);
  const save = () =>
    run(
      () =>
        editArticle({
          id: article.id,
          version: article.version,
          ...value,
          dueAt: instantOf(value.dueAt, timeZone) ?? '',
        }),
      () => {
        clear(draft);
        return t('saved');
      },
    );
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Heading>{t('detailsTitle')}</Heading>
      {refusal ? (
        <FormError key={refusal.at} message={problems.length > 0 ? undefined : refusal.message} problems={problems} />
      ) : null}
      <ArticleFields
        value={value}
        onChange={(part) => change({ changed: { ...draft.changed, ...part } })}
        errors={refusal?.fields ?? {}}
        readOff={article.readOff}
      />
      <Actions className="mt-0">
        {isChanged ? (
          <Button variant="quiet" onPress={clear}>
            {common('cancel')}
          </Button>
        ) : null}
        <Button type="submit" variant="prime" isPending={isPending}>
          {t('saveDetails')}
        </Button>
      </Actions>
    </form>
  );
}

function SecondReaders({ article: { id, version, mode: present } }: { article: ArticleDTO }) {
  const t = useTranslations('articles');
  const [mode, choose] = useState<string>(present);
  const { run, isPending, refusal } = useArticleChange();
  return (
    <section className="flex flex-col gap-3 border-t border-rule pt-6">
      <Heading>{t('mode')}</Heading>
      <RadioList
        label={t('mode')}
        hideLabel
        options={MODES.map((item) => ({ id: item, label: t(`modes.${item}`), hint: t(`modeHints.${item}`) }))}
        value={mode}
        onChange={choose}
        hint={t('modeNote')}
        error={refusal?.message}
      />
      <Actions className="mt-0">
        <Button
          isPending={isPending}
          aria-label={t('saveModeLong')}
          onPress={() =>
            run(
              () => setMode({ id, version, mode }),
              () => t('saved'),
            )
          }
        >
          {t('saveMode')}
        </Button>
      </Actions>
    </section>
  );
}

/** What its claims go by beside their verdicts: what open questions do, and whether minor claims count. */
function Rules({ article }: { article: ArticleDTO }) {
  const t = useTranslations('articles');
  const { id, version } = article;
  const [queries, setQueries] = useState<string>(article.queries);
  const [minorCounts, setMinorCounts] = useState(article.minorCounts);
  const { run, isPending, refusal } = useArticleChange();
  return (
    <section className="flex flex-col gap-3 border-t border-rule pt-6">
      <Heading>{t('rules')}</Heading>
      <RadioList
        label={t('queries')}
        options={QUERY_RULES.map((rule) => ({
          id: rule,
          label: t(`queryRules.${rule}`),
          hint: t(`queryHints.${rule}`),
        }))}
        value={queries}
        onChange={setQueries}
        error={refusal?.message}
      />
      <Checkbox isSelected={minorCounts} onChange={setMinorCounts} hint={t('minorHint')}>
        {t('minorCounts')}
      </Checkbox>
      <p className="text-xs text-soft">{t('rulesNote')}</p>
      <Actions className="mt-0">
        <Button
          isPending={isPending}
          aria-label={t('saveRulesLong')}
          onPress={() =>
            run(
              () => setArticleRules({ id, version, queries, minorCounts }),
              () => t('saved'),
            )
          }
        >
          {t('saveMode')}
        </Button>
      </Actions>
    </section>
  );
}

function Access({ article, people, readerId }: Omit<DetailsFormProps, 'guests'>) {
  const t = useTranslations('articles');
  const { id, version } = article;
  const [chosen, choose] = useState<{ readonly access: string; readonly memberIds: readonly string[] }>(article);
  const { run, isPending, refusal } = useArticleChange();
  const others = (ids: readonly string[]) => ids.filter((member) => member !== readerId);
  const isSame =
    chosen.access === article.access &&
    new Set([...others(chosen.memberIds), ...others(article.memberIds)]).size === others(article.memberIds).length &&
    others(chosen.memberIds).length === others(article.memberIds).length;
  return (
    <section className="flex flex-col gap-3 border-t border-rule pt-6">
      <Heading>{t('access')}</Heading>
      <PeoplePicker
        hideLabel
        people={people}
        readerId={readerId}
        access={chosen.access}
        memberIds={chosen.memberIds}
        onChange={(access, memberIds) => choose({ access, memberIds })}
        error={refusal ? (refusal.fields?.memberIds ?? refusal.message) : undefined}
      />
      <Actions className="mt-0">
        <Button
          isPending={isPending}
          aria-label={t('saveAccessLong')}
          onPress={() => {
            // Nothing to write in the history; the button is not disabled for it, since that would lose the focus.
            if (isSame) toast(t('saved'));
            else
              run(
                () => setAccess({ id, version, access: chosen.access, memberIds: chosen.memberIds }),
                () => t('saved'),
              );
          }}
        >
          {t('saveMode')}
        </Button>
      </Actions>
    </section>
  );
}
