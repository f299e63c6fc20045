'use client';

import { ArrowDownUp } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type RefObject, useRef, useState, useTransition } from 'react';
import { type ClaimFilter, everything, isFiltered } from '../galley/filter.ts';
import { countMinor } from '../galley/minor.ts';
import { useStore, useWorkbench } from '../galley/store-context.tsx';
import { CommandButton } from '../shell/CommandButton.tsx';
import { Button } from '../ui/Button.tsx';
import { Opening, useKeyWait } from '../ui/KeyWait.tsx';
import { SearchField } from '../ui/SearchField.tsx';

const loadFields = () => import('./FilterFields.tsx');
// Lists to choose from are heavy and closed at first: they come when a hand nears the button.
const FilterFields = dynamic(() => loadFields().then((module) => module.FilterFields), {
  ssr: false,
  loading: Opening,
});

/** Which claims the list shows and in which order. J and K walk the same. */
export function ClaimFilters({
  shown,
  searchRef,
}: {
  shown: readonly string[];
  searchRef: RefObject<HTMLInputElement | null>;
}) {
  const t = useTranslations('claim');
  const store = useStore();
  const filter = useWorkbench((state) => state.filter);
  const set = (part: Partial<ClaimFilter>) => store.set({ filter: { ...filter, ...part } });
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [isOpening, startOpening] = useTransition();
  useKeyWait(isOpening);

  return (
    <div className="flex flex-col gap-2 border-b border-rule pb-3 desk:px-6 desk:pt-5">
      <div className="flex items-center gap-2">
        <div className="min-w-0 flex-1">
          <SearchField
            label={t('filterWords')}
            value={filter.words}
            onChange={(words) => set({ words })}
            inputRef={searchRef}
          />
        </div>
        <Button
          ref={button}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onHoverStart={loadFields}
          onFocus={loadFields}
          onPress={() => startOpening(() => setOpen(true))}
        >
          {t('filter')}
        </Button>
        {isOpen ? <FilterFields trigger={button} onOpenChange={setOpen} /> : null}
      </div>
      <div className="flex items-center gap-2 text-xs text-soft">
        <span className="me-auto">{t('shown', { shown: shown.length })}</span>
        {isFiltered(filter) ? (
          <Button variant="quiet" size="small" onPress={() => set({ ...everything, sort: filter.sort })}>
            {t('clearFilter')}
          </Button>
        ) : null}
        <Button
          variant="quiet"
          size="small"
          className="-me-2.75"
          onPress={() => set({ sort: filter.sort === 'place' ? 'checkworthiness' : 'place' })}
        >
          <ArrowDownUp aria-hidden="true" className="size-3.5" />
          {filter.sort === 'place' ? t('byPlace') : t('byWorth')}
        </Button>
      </div>
      <MinorLine />
    </div>
  );
}

/** That claims rest in the text which the list has, and the press that marks them there. */
function MinorLine() {
  const t = useTranslations('claim');
  const count = useWorkbench(countMinor);
  const isShown = useWorkbench((state) => state.showsMinor);
  if (count === 0) return null;
  return (
    <div className="-mt-2 flex items-center gap-2 text-xs text-soft">
      <span className="me-auto">{t(isShown ? 'minorMarked' : 'minorRest', { count })}</span>
      <CommandButton command="claims.minor" variant="quiet" size="small" className="-me-2.75">
        {t(isShown ? 'minorLet' : 'minorMark')}
      </CommandButton>
    </div>
  );
}
