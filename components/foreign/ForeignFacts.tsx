import { useFormatter, useTranslations } from 'next-intl';
import type { ForeignFileDTO } from '#lib/foreign/types.ts';
import { Tag } from '../ui/Tag.tsx';

/** Where a file came from, when and by whom it was brought in, and how much is in it: on one line of words. */
export function ForeignFacts({ file }: { readonly file: ForeignFileDTO }) {
  const t = useTranslations('foreign');
  const format = useFormatter();
  const when = format.dateTime(new Date(file.broughtAt), 'moment');
  const facts = [
    t(`formats.${file.format}`),
    t('claims', { count: file.claims }),
    file.events === null ? null : t('events', { count: file.events }),
    file.leftOut === 0 ? null : t('leftOut', { count: file.leftOut }),
    file.broughtBy === null ? t('broughtByCommand', { when }) : t('broughtBy', { name: file.broughtBy, when }),
  ].filter((fact) => fact !== null);
  return (
    <p className="figures flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-soft">
      <span className="text-pretty">{facts.join(' · ')}</span>
      {file.setAsideAt === null ? null : <Tag tone="warn">{t('setAside')}</Tag>}
    </p>
  );
}
