'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Link, PlainLink } from '#components/ui/Link.tsx';
import { OutwardMark } from '#components/ui/Outward.tsx';
import { Tag } from '#components/ui/Tag.tsx';
import type { ListedSourceDTO } from '#lib/sources/types.ts';
import { SourceDialog } from './source-dialogs.ts';
import { useSourceLine } from './source-line.ts';

export type SourceListProps = {
  readonly sources: readonly ListedSourceDTO[];
  readonly mayEdit: boolean;
  readonly readerId: string;
};

/** What claims here rest on. */
export function SourceList({ sources, mayEdit, readerId }: SourceListProps) {
  const [edited, setEdited] = useState<string | null>(null);
  const source = sources.find((item) => item.id === edited);
  return (
    <>
      <ul className="border-b border-rule">
        {sources.map((item) => (
          <SourceRow key={item.id} source={item} onEdit={mayEdit ? () => setEdited(item.id) : undefined} />
        ))}
      </ul>
      {source ? (
        <SourceDialog
          key={source.id}
          source={source}
          claims={source.claims}
          readerId={readerId}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </>
  );
}

function SourceRow({ source, onEdit }: { source: ListedSourceDTO; onEdit: (() => void) | undefined }) {
  const t = useTranslations('sources');
  const common = useTranslations('common');
  const lineOf = useSourceLine();
  const address = `/sources/${source.id}`;
  return (
    <li className="flex items-start gap-3 border-t border-rule py-3.5">
      <div className="min-w-0 flex-1">
        <h2 className="font-serif text-lg leading-snug wrap-anywhere">
          <PlainLink href={address}>{source.title}</PlainLink>
          {source.link ? <OutwardMark href={source.link} label={t('open', { link: source.link })} /> : null}
        </h2>
        <p className="mt-0.5 text-sm text-soft">
          {lineOf(source)}
          {source.confidential ? (
            <>
              {' '}
              <Tag tone="warn">{t('confidential')}</Tag>
            </>
          ) : null}
          {source.archived ? (
            <>
              {' '}
              <Tag tone="quiet">{t('archivedMark')}</Tag>
            </>
          ) : null}
        </p>
        {source.note ? <p className="mt-1 max-w-prose text-sm whitespace-pre-line">{source.note}</p> : null}
      </div>
      <p className="figures pt-1 text-xs whitespace-nowrap text-soft">
        {source.claims > 0 ? (
          <Link href={`${address}#claims`} aria-label={`${t('claims', { count: source.claims })}: ${source.title}`}>
            {t('claims', { count: source.claims })}
          </Link>
        ) : (
          t('claims', { count: 0 })
        )}
      </p>
      {onEdit ? (
        <Button
          size="small"
          variant="quiet"
          className="-me-2.75"
          aria-label={t('edit', { title: source.title })}
          onPress={onEdit}
        >
          {common('edit')}
        </Button>
      ) : null}
    </li>
  );
}
