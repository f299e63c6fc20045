'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useDeed } from '#components/people/use-deed.ts';
import { useLocalDay } from '#components/sources/source-line.ts';
import { wordsOf } from '#components/sources/source-words.ts';
import { Button } from '#components/ui/Button.tsx';
import { toast } from '#components/ui/toast.ts';
import { editSource } from '#lib/sources/actions.ts';
import type { SourceDTO } from '#lib/sources/types.ts';
import type { DetailProposalDTO } from '#lib/sources/types-captures.ts';

/** Changed in the basis of verdicts, as the window that edits a source says. */
const WEIGHTY: readonly DetailProposalDTO['field'][] = ['title', 'author', 'publisher', 'publishedOn'];

export type ProposalsProps = {
  readonly source: SourceDTO;
  readonly proposals: readonly DetailProposalDTO[];
  /** How many claims cite it, where the reader may read. */
  readonly claims: number;
  readonly onTaken: () => void;
};

/** What was read off the newest capture and is not said of the source yet: taken one by one, or all at once. */
export function Proposals({ source, proposals, claims, onTaken }: ProposalsProps) {
  const t = useTranslations('captures');
  const router = useRouter();
  const dayOf = useLocalDay();
  const { run, isPending } = useDeed();
  if (proposals.length === 0) return null;
  const take = (taken: readonly DetailProposalDTO[]) =>
    run(
      () =>
        editSource({
          ...wordsOf(source),
          id: source.id,
          version: source.version,
          ...Object.fromEntries(taken.map(({ field, value }) => [field, value])),
        }),
      () => {
        toast(t('taken'));
        onTaken();
        router.refresh();
      },
    );
  const isWeighty = claims > 0 && proposals.some(({ field }) => WEIGHTY.includes(field));
  return (
    <section aria-labelledby="read-off" className="rounded-md border border-rule px-3 py-2.5 text-sm">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 id="read-off" className="text-xs font-semibold text-soft">
          {t('readOff')}
        </h3>
        {proposals.length > 1 ? (
          <Button size="small" variant="link" className="-me-2.5" isPending={isPending} onPress={() => take(proposals)}>
            {t('useAll')}
          </Button>
        ) : null}
      </div>
      <ul>
        {proposals.map((proposal) => {
          const { field, value, from } = proposal;
          const shown = field === 'publishedOn' || field === 'updatedOn' ? dayOf(value) : value;
          return (
            <li
              key={field}
              className="mt-1 flex items-baseline justify-between gap-3 border-t border-rule pt-1 first:border-t-0"
            >
              <p className="min-w-0 wrap-anywhere">
                <span className="text-soft">{t(`fields.${field}`)}</span> {shown}{' '}
                <span className="text-xs text-soft">{t('from', { from: from.replaceAll('-', '') })}</span>
              </p>
              <Button
                size="small"
                variant="link"
                className="-me-2.5 shrink-0"
                aria-label={t('useThis', { field: t(`fields.${field}`), value: shown })}
                isPending={isPending}
                onPress={() => take([proposal])}
              >
                {t('useIt')}
              </Button>
            </li>
          );
        })}
      </ul>
      {isWeighty ? <p className="mt-1.5 text-xs text-pretty text-soft">{t('useWeighs')}</p> : null}
    </section>
  );
}
