'use client';

import { useTranslations } from 'next-intl';
import { memo, type RefObject, useMemo } from 'react';
import { type ClaimFilter, WAITS } from '#components/galley/filter.ts';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import type { Option } from '#components/ui/options.tsx';
import { Popover } from '#components/ui/Popover.tsx';
import { Select } from '#components/ui/Select.tsx';
import { CLAIM_KINDS } from '#lib/engine/types.ts';
import { CLAIM_MARKS } from '#lib/standing/types.ts';

export type FilterFieldsProps = {
  readonly trigger: RefObject<HTMLElement | null>;
  readonly onOpenChange: (isOpen: boolean) => void;
};

type Part = 'mark' | 'waits' | 'tier' | 'kind' | 'assignee' | 'claimant';

/** What of the filter a choice in a list sets. */
const chosen: { readonly [P in Part]: (id: string) => Pick<ClaimFilter, P> } = {
  mark: (id) => ({ mark: CLAIM_MARKS.find((mark) => mark === id) ?? 'all' }),
  waits: (id) => ({ waits: WAITS.find((wait) => wait === id) ?? 'all' }),
  tier: (id) => ({ tier: id === 'core' || id === 'standard' ? id : 'all' }),
  kind: (id) => ({ kind: CLAIM_KINDS.find((kind) => kind === id) ?? 'all' }),
  assignee: (id) => ({ assignee: id }),
  claimant: (id) => ({ claimant: id }),
};

/** The little window with all that claims can be filtered by. */
export function FilterFields({ trigger, onOpenChange }: FilterFieldsProps) {
  const t = useTranslations('claim');
  const states = useTranslations('states');
  const claims = useWorkbench((state) => state.claims);
  const people = useWorkbench((state) => state.bench.people);
  const lists = useMemo(() => {
    const all = { id: 'all', label: t('all') };
    return {
      mark: [
        { id: 'all', label: t('allButExcluded') },
        ...CLAIM_MARKS.map((mark) => ({ id: mark, label: states(mark) })),
      ],
      waits: [all, ...WAITS.map((wait) => ({ id: wait, label: t(`waits.${wait}`) }))],
      tier: [all, { id: 'core', label: t('tierCore') }, { id: 'standard', label: t('tierStandard') }],
      kind: [all, ...CLAIM_KINDS.map((kind) => ({ id: kind, label: t(`kinds.${kind}`) }))],
      assignee: [
        all,
        { id: 'nobody', label: t('nobody') },
        ...people.map((person) => ({ id: person.id, label: person.name })),
      ],
    };
  }, [t, states, people]);
  const claimants = useMemo(() => {
    const found = new Map([...claims.values()].map((claim) => [claim.claimant.id, claim.claimant]));
    const sorted = [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
    return [
      { id: 'all', label: t('all') },
      ...sorted.map((item) => ({ id: item.id, label: item.kind === 'author' ? t('claimantAuthor') : item.name })),
    ];
  }, [t, claims]);
  return (
    <Popover label={t('filter')} className="w-88" triggerRef={trigger} isOpen onOpenChange={onOpenChange}>
      <div className="grid grid-cols-2 gap-3">
        <Field part="mark" label={t('filterMark')} options={lists.mark} />
        <Field part="waits" label={t('filterWaits')} options={lists.waits} />
        <Field part="tier" label={t('filterTier')} options={lists.tier} />
        <Field part="kind" label={t('filterKind')} options={lists.kind} />
        <Field part="assignee" label={t('filterAssignee')} options={lists.assignee} />
        <Field part="claimant" label={t('filterClaimant')} options={claimants} />
      </div>
    </Popover>
  );
}

type FieldProps = {
  readonly part: Part;
  readonly label: string;
  readonly options: readonly Option[];
  readonly className?: string;
};

/** One list. It alone is drawn anew by a choice in it: lists are heavy, closed ones too. */
const Field = memo(function Field({ part, ...rest }: FieldProps) {
  const store = useStore();
  const value = useWorkbench((state) => state.filter[part]);
  const choose = (id: unknown) => store.set({ filter: { ...store.get().filter, ...chosen[part](String(id)) } });
  return <Select {...rest} small value={value} onChange={choose} />;
});
