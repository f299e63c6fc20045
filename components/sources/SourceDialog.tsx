'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { outcomeOf, useForm } from '#components/galley/use-form.ts';
import { Button } from '#components/ui/Button.tsx';
import { DateField } from '#components/ui/DateField.tsx';
import { Actions, Dialog } from '#components/ui/Dialog.tsx';
import { RadioSegments } from '#components/ui/RadioSegments.tsx';
import { Select } from '#components/ui/Select.tsx';
import { TextArea } from '#components/ui/TextArea.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { toast } from '#components/ui/toast.ts';
import { editSource } from '#lib/sources/actions.ts';
import { type ListedSourceDTO, SOURCE_KINDS, SOURCE_TIERS } from '#lib/sources/types.ts';

const fieldsOf = (source: ListedSourceDTO) => ({
  title: source.title,
  kind: source.kind as string,
  tier: source.tier as string,
  publisher: source.publisher ?? '',
  author: source.author ?? '',
  link: source.link ?? '',
  publishedOn: source.publishedOn ?? '',
  note: source.note ?? '',
});
const NOTHING: { readonly changed: Partial<ReturnType<typeof fieldsOf>> } = { changed: {} };

/** Sets a source right, everywhere it is cited. */
export function SourceDialog(props: { source: ListedSourceDTO; readerId: string; onClose: () => void }) {
  const { source, readerId, onClose } = props;
  const t = useTranslations('sources');
  const words = useTranslations('evidence');
  const common = useTranslations('common');
  const router = useRouter();
  const saved = useMemo(() => fieldsOf(source), [source]);
  // Only what was changed is kept: the rest goes on following what others save.
  const { draft, change, clear, isPending, onSubmit, refusal, message } = useForm(
    `${readerId}:source:${source.id}`,
    NOTHING,
    async ({ changed }) => {
      const result = await editSource({ id: source.id, version: source.version, ...saved, ...changed });
      // Where it was not taken, what was typed stays; everything else, and the version to save on, is read afresh.
      if (result.ok || result.reason === 'stale-version') router.refresh();
      if (result.ok) toast(t('saved'));
      return outcomeOf(result);
    },
    onClose,
  );
  const fields = { ...saved, ...draft.changed };
  const set = (part: Partial<typeof fields>) => change({ changed: { ...draft.changed, ...part } });
  const errors = refusal?.fields ?? {};

  return (
    <Dialog title={t('editTitle')} isOpen onOpenChange={onClose} isDismissable={false}>
      <form noValidate className="flex flex-col gap-4" onSubmit={onSubmit}>
        {source.claims > 0 ? <p className="text-sm text-soft">{t('editLead', { count: source.claims })}</p> : null}
        <TextField
          label={words('sourceTitle')}
          value={fields.title}
          onChange={(title) => set({ title })}
          error={errors.title}
        />
        <TextField
          label={words('link')}
          optional
          type="url"
          value={fields.link}
          onChange={(link) => set({ link })}
          error={errors.link}
        />
        <div className="grid gap-3 phone:grid-cols-2">
          <TextField
            label={words('publisher')}
            optional
            value={fields.publisher}
            onChange={(publisher) => set({ publisher })}
            error={errors.publisher}
          />
          <TextField
            label={words('author')}
            optional
            value={fields.author}
            onChange={(author) => set({ author })}
            error={errors.author}
          />
          <DateField
            label={words('published')}
            optional
            value={fields.publishedOn}
            onChange={(publishedOn) => set({ publishedOn })}
            error={errors.publishedOn}
          />
          <Select
            label={words('kind')}
            options={SOURCE_KINDS.map((kind) => ({ id: kind, label: words(`kinds.${kind}`) }))}
            value={fields.kind}
            onChange={(kind) => set({ kind: String(kind) })}
          />
        </div>
        <RadioSegments
          label={words('tier')}
          options={SOURCE_TIERS.map((tier) => ({
            id: tier,
            label: words(tier === 'primary' ? 'tierPrimary' : 'tierSecondary'),
          }))}
          value={fields.tier}
          onChange={(tier) => set({ tier })}
        />
        <TextArea
          label={words('note')}
          optional
          rows={2}
          value={fields.note}
          onChange={(note) => set({ note })}
          error={errors.note}
        />
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
          <Button type="submit" variant="prime" isPending={isPending}>
            {common('save')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
