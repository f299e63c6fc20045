'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useRef } from 'react';
import { ManyPreview, useManyPreview } from '#components/claim/ManyPreview.tsx';
import { useManyDeed } from '#components/claim/use-many-deed.ts';
import { Conflicts } from '#components/galley/Conflicts.tsx';
import { useWorkbench } from '#components/galley/store-context.tsx';
import { useAct } from '#components/galley/use-act.ts';
import { useForm } from '#components/galley/use-form.ts';
import { Button } from '#components/ui/Button.tsx';
import { DateField } from '#components/ui/DateField.tsx';
import { Actions, Dialog } from '#components/ui/Dialog.tsx';
import { focusSegments, RadioSegments } from '#components/ui/RadioSegments.tsx';
import { TextArea } from '#components/ui/TextArea.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { attachEvidence, attachToMany, editEvidence, withdrawMany } from '#lib/evidence/actions.ts';
import { type EvidenceDTO, STANCES } from '#lib/evidence/types.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import { lastSource, rememberSource } from './last-source.ts';
import { newSource, type SourceDraft, SourceFields } from './SourceFields.tsx';

const empty = {
  source: newSource as SourceDraft,
  stance: '',
  aspect: 'content',
  quote: '',
  locator: '',
  note: '',
  means: '',
  consultedOn: '',
};

const GUARDED = ['stance', 'aspect', 'quote', 'locator', 'note', 'means', 'consultedOn'] as const;
const TEXTS = ['quote', 'note'];

/** A new source; a confidential one says why, and where it does not, it is asked to. */
const ofNew = ({ fields, confidential = null }: SourceDraft) =>
  confidential === null ? { fields } : { fields, confidential };

type EvidenceFormProps = {
  readonly claim: ClaimDTO;
  readonly item?: EvidenceDTO;
  /** All the claims that it is attached to, where they are several. */
  readonly together?: readonly ClaimDTO[];
  readonly onClose: () => void;
};
const NONE: readonly ClaimDTO[] = [];

/** Attaches a source's words to the claim, or to several; or sets right what was attached. */
export function EvidenceForm({ claim, item, together = NONE, onClose }: EvidenceFormProps) {
  const t = useTranslations('evidence');
  const common = useTranslations('common');
  const act = useAct();
  const me = useWorkbench((state) => state.bench.reader.id);
  const initial = useMemo(
    () =>
      item
        ? {
            ...empty,
            stance: item.stance ?? '',
            aspect: item.aspect as string,
            quote: item.quote ?? '',
            locator: item.locator ?? '',
            note: item.note ?? '',
            means: item.means ?? '',
            consultedOn: item.consultedOn ?? '',
          }
        : { ...empty, source: { ...newSource, ...lastSource(me, claim.articleId) } },
    [item, me, claim.articleId],
  );
  const stance = useRef<HTMLDivElement>(null);
  const quote = useRef<HTMLTextAreaElement>(null);
  const isMany = together.length > 1;
  const previewed = useManyPreview(together, { deed: 'attach' });
  const send = useManyDeed(previewed);
  const ids = previewed.taken.map(({ id }) => id);
  const made = useRef<readonly string[]>([]);
  const attachAll = async (input: object) => {
    const result = await attachToMany({ claims: ids, ...input });
    if (result.ok) made.current = result.value.made;
    return result;
  };
  const attach = async (input: object) => {
    const result = await (isMany ? attachAll(input) : attachEvidence({ claimId: claim.id, ...input }));
    if (result.ok) rememberSource(me, claim.articleId, result.value.source);
    else if (result.fields?.source) rememberSource(me, claim.articleId, null);
    return result;
  };
  const { draft, both, change, clear, isPending, onSubmit, refusal, error, message } = useForm(
    `${me}:evidence:${item ? item.id : claim.id}`,
    initial,
    async ({ source, ...words }) => {
      return (isMany ? send : act)({
        inForm: true,
        undo: () => (isMany ? takeOff(made.current) : null),
        run: () =>
          item
            ? editEvidence({ id: item.id, version: item.version, ...words })
            : attach({ ...words, source: source.id ? { id: source.id } : ofNew(source) }),
        says: item ? t('saved') : isMany ? t('attachedTo', { count: ids.length }) : t('attached'),
      });
    },
    onClose,
    { guarded: item ? GUARDED : [] },
  );
  const takeOff = (pieces: readonly string[]) => ({
    says: t('undoAttachedTo', { count: pieces.length }),
    run: () => withdrawMany({ pieces: pieces.map((id) => ({ id, version: 1 })), reason: t('undoAttachReason') }),
  });
  const label = (field: string) => t(GUARDED.find((name) => name === field) ?? 'note');
  const say = (field: string, value: string) =>
    field === 'stance'
      ? t(STANCES.find((one) => one === value) ?? 'context')
      : field === 'aspect'
        ? t(value === 'content' ? 'aspectContent' : 'aspectWho')
        : value;

  return (
    <Dialog
      title={
        item
          ? t('editTitle', { number: item.number })
          : isMany
            ? t('addToTitle', { count: together.length })
            : t('addTitle')
      }
      isOpen
      onOpenChange={onClose}
      isDismissable={false}
    >
      <form noValidate className="flex flex-col gap-4" onSubmit={onSubmit}>
        {item ? null : (
          <SourceFields
            articleId={claim.articleId}
            value={draft.source}
            onChange={(source) => change({ source })}
            onChosen={() => focusSegments(stance.current)}
            autoFocus={initial.source.id === ''}
            errors={refusal?.fields ?? {}}
          />
        )}
        <RadioSegments
          label={t('stance')}
          groupRef={stance}
          autoFocus={!item && initial.source.id !== ''}
          onDigit={() => quote.current?.focus()}
          options={STANCES.map((stance) => ({ id: stance, label: t(stance) }))}
          value={draft.stance}
          onChange={(stance) => change({ stance })}
          error={error('stance') && t('chooseStance')}
        />
        {(isMany ? together : [claim]).every(({ claimant }) => claimant.kind === 'author') ? null : (
          <RadioSegments
            label={t('aspect')}
            options={[
              { id: 'content', label: t('aspectContent') },
              { id: 'attribution', label: t('aspectWho') },
            ]}
            value={draft.aspect}
            onChange={(aspect) => change({ aspect })}
          />
        )}
        <TextArea
          label={t('quote')}
          inputRef={quote}
          serif
          rows={3}
          value={draft.quote}
          onChange={(quote) => change({ quote })}
          error={error('quote')}
        />
        <TextField
          label={t('locator')}
          hint={t('locatorHint')}
          value={draft.locator}
          onChange={(locator) => change({ locator })}
          error={error('locator')}
        />
        <TextArea
          label={t('note')}
          optional
          rows={2}
          value={draft.note}
          onChange={(note) => change({ note })}
          error={error('note')}
        />
        <details className="text-sm">
          <summary className="cursor-pointer text-soft">{t('moreFields')}</summary>
          <div className="mt-3 grid gap-3 phone:grid-cols-2">
            <TextField label={t('means')} optional value={draft.means} onChange={(means) => change({ means })} />
            <DateField
              label={t('consultedOn')}
              optional
              value={draft.consultedOn}
              onChange={(consultedOn) => change({ consultedOn })}
              error={error('consultedOn')}
            />
          </div>
        </details>
        <Conflicts {...both} texts={TEXTS} label={label} say={say} />
        <ManyPreview previewed={previewed} then={() => t('getsIt')} />
        {message ? (
          <p role="alert" className="text-sm text-wrong">
            {message}
          </p>
        ) : null}
        <Actions className="mt-1">
          <Button
            onPress={() => {
              clear();
              onClose();
            }}
          >
            {common('cancel')}
          </Button>
          <Button type="submit" variant="prime" isPending={isPending} isDisabled={isMany && ids.length === 0}>
            {item ? common('save') : t('attach')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
