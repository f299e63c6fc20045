'use client';

import { useTranslations } from 'next-intl';
import { Fragment, useMemo, useState } from 'react';
import { RadioSegments } from '#components/ui/RadioSegments.tsx';
import { claimClass } from '#components/ui/states.ts';
import type { PlacedClaimDTO } from '#lib/workbench/types.ts';
import { changeClass, claimNumberClass, MarkedWords } from './MarkedWords.tsx';
import { diffTexts, type PlacedRow } from './paragraph-diff.ts';

type DiffSide = { readonly label: string; readonly text: string; readonly claims?: readonly PlacedClaimDTO[] };
export type TextDiffProps = { readonly before: DiffSide; readonly after: DiffSide };

const NONE: readonly PlacedClaimDTO[] = [];

/**
 * Two texts with their differences, and their claims in place: struck out and underlined, said to screen readers, and
 * readable without colour.
 */
export function TextDiff({ before, after }: TextDiffProps) {
  const t = useTranslations('revision');
  const [view, setView] = useState('one');
  const rows = useMemo(
    () => diffTexts(before.text, after.text).map((row, id) => ({ ...row, id })),
    [before.text, after.text],
  );
  if (rows.every((row) => row.kind === 'same')) return <p className="text-sm text-soft">{t('nothingChanged')}</p>;
  const claims = { before: before.claims ?? NONE, after: after.claims ?? NONE };
  return (
    <div>
      <div className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-3">
        <RadioSegments
          className="screen-only w-full phone:max-w-xs"
          label={t('view')}
          hideLabel
          options={[
            { id: 'one', label: t('oneColumn') },
            { id: 'two', label: t('sideBySide') },
          ]}
          value={view}
          onChange={setView}
        />
        <Legend hasClaims={claims.before.length + claims.after.length > 0} />
      </div>
      {view === 'one' ? (
        <div className="max-w-[42rem] font-serif text-lg leading-relaxed wrap-anywhere">
          {rows.map((row) => (
            <p key={row.id} className="mb-3">
              <Words row={row} claims={claims} shows="both" />
            </p>
          ))}
        </div>
      ) : (
        <div className="grid grid-cols-2 gap-x-4 font-serif text-base leading-relaxed phone:gap-x-8">
          <h3 className="mb-2 font-sans text-xs font-semibold text-soft">{before.label}</h3>
          <h3 className="mb-2 font-sans text-xs font-semibold text-soft">{after.label}</h3>
          {rows.map((row) => (
            <Fragment key={row.id}>
              <p className="mb-3 min-w-0 wrap-anywhere">
                <Words row={row} claims={claims} shows="before" />
              </p>
              <p className="mb-3 min-w-0 wrap-anywhere">
                <Words row={row} claims={claims} shows="after" />
              </p>
            </Fragment>
          ))}
        </div>
      )}
    </div>
  );
}

/** What the marks mean, for eyes alone: screen readers are told at each of them. */
function Legend({ hasClaims }: { hasClaims: boolean }) {
  const t = useTranslations('revision');
  return (
    <p aria-hidden="true" className="flex flex-wrap gap-x-5 gap-y-1 text-xs">
      <span className={changeClass.deleted}>{t('legendDeleted')}</span>
      <span className={changeClass.inserted}>{t('legendInserted')}</span>
      {hasClaims ? (
        <span>
          <sup className={claimNumberClass}>1</sup>
          <span className={claimClass('open')}>{t('legendClaim')}</span>
        </span>
      ) : null}
    </p>
  );
}

type WordsProps = {
  readonly row: PlacedRow;
  readonly claims: Readonly<Record<'before' | 'after', readonly PlacedClaimDTO[]>>;
  readonly shows: 'before' | 'after' | 'both';
};

type Piece = { readonly text: string; readonly kind: 'same' | 'inserted' | 'deleted'; readonly at: number };

/** One paragraph as one side has it, or as both do. Claims stand in it where that side's text has them. */
function Words({ row, claims, shows }: WordsProps) {
  const own = shows === 'before' ? 'before' : 'after';
  return piecesOf(row, own).map((piece) => {
    if ((piece.kind === 'inserted' && shows === 'before') || (piece.kind === 'deleted' && shows === 'after'))
      return null;
    const side = piece.kind === 'deleted' ? 'before' : piece.kind === 'inserted' ? 'after' : own;
    return <MarkedWords key={`${piece.kind} ${piece.at}`} {...piece} claims={claims[side]} />;
  });
}

/** The stretches of a row with where each begins in the text that has it; what both have, in that of `own`. */
function piecesOf(row: PlacedRow, own: 'before' | 'after'): Piece[] {
  let before = row.beforeStart ?? 0;
  let after = row.afterStart ?? 0;
  if (row.kind === 'deleted') return [{ text: row.before, kind: 'deleted', at: before }];
  if (row.kind === 'inserted') return [{ text: row.after, kind: 'inserted', at: after }];
  if (row.kind === 'same') return [{ text: row.after, kind: 'same', at: own === 'before' ? before : after }];
  return row.parts.map(({ text, kind }) => {
    const at = kind === 'deleted' || (kind === 'same' && own === 'before') ? before : after;
    if (kind !== 'inserted') before += text.length;
    if (kind !== 'deleted') after += text.length;
    return { text, kind, at };
  });
}
