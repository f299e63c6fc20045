'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Conflicts } from '#components/galley/Conflicts.tsx';
import { ownVersion, seenVersion } from '#components/galley/store.ts';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { useAct } from '#components/galley/use-act.ts';
import { useForm } from '#components/galley/use-form.ts';
import { Button } from '#components/ui/Button.tsx';
import { Checkbox } from '#components/ui/Checkbox.tsx';
import { DateField } from '#components/ui/DateField.tsx';
import { Actions, Dialog } from '#components/ui/Dialog.tsx';
import { Select } from '#components/ui/Select.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { editClaim } from '#lib/claims/actions.ts';
import {
  CLAIM_KINDS,
  CLAIMANT_TYPES,
  type ClaimantType,
  type ClaimKind,
  FACTUALITIES,
  type Factuality,
  POLARITIES,
  type Polarity,
  type Time,
} from '#lib/engine/types.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';
import { type FigureDraft, mergeFacts, useFactWords } from './fact-words.ts';

const GUARDED = [
  'claimantKind',
  'name',
  'via',
  'kind',
  'factuality',
  'polarity',
  'saidOn',
  'saidWhere',
  'figures',
  'times',
  'misdeed',
] as const;
const TEXTS = ['via', 'saidWhere'] as const;

/** Sets right what the engine read: who says it, what kind it is, its figures and its periods. */
export function FactsDialog({ claim, detail }: { claim: ClaimDTO; detail: ClaimDetailDTO }) {
  const store = useStore();
  const t = useTranslations('claim');
  const common = useTranslations('common');
  const act = useAct();
  const me = useWorkbench((state) => state.bench.reader.id);
  const initial = useMemo(
    () => ({
      name: claim.claimant.kind === 'author' ? '' : claim.claimant.name,
      claimantKind: claim.claimant.kind as ClaimantType,
      via: detail.via ?? '',
      kind: claim.kind as ClaimKind,
      factuality: detail.factuality as Factuality,
      polarity: detail.polarity as Polarity,
      saidOn: detail.saidOn ?? '',
      saidWhere: detail.saidWhere ?? '',
      figures: detail.figures.map(
        (figure): FigureDraft => ({ ...figure, value: figure.value === null ? '' : String(figure.value) }),
      ),
      times: detail.times as readonly Time[],
      misdeed: detail.misdeed,
    }),
    [claim, detail],
  );
  const close = () => store.set({ form: null });
  const was = {
    kind: claim.kind,
    factuality: detail.factuality,
    polarity: detail.polarity,
    claimant: { name: claim.claimant.name, kind: claim.claimant.kind },
    via: detail.via,
    saidOn: detail.saidOn,
    saidWhere: detail.saidWhere,
    figures: detail.figures,
    times: detail.times,
    misdeed: detail.misdeed,
  };
  const { draft, both, change, clear, isPending, onSubmit, error, message } = useForm(
    `${me}:facts:${claim.id}`,
    initial,
    async (words) => {
      return act({
        inForm: true,
        run: () =>
          editClaim({
            // Of what stands in the form: the claim beside it may be newer.
            ...seenVersion(store, detail.claim),
            kind: words.kind,
            factuality: words.factuality,
            polarity: words.polarity,
            claimant: {
              name: words.claimantKind === 'author' ? 'The article' : words.name,
              kind: words.claimantKind,
            },
            via: words.via,
            saidOn: words.saidOn,
            saidWhere: words.saidWhere,
            figures: words.figures.map((figure) => ({
              ...figure,
              value: figure.value.trim() === '' ? null : Number(figure.value.replaceAll(',', '')),
            })),
            times: words.times,
            misdeed: words.misdeed,
          }),
        says: t('factsSaved'),
        undo: () => ({
          says: t('undoFacts', { number: claim.number }),
          run: () => editClaim({ ...ownVersion(store, claim.id), ...was }),
        }),
      });
    },
    close,
    { guarded: GUARDED },
  );
  const { label, say, write } = useFactWords();
  const isAuthor = draft.claimantKind === 'author';
  const setFigure = (at: number, part: Partial<FigureDraft>) =>
    change({ figures: draft.figures.map((figure, i) => (i === at ? { ...figure, ...part } : figure)) });
  const setTime = (at: number, part: Partial<Time>) =>
    change({ times: draft.times.map((time, i) => (i === at ? { ...time, ...part } : time)) });

  return (
    <Dialog title={t('factsTitle')} isOpen onOpenChange={close} isDismissable={false}>
      <form className="flex flex-col gap-4" onSubmit={onSubmit}>
        <div className="grid gap-3 phone:grid-cols-2">
          <Select
            label={t('claimantKind')}
            options={CLAIMANT_TYPES.map((kind) => ({ id: kind, label: t(`claimantKinds.${kind}`) }))}
            value={draft.claimantKind}
            onChange={(id) => change({ claimantKind: CLAIMANT_TYPES.find((kind) => kind === id) ?? 'author' })}
          />
          {isAuthor ? null : (
            <TextField
              label={t('claimantName')}
              value={draft.name}
              onChange={(name) => change({ name })}
              error={error('claimant.name')}
            />
          )}
          <TextField label={t('via')} optional value={draft.via} onChange={(via) => change({ via })} />
          <Select
            label={t('kind')}
            options={CLAIM_KINDS.map((kind) => ({ id: kind, label: t(`kinds.${kind}`) }))}
            value={draft.kind}
            onChange={(id) => change({ kind: CLAIM_KINDS.find((kind) => kind === id) ?? 'event' })}
          />
          <Select
            label={t('factuality')}
            options={FACTUALITIES.map((one) => ({ id: one, label: t(`factualities.${one}`) }))}
            value={draft.factuality}
            onChange={(id) => change({ factuality: FACTUALITIES.find((one) => one === id) ?? 'asserted' })}
          />
          <Select
            label={t('polarity')}
            options={POLARITIES.map((one) => ({ id: one, label: t(`polarities.${one}`) }))}
            value={draft.polarity}
            onChange={(id) => change({ polarity: POLARITIES.find((one) => one === id) ?? 'positive' })}
          />
          <DateField
            label={t('saidOn')}
            optional
            value={draft.saidOn}
            onChange={(saidOn) => change({ saidOn })}
            error={error('saidOn')}
          />
          <TextField
            label={t('saidWhere')}
            optional
            value={draft.saidWhere}
            onChange={(saidWhere) => change({ saidWhere })}
          />
        </div>
        {draft.figures.map((figure, i) => (
          <fieldset
            key={`${figure.start}:${figure.text}`}
            className="grid min-w-0 grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-end gap-2 border-t border-rule pt-3"
          >
            <legend className="sr-only">{`${t('figure')}: ${figure.text}`}</legend>
            <TextField
              label={`${t('value')} · “${figure.text}”`}
              value={figure.value}
              onChange={(value) => setFigure(i, { value })}
              error={error(`figures.${i}.value`)}
            />
            <TextField label={t('unit')} value={figure.unit ?? ''} onChange={(unit) => setFigure(i, { unit })} />
            <Button
              variant="quiet"
              size="icon"
              aria-label={t('removeFigure')}
              onPress={() => change({ figures: draft.figures.filter((_, at) => at !== i) })}
            >
              <X aria-hidden="true" className="size-4" />
            </Button>
          </fieldset>
        ))}
        {draft.times.map((time, i) => (
          <fieldset
            key={`${time.start}:${time.text}`}
            className="grid min-w-0 grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-end gap-2 border-t border-rule pt-3"
          >
            <legend className="sr-only">{`${t('period')}: ${time.text}`}</legend>
            <DateField
              label={`${t('from')} · “${time.text}”`}
              value={time.from ?? ''}
              onChange={(from) => setTime(i, { from: from || null, basis: 'stated' })}
              error={error(`times.${i}.from`)}
            />
            <DateField
              label={t('to')}
              value={time.to ?? ''}
              onChange={(to) => setTime(i, { to: to || null, basis: 'stated' })}
              error={error(`times.${i}.to`)}
            />
            <Button
              variant="quiet"
              size="icon"
              aria-label={t('removeTime')}
              onPress={() => change({ times: draft.times.filter((_, at) => at !== i) })}
            >
              <X aria-hidden="true" className="size-4" />
            </Button>
          </fieldset>
        ))}
        <Checkbox isSelected={draft.misdeed} onChange={(misdeed) => change({ misdeed })} hint={t('misdeedHint')}>
          {t('misdeed')}
        </Checkbox>
        <Conflicts {...both} texts={TEXTS} label={label} say={say} write={write} merge={mergeFacts} />
        {message ? (
          <p role="alert" className="text-sm text-wrong">
            {message}
          </p>
        ) : null}
        <Actions>
          <Button
            onPress={() => {
              clear();
              close();
            }}
          >
            {common('cancel')}
          </Button>
          <Button type="submit" variant="prime" isPending={isPending}>
            {common('save')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
