import { useFormatter, useTranslations } from 'next-intl';
import type { SourceDTO } from '#lib/sources/types.ts';

/** A local date in words, whatever the desk's zone. */
export function useLocalDay(): (day: string) => string {
  const format = useFormatter();
  return (day) => format.dateTime(new Date(`${day}T00:00:00Z`), 'dayShort', { timeZone: 'UTC' });
}

/** What a source is, in one line: "Report · Primary · Maren Holt · Harbour Authority · 3 May 2026". */
export function useSourceLine(): (source: SourceDTO) => string {
  const t = useTranslations('sources');
  const words = useTranslations('evidence');
  const dayOf = useLocalDay();
  return ({ kind, tier, author, publisher, publishedOn }) =>
    [words(`kinds.${kind}`), t(tier), author, publisher, publishedOn && dayOf(publishedOn)].filter(Boolean).join(' · ');
}
