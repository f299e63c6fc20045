'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { addRating, editRating } from '#lib/settings/actions.ts';
import type { ScaleStepDTO } from '#lib/settings/types.ts';
import { Conflicts } from '../galley/Conflicts.tsx';
import { outcomeOf, useForm } from '../galley/use-form.ts';
import { useShellFrame } from '../shell/use-shell-frame.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Actions, Dialog, DialogTrigger } from '../ui/Dialog.tsx';
import { FormError } from '../ui/FormError.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField } from '../ui/TextField.tsx';
import { TriggerButton } from '../ui/TriggerButton.tsx';
import { toast } from '../ui/toast.ts';

/** A button that asks for a new step of the scale. */
export function AddStepButton() {
  const t = useTranslations('settings');
  return (
    <DialogTrigger>
      <TriggerButton>{t('addRating')}</TriggerButton>
      <Dialog title={t('addRating')} isDismissable={false}>
        {(close) => <StepForm close={close} />}
      </Dialog>
    </DialogTrigger>
  );
}

const FIELDS = ['label', 'description', 'value', 'stands'] as const;
type Field = (typeof FIELDS)[number];
const TEXTS = ['description'] as const;
const EMPTY: Readonly<Record<Field, string>> = { label: '', description: '', value: '', stands: 'no' };

const wordsOf = ({ label, description, value, stands }: ScaleStepDTO): Readonly<Record<Field, string>> => ({
  label,
  description,
  value: value?.toString() ?? '',
  stands: stands ? 'yes' : 'no',
});

/** Edits a step, or without one makes one. */
export function StepForm({ step, close }: { step?: ScaleStepDTO; close: () => void }) {
  const t = useTranslations('settings');
  const common = useTranslations('common');
  const router = useRouter();
  const me = useShellFrame()?.actor.id ?? '';
  const labels: Readonly<Record<Field, string>> = {
    label: t('label'),
    description: t('description'),
    value: t('value'),
    stands: t('stands'),
  };
  const saved = useMemo(() => (step ? wordsOf(step) : EMPTY), [step]);
  const form = useForm(
    `${me}:rating:${step?.id ?? 'new'}`,
    saved,
    async ({ label, description, value, stands }) => {
      const input = { label, description, value: numberOf(value), stands: stands === 'yes' };
      const result = step ? await editRating({ ...input, id: step.id, version: step.version }) : await addRating(input);
      if (result.ok) toast(t(step ? 'ratingSaved' : 'ratingAdded', { label }));
      // What somebody else has saved comes to stand beside what was typed here.
      else if (result.reason === 'stale-version') router.refresh();
      return outcomeOf(result);
    },
    close,
    { guarded: step ? FIELDS : [] },
  );
  const field = (name: Field) => ({
    label: labels[name],
    value: form.draft[name],
    onChange: (value: string) => form.change({ [name]: value }),
    error: form.error(name),
  });
  const problems = FIELDS.flatMap((name) => {
    const message = form.error(name);
    return message === undefined ? [] : [{ field: labels[name], message }];
  });
  return (
    <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-4">
      {form.message || problems.length > 0 ? (
        <FormError key={form.tries} message={form.message} problems={problems} />
      ) : null}
      <TextField {...field('label')} autoFocus isRequired />
      <TextArea {...field('description')} rows={2} optional />
      <TextField {...field('value')} hint={t('valueHint')} inputMode="numeric" optional className="max-w-60" />
      <Checkbox
        isSelected={form.draft.stands === 'yes'}
        onChange={(stands) => form.change({ stands: stands ? 'yes' : 'no' })}
        hint={t('standsHint')}
      >
        {t('stands')}
      </Checkbox>
      <Conflicts
        {...form.both}
        texts={TEXTS}
        label={(name) => labels[FIELDS.find((one) => one === name) ?? 'label']}
        say={(name, value) => (name === 'stands' ? t('standsIs', { is: value }) : value)}
      />
      <Actions>
        <Button
          onPress={() => {
            form.clear();
            close();
          }}
        >
          {common('cancel')}
        </Button>
        <Button type="submit" variant="prime" isPending={form.isPending}>
          {common('save')}
        </Button>
      </Actions>
    </form>
  );
}

/** The number typed; what is none comes through as NaN and is refused by name. */
const numberOf = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed));
