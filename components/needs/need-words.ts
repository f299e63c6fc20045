import type { useTranslations } from 'next-intl';
import { kindInWords } from '#lib/needs/rules.ts';
import type { NeedDTO } from '#lib/needs/types.ts';

type Words = ReturnType<typeof useTranslations<'needs'>>;

/** Where an item leads: to its claim, else to its article. */
export const addressOf = ({ article, claims }: NeedDTO): string =>
  `/articles/${article.id}${claims[0] === undefined ? '' : `?claim=${claims[0].number}`}`;

/** What an item says in its heading, and the values it says it with. */
export function headingOf(t: Words, item: NeedDTO) {
  const { article, by, words, claims, parts } = item;
  const [first] = claims;
  return {
    key: words === null ? ('group' as const) : ('said' as const),
    values: {
      kind: kindInWords(item),
      headline: article.headline,
      by: by[0] ?? t('somebody'),
      count: parts.length,
      claim: first === undefined ? '' : t('claim', { number: first.number }),
    },
  };
}

/** The same as plain words. */
export function titleOf(t: Words, item: NeedDTO): string {
  const { key, values } = headingOf(t, item);
  return t.markup(key, { ...values, b: (words) => words });
}
