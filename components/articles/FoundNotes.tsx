import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/Button.tsx';
import type { FoundInFile } from '#lib/revisions/types.ts';
import type { Taking } from './post.ts';

type Item = { readonly label: string; readonly text: string; readonly author: string | null };

export type FoundNotesProps = {
  readonly found: FoundInFile;
  /** Has the file read again, its tracked changes taken so. */
  readonly onTake: (taking: Taking) => void;
  readonly isBusy: boolean;
};

/** What was in a file beside its text, and how it was taken: a person is told, and asked where it can be taken otherwise. */
export function FoundNotes({ found, onTake, isBusy }: FoundNotesProps) {
  const t = useTranslations('articles.found');
  const { changes, notes, taken, warnings, isPart } = found;
  const other = taken === 'accepted' ? 'refused' : 'accepted';
  if (changes.count + notes.count + warnings.length === 0 && !isPart) return null;
  return (
    <ul aria-label={t('label')} className="divide-y divide-rule rounded-md border border-review/60 bg-sheet text-sm">
      {changes.count === 0 ? null : (
        <Row
          action={
            <Button size="small" variant="link" isPending={isBusy} onPress={() => onTake(other)}>
              {t(`take.${other}`)}
            </Button>
          }
          items={changes.first.map(({ kind, ...change }) => ({ ...change, label: t(`change.${kind}`) }))}
          count={changes.count}
        >
          {t(`changes.${taken}`, { count: changes.count })}
        </Row>
      )}
      {notes.count === 0 ? null : (
        <Row
          items={notes.first.map(({ kind, ...note }) => ({ ...note, label: t(`note.${kind}`) }))}
          count={notes.count}
        >
          {t('notes', { count: notes.count })}
        </Row>
      )}
      {isPart ? <Row>{t('part')}</Row> : null}
      {warnings.map((warning) => (
        <Row key={warning}>{t(`warning.${warning}`)}</Row>
      ))}
    </ul>
  );
}

type RowProps = {
  readonly children: ReactNode;
  readonly action?: ReactNode;
  readonly items?: readonly Item[];
  readonly count?: number;
};

function Row({ children, action, items = [], count = 0 }: RowProps) {
  const t = useTranslations('articles.found');
  return (
    <li className="px-3.5 py-2.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p>{children}</p>
        {action}
      </div>
      {items.length === 0 ? null : (
        <details className="mt-1">
          <summary className="cursor-pointer text-soft">{t('show')}</summary>
          <ul className="mt-2 flex flex-col gap-2">
            {items.map(({ label, text, author }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: they stand in the order of the file, and the same words may be there twice
              <li key={i} className="wrap-anywhere">
                <span className="text-soft">
                  {author === null ? t('alone', { label }) : t('by', { label, author })}
                </span>{' '}
                <span className="font-serif whitespace-pre-line">{text}</span>
              </li>
            ))}
            {items.length < count ? (
              <li className="text-soft">{t('further', { count: count - items.length })}</li>
            ) : null}
          </ul>
        </details>
      )}
    </li>
  );
}
