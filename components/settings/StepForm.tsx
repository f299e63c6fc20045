'use client';

import { useTranslations } from 'next-intl';
import { addRating, editRating } from '#lib/settings/actions.ts';
import type { ScaleStepDTO } from '#lib/settings/types.ts';
import { useSubmit } from '../people/use-submit.ts';
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

/** Edits a step, or without one makes one. */
export function StepForm({ step, close }: { step?: ScaleStepDTO; close: () => void }) {
  const t = useTranslations('settings');
  const common = useTranslations('common');
  const labels = { label: t('label'), description: t('description'), value: t('value') };
  const form = useSubmit(labels, async (values) => {
    const { label = '', description = '', value = '' } = values;
    const input = { label, description, value: numberOf(value), stands: values.stands === 'yes' };
    const result = step ? await editRating({ ...input, id: step.id, version: step.version }) : await addRating(input);
    if (!result.ok) return result;
    toast(t(step ? 'ratingSaved' : 'ratingAdded', { label }));
    close();
    return null;
  });
  return (
    <form onSubmit={form.onSubmit} noValidate className="flex flex-col gap-4">
      <FormError key={form.box.id} {...form.box.props} />
      <TextField
        name="label"
        label={labels.label}
        defaultValue={step?.label}
        error={form.error('label')}
        autoFocus
        isRequired
      />
      <TextArea
        name="description"
        label={labels.description}
        defaultValue={step?.description}
        error={form.error('description')}
        rows={2}
        optional
      />
      <TextField
        name="value"
        label={labels.value}
        hint={t('valueHint')}
        inputMode="numeric"
        defaultValue={step?.value?.toString()}
        error={form.error('value')}
        optional
        className="max-w-60"
      />
      <Checkbox name="stands" value="yes" hint={t('standsHint')} defaultSelected={step?.stands ?? false}>
        {t('stands')}
      </Checkbox>
      <Actions>
        <Button onPress={close}>{common('cancel')}</Button>
        <Button type="submit" variant="prime" isPending={form.isPending}>
          {common('save')}
        </Button>
      </Actions>
    </form>
  );
}

/** The number typed; what is none comes through as NaN and is refused by name. */
const numberOf = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed));
