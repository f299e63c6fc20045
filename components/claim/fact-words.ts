import { useTranslations } from 'next-intl';
import type { Conflict } from '#components/galley/conflict.ts';
import { mergeLists } from '#components/galley/merge-lists.ts';
import { CLAIM_KINDS, CLAIMANT_TYPES, FACTUALITIES, POLARITIES, type Quantity, type Time } from '#lib/engine/types.ts';

export type FigureDraft = Omit<Quantity, 'value'> & { readonly value: string };

/** What the form's fields are called, and their values in words. */
export function useFactWords() {
  const t = useTranslations('claim');
  const label = (field: string) => {
    switch (field) {
      case 'name':
        return t('claimantName');
      case 'figures':
        return t('figures');
      case 'times':
        return t('periods');
      default:
        return t(LABELS.find((one) => one === field) ?? 'kind');
    }
  };
  const say = (field: string, value: string) => {
    const claimant = field === 'claimantKind' && CLAIMANT_TYPES.find((one) => one === value);
    const kind = field === 'kind' && CLAIM_KINDS.find((one) => one === value);
    const factuality = field === 'factuality' && FACTUALITIES.find((one) => one === value);
    const polarity = field === 'polarity' && POLARITIES.find((one) => one === value);
    if (claimant) return t(`claimantKinds.${claimant}`);
    if (factuality) return t(`factualities.${factuality}`);
    if (polarity) return t(`polarities.${polarity}`);
    return kind ? t(`kinds.${kind}`) : value;
  };
  const write = (field: string, value: unknown) => {
    if (field === 'figures')
      return listOf<FigureDraft>(value)
        .map(({ text, value, unit }) => `“${text}”: ${value} ${unit ?? ''}`.trim())
        .join('\n');
    if (field === 'times')
      return listOf<Time>(value)
        .map(({ text, from, to }) => `“${text}”: ${from ?? '…'} – ${to ?? '…'}`)
        .join('\n');
    return t('isMisdeed', { is: value === true ? 'yes' : 'no' });
  };
  return { label, say, write };
}

const LABELS = ['claimantKind', 'via', 'kind', 'factuality', 'polarity', 'saidOn', 'saidWhere', 'misdeed'] as const;
const listOf = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? value : []);

/** Two changes of the figures, or of the periods, put together where they are of others. */
export function mergeFacts({ field, base, mine, saved }: Conflict): readonly (FigureDraft | Time)[] | null {
  if (field !== 'figures' && field !== 'times') return null;
  const [was, own, now] = [base, mine, saved].map(listOf<FigureDraft | Time>);
  return mergeLists(was ?? [], own ?? [], now ?? [], ({ start, text }) => `${start}:${text}`);
}
