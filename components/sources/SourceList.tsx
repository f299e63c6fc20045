'use client';

import { ExternalLink } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Opening } from '#components/ui/KeyWait.tsx';
import type { ListedSourceDTO } from '#lib/sources/types.ts';

// Fetched when a source is first edited.
const SourceDialog = dynamic(() => import('./SourceDialog.tsx').then((module) => module.SourceDialog), {
  ssr: false,
  loading: Opening,
});

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
        <SourceDialog key={source.id} source={source} readerId={readerId} onClose={() => setEdited(null)} />
      ) : null}
    </>
  );
}

function SourceRow({ source, onEdit }: { source: ListedSourceDTO; onEdit: (() => void) | undefined }) {
  const t = useTranslations('sources');
  const words = useTranslations('evidence');
  const common = useTranslations('common');
  const format = useFormatter();
  // A local date, whatever the desk's zone.
  const day = source.publishedOn
    ? format.dateTime(new Date(`${source.publishedOn}T00:00:00Z`), 'dayShort', { timeZone: 'UTC' })
    : null;
  return (
    <li className="flex items-start gap-3 border-t border-rule py-3.5">
      <div className="min-w-0 flex-1">
        <h2 className="font-serif text-lg leading-snug wrap-anywhere">
          {source.link ? (
            <a
              href={source.link}
              target="_blank"
              rel="noreferrer noopener"
              className="rounded-sm underline-offset-3 hover:underline"
            >
              {source.title}
              <ExternalLink aria-hidden="true" className="ms-1.5 inline size-3.5 align-baseline text-soft" />
              <span className="sr-only"> ({t('newTab')})</span>
            </a>
          ) : (
            source.title
          )}
        </h2>
        <p className="mt-0.5 text-sm text-soft">
          {[words(`kinds.${source.kind}`), t(source.tier), source.author, source.publisher, day]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {source.note ? <p className="mt-1 max-w-prose text-sm whitespace-pre-line">{source.note}</p> : null}
      </div>
      <p className="figures pt-1 text-xs whitespace-nowrap text-soft">{t('claims', { count: source.claims })}</p>
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
