'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DueNote } from '#components/articles/DueNote.tsx';
import { KeyBar } from '#components/shell/KeyBar.tsx';
import { useCommands } from '#components/shell/use-commands.ts';
import { cx } from '#components/ui/cx.ts';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { PlainLink } from '#components/ui/Link.tsx';
import { StateMark } from '#components/ui/StateMark.tsx';
import type { LineClaimDTO, LineDTO } from '#lib/workbench/types-lists.ts';

const addressOf = ({ articleId, number }: LineClaimDTO) => `/articles/${articleId}?claim=${number}`;
const rowOf = (id: string) => document.getElementById(`line-${id}`);

/** A line of claims, worked through from its head by the keys of every list. */
export function LineList({ line: { kind, claims, more } }: { line: LineDTO }) {
  const t = useTranslations('desk');
  const needs = useTranslations('needs');
  const router = useRouter();
  const [at, setAt] = useState(claims[0]?.id ?? null);
  const index = Math.max(
    0,
    claims.findIndex(({ id }) => id === at),
  );
  const here = claims[index];
  const walk = (step: number) => {
    const next = claims[index + step];
    if (next === undefined) return;
    setAt(next.id);
    const row = rowOf(next.id);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  };
  useCommands({
    'needs.next': index < claims.length - 1 ? () => walk(1) : undefined,
    'needs.previous': index > 0 ? () => walk(-1) : undefined,
    'needs.open': here ? () => router.push(addressOf(here)) : undefined,
  });
  if (claims.length === 0) return <EmptyState title={t('lineNone')}>{t('lineNoneLead', { kind })}</EmptyState>;
  const groups = [...Map.groupBy(claims, ({ articleId }) => articleId)];
  return (
    <>
      {groups.map(([articleId, own]) => (
        <section key={articleId} className="mb-8">
          <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 pb-1.5">
            <h2 className="min-w-0 flex-1 basis-60 font-serif text-xl leading-snug font-medium wrap-anywhere">
              <PlainLink href={`/articles/${articleId}`}>{own[0]?.headline}</PlainLink>
            </h2>
            <DueNote dueAt={own[0]?.dueAt ?? null} />
          </div>
          <ul className="border-t border-rule">
            {own.map((claim) => (
              <li
                key={claim.id}
                id={`line-${claim.id}`}
                tabIndex={-1}
                aria-current={claim.id === here?.id || undefined}
                onFocus={() => setAt(claim.id)}
                className={cx(
                  'scroll-mt-28 border-b border-rule outline-none',
                  claim.id === here?.id
                    ? 'bg-sheet shadow-[inset_3px_0_0_var(--color-ink)] rtl:shadow-[inset_-3px_0_0_var(--color-ink)]'
                    : 'hover:bg-sheet',
                )}
              >
                <PlainLink href={addressOf(claim)} className="flex items-baseline gap-2.5 px-3 py-2 hover:no-underline">
                  <StateMark state={claim.mark} words="said" className="translate-y-0.5" />
                  <span className="line-clamp-2 min-w-0 flex-1 font-serif leading-snug wrap-anywhere">
                    {claim.statement}
                  </span>
                  {claim.assignee === null ? null : (
                    <span className="hidden text-xs text-soft page:inline">{claim.assignee}</span>
                  )}
                  <span className="figures w-8 shrink-0 text-end text-xs text-faint">
                    <span className="sr-only">{needs('claimAlone', { number: claim.number })}</span>
                    <span aria-hidden="true">{claim.number}</span>
                  </span>
                </PlainLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {more ? <p className="text-sm text-soft">{t('lineMore')}</p> : null}
      <div className="mt-4 overflow-hidden rounded-md">
        <KeyBar
          items={[
            { commands: ['needs.next', 'needs.previous'], label: needs('keys.move') },
            { commands: ['needs.open'], label: needs('keys.open') },
            { commands: ['help'], label: needs('keys.all') },
          ]}
        />
      </div>
    </>
  );
}
