'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import type { Outcome } from '#components/galley/use-form.ts';
import { Button } from '#components/ui/Button.tsx';
import { Actions, Dialog } from '#components/ui/Dialog.tsx';
import { SearchField } from '#components/ui/SearchField.tsx';
import { STANCES, type Stance } from '#lib/evidence/types.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';

/** So many are listed at once; the others are found by their words. */
const SHOWN = 40;

export type ClaimsDialogProps = {
  /** The passage that is attached. */
  readonly words: string;
  readonly onAttach: (claims: { readonly id: string; readonly stance: Stance }[]) => Promise<Outcome>;
  readonly onClose: () => void;
};

/** Attaches one passage to several claims of the article, each with its own stance. */
export function ClaimsDialog({ words, onAttach, onClose }: ClaimsDialogProps) {
  const t = useTranslations('reader');
  const common = useTranslations('common');
  const store = useStore();
  const order = useWorkbench((state) => state.order);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<ReadonlyMap<string, Stance>>(new Map());
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const claims = useMemo(
    () => likeliest(store.get().claims, order, store.get().selectedId, words),
    [store, order, words],
  );
  const asked = query.trim().toLowerCase();
  const found = claims.filter(
    (claim) => chosen.has(claim.id) || `${claim.number} ${claim.statement}`.toLowerCase().includes(asked),
  );
  const choose = (id: string, stance: string) => {
    const next = new Map(chosen);
    const known = STANCES.find((one) => one === stance);
    if (known) next.set(id, known);
    else next.delete(id);
    setChosen(next);
  };
  const send = async () => {
    if (chosen.size === 0 || isPending) return;
    setPending(true);
    const outcome = await onAttach([...chosen].map(([id, stance]) => ({ id, stance })));
    setPending(false);
    setRefusal(outcome?.message ?? null);
    if (!outcome) onClose();
  };
  return (
    <Dialog title={t('claimsTitle')} isOpen onOpenChange={onClose} width="wide">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <blockquote className="line-clamp-3 border-s-2 border-rule ps-3 font-serif">“{words}”</blockquote>
        <p className="mt-2 text-sm text-soft">{t('claimsLead')}</p>
        <SearchField className="mt-3" label={t('claimsFilter')} value={query} onChange={setQuery} inputRef={search} />
        <ul className="mt-2 border-b border-rule">
          {found.slice(0, SHOWN).map((claim) => (
            <li
              key={claim.id}
              className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-t border-rule py-2 text-sm"
            >
              <span className="min-w-0 flex-1 basis-64">
                <span className="figures me-1.5 text-soft">{claim.number}</span>
                {claim.statement}
              </span>
              <StanceChoice
                claim={claim}
                value={chosen.get(claim.id) ?? ''}
                onChange={(stance) => choose(claim.id, stance)}
              />
            </li>
          ))}
        </ul>
        {found.length > SHOWN ? (
          <p className="mt-2 text-sm text-soft">{t('claimsMore', { count: found.length - SHOWN })}</p>
        ) : null}
        {refusal === null ? null : (
          <p role="alert" className="mt-2 text-sm text-wrong">
            {refusal}
          </p>
        )}
        <Actions className="sticky -bottom-5 -mx-5 -mb-5 border-t border-rule bg-sheet px-5 py-3">
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="prime" isPending={isPending} isDisabled={chosen.size === 0}>
            {t('attachAll', { count: chosen.size })}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}

type StanceChoiceProps = {
  readonly claim: ClaimDTO;
  readonly value: string;
  readonly onChange: (stance: string) => void;
};

/** The browser's own list: it takes a letter or an arrow, and stands in a row of many. */
function StanceChoice({ claim, value, onChange }: StanceChoiceProps) {
  const t = useTranslations('reader');
  const words = useTranslations('evidence');
  return (
    <select
      aria-label={t('stanceOf', { number: claim.number })}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className="min-h-9 rounded-lg border border-edge bg-paper px-2 text-sm"
    >
      <option value="">{t('notThis')}</option>
      {STANCES.map((stance) => (
        <option key={stance} value={stance}>
          {words(stance)}
        </option>
      ))}
    </select>
  );
}

const wordsIn = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);

/** The claim in hand first, then those that share most words with the passage, then the others in their order. */
function likeliest(
  claims: ReadonlyMap<string, ClaimDTO>,
  order: readonly string[],
  inHand: string | null,
  passage: string,
): ClaimDTO[] {
  const said = wordsIn(passage);
  const shared = (claim: ClaimDTO) => [...wordsIn(claim.statement)].filter((word) => said.has(word)).length;
  return order
    .flatMap((id) => claims.get(id) ?? [])
    .filter((claim) => !claim.excluded)
    .map((claim) => ({ claim, weight: claim.id === inHand ? Number.POSITIVE_INFINITY : shared(claim) }))
    .sort((a, b) => (a.weight === b.weight ? 0 : b.weight - a.weight))
    .map(({ claim }) => claim);
}
