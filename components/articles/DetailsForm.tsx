'use client';

import { useRouter } from 'next/navigation';
import { useTimeZone, useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { Conflicts } from '#components/galley/Conflicts.tsx';
import { outcomeOf, useForm } from '#components/galley/use-form.ts';
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

const DETAILS = ['headline', 'outlet', 'byline', 'link', 'publishedOn', 'dueAt'] as const;
const TEXTS = ['headline', 'byline'];

const detailsOf = (article: ArticleDTO, timeZone: string): ArticleDetails => ({
  headline: article.headline,
  outlet: article.outlet ?? '',
  byline: article.byline ?? '',
  link: article.link ?? '',
  publishedOn: article.publishedOn ?? '',
  dueAt: article.dueAt ? localOf(article.dueAt, timeZone) : '',
});

/** An article's details, its second readers, who may see it, and its archive; each part is saved by itself. */
export function DetailsForm({ article, people, guests, readerId }: DetailsFormProps) {
  return (
    <div className="flex flex-col gap-10">
      <Details article={article} readerId={readerId} />
      {/* Whatever is saved, these start anew from what stands now. */}
      <SecondReaders key={`readers ${article.version}`} article={article} />
      {article.isUnread ? null : <Rules key={`rules ${article.version}`} article={article} />}
      <Access key={`access ${article.version}`} article={article} people={people} readerId={readerId} />
      <Guests articleId={article.id} guests={guests} isClosed={article.archived || article.isUnread} />
      <ArticleDeeds article={article} />
    </div>
  );
}

function Details({ article, readerId }: { article: ArticleDTO; readerId: string }) {
  const t = useTranslations('articles');
  const common = useTranslations('common');
  const timeZone = useTimeZone() ?? 'UTC';
  const router = useRouter();
  // The version that one's own last save left, whether or not the page has been read again.
  const saving = useRef(article.version);
  const saved = useMemo(() => detailsOf(article, timeZone), [article, timeZone]);
  const form = useForm(
    `${readerId}:details:${article.id}`,
    saved,
    async (value) => {
      const { id } = article;
      const version = Math.max(article.version, saving.current);
      const result = await editArticle({ id, version, ...value, dueAt: instantOf(value.dueAt, timeZone) ?? '' });
      if (result.ok) {
        saving.current = result.value.version;
        toast(t('saved'));
      }
      // Where somebody was faster, the page shows what stands now, and what was typed stands beside it.
      if (result.ok || result.reason === 'stale-version') router.refresh();
      return outcomeOf(result);
    },
    undefined,
    { guarded: DETAILS, stays: true },
  );
  const { draft, refusal, message } = form;
  const isChanged = form.isDraft && DETAILS.some((name) => draft[name] !== saved[name]);
  const problems = useProblems(refusal?.fields);
  const label = (field: string) => {
    const name = DETAILS.find((one) => one === field) ?? 'headline';
    return t(name === 'dueAt' ? 'due' : name);
  };
  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={form.onSubmit}>
      <Heading>{t('detailsTitle')}</Heading>
      {message || problems.length > 0 ? <FormError key={form.tries} message={message} problems={problems} /> : null}
      <ArticleFields value={draft} onChange={form.change} errors={refusal?.fields ?? {}} readOff={article.readOff} />
      <Conflicts {...form.both} texts={TEXTS} label={label} />
      <Actions className="mt-0">
        {isChanged ? (
          <Button variant="quiet" onPress={() => form.clear()}>
            {common('cancel')}
          </Button>
        ) : null}
        <Button type="submit" variant="prime" isPending={form.isPending}>
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
