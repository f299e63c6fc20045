'use client';

import { useTranslations } from 'next-intl';
import { memo, useDeferredValue, useMemo, useRef } from 'react';
import { everything, isFiltered } from '#components/galley/filter.ts';
import { takenUpTo, withMany } from '#components/galley/many.ts';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { useFocusGoal } from '#components/galley/use-focus-goal.ts';
import { useSelectClaim } from '#components/galley/use-select.ts';
import { shownIn, useShownClaims } from '#components/galley/use-shown-claims.ts';
import { CommandButton } from '#components/shell/CommandButton.tsx';
import { Button } from '#components/ui/Button.tsx';
import { Checkbox } from '#components/ui/Checkbox.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { StateMark } from '#components/ui/StateMark.tsx';
import { useRowsInSight } from '#components/ui/use-rows-in-sight.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import { ClaimFilters } from './ClaimFilters.tsx';
import { ClaimFlags } from './ClaimFlags.tsx';

/** All claims that pass the filter. Only the rows in sight are drawn, so that thousands stay smooth. */
export const ClaimList = memo(function ClaimList() {
  const t = useTranslations('claim');
  const store = useStore();
  const shown = useDeferredValue(useShownClaims());
  const claims = useWorkbench((state) => state.claims);
  const checked = useWorkbench((state) => state.checked);
  const filter = useWorkbench((state) => state.filter);
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const rows = useRowsInSight(list, shown.length);
  useFocusGoal('list', () => {
    search.current?.focus();
    // An article without claims has nothing to search; the goal is reached all the same.
    return true;
  });

  if (claims.size === 0) {
    return <EmptyState title={t('noneYet')}>{t('noneYetLead')}</EmptyState>;
  }
  return (
    <section aria-label={t('backToList')} className="flex min-h-0 flex-1 flex-col">
      <LostTray />
      <Waiting />
      <ClaimFilters shown={shown} searchRef={search} />
      {shown.length === 0 ? (
        <div className="flex flex-col items-center gap-3 py-10 text-sm text-soft">
          {t('noneShown')}
          {isFiltered(filter) ? (
            <Button onPress={() => store.set({ filter: everything })}>{t('clearFilter')}</Button>
          ) : null}
        </div>
      ) : (
        <div ref={list} className="relative min-h-40 flex-1 overflow-y-auto">
          <ul className="claim-rows" style={{ '--rows': shown.length }}>
            {shown.slice(rows.from, rows.to).map((id, i) => {
              const claim = claims.get(id);
              return claim ? (
                <li
                  key={id}
                  aria-setsize={shown.length}
                  aria-posinset={rows.from + i + 1}
                  style={{ '--row-at': rows.from + i }}
                >
                  <ClaimRow claim={claim} isChecked={checked.has(claim.id)} />
                </li>
              ) : null;
            })}
          </ul>
        </div>
      )}
    </section>
  );
});

/** That claims wait for a second reader, and what leads through them. */
function Waiting() {
  const t = useTranslations('claim');
  const claims = useWorkbench((state) => state.claims);
  const count = useMemo(() => [...claims.values()].filter(({ mark }) => mark === 'await').length, [claims]);
  const isRound = useWorkbench(({ many }) => many.round !== null);
  const may = useWorkbench(({ bench }) => bench.reader.may.includes('verdict.signOff') && !bench.article.archived);
  if (count === 0 || isRound || !may) return null;
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-rule py-2 text-sm desk:px-6">
      <span className="me-auto text-soft">{t('waiting', { count })}</span>
      <CommandButton command="many.begin" size="small">
        {t('readThem')}
      </CommandButton>
    </div>
  );
}

/** Claims whose words the present revision no longer has: each is re-attached by hand, or withdrawn. */
function LostTray() {
  const t = useTranslations('claim');
  const claims = useWorkbench((state) => state.claims);
  const order = useWorkbench((state) => state.order);
  const select = useSelectClaim();
  const lost = useMemo(
    () =>
      order
        .map((id) => claims.get(id))
        .filter((claim) => claim !== undefined)
        .filter(isLost),
    [claims, order],
  );
  if (lost.length === 0) return null;
  return (
    <section
      aria-labelledby="lost-tray"
      className="shrink-0 border-b border-rule bg-wash px-3 py-3 max-desk:mb-3 max-desk:rounded-md max-desk:border-b-0 desk:px-6"
    >
      <h3 id="lost-tray" className="text-sm font-semibold">
        {t('lostTray', { count: lost.length })}
      </h3>
      <p className="text-xs text-soft">{t('lostTrayLead')}</p>
      <ul className="mt-1.5 max-h-44 overflow-y-auto">
        {lost.map((claim) => (
          <li key={claim.id} className="border-t border-rule first:border-t-0">
            <button
              type="button"
              onClick={() => select(claim.id)}
              className="w-full rounded-sm py-2 text-start hover:text-focus"
            >
              <span className="line-clamp-2 font-serif text-base leading-snug">{claim.statement}</span>
              <span className="mt-1 flex items-center gap-2 text-xs text-soft">
                <StateMark state={claim.mark} />
                <span className="figures">{claim.number}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const isLost = (claim: ClaimDTO): boolean => claim.start === null && !claim.excluded;

const ClaimRow = memo(function ClaimRow({ claim, isChecked }: { claim: ClaimDTO; isChecked: boolean }) {
  const t = useTranslations('claim');
  const store = useStore();
  const select = useSelectClaim();
  const name = useWorkbench((state) => state.bench.people.find((person) => person.id === claim.assigneeId)?.name);
  const may = useWorkbench((state) => state.bench.reader.may.includes('claim.edit'));
  const check = (isOn: boolean) => {
    const checked = new Set(store.get().checked);
    if (isOn) checked.add(claim.id);
    else checked.delete(claim.id);
    const base = [...checked].filter((id) => id !== claim.id);
    store.set({ ...withMany(store.get(), { from: isOn ? claim.id : null, base }), checked });
  };
  return (
    <div className="flex h-full items-center gap-2.5 desk:px-6">
      {may ? (
        <Checkbox hideLabel isSelected={isChecked} onChange={check}>
          {t('choose', { number: claim.number })}
        </Checkbox>
      ) : null}
      <button
        type="button"
        onClick={(event) =>
          event.shiftKey && may ? store.set(takenUpTo(store.get(), shownIn(store.get()), claim.id)) : select(claim.id)
        }
        className="min-w-0 flex-1 rounded-sm text-start hover:text-focus"
      >
        <span className="line-clamp-2 font-serif text-base leading-snug">{claim.statement}</span>
        <span className="mt-1 flex min-w-0 items-center gap-2 overflow-hidden text-xs text-soft *:shrink-0">
          <StateMark state={claim.mark} />
          <span className="figures">{claim.number}</span>
          <ClaimFlags claim={claim} />
          <span className="min-w-0 shrink! truncate">
            {[t(`kinds.${claim.kind}`), claim.claimant.kind === 'author' ? null : claim.claimant.name, name]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
      </button>
    </div>
  );
});
