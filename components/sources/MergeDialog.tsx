'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { ComboBox } from '#components/ui/ComboBox.tsx';
import { Actions, Dialog } from '#components/ui/Dialog.tsx';
import { RadioList } from '#components/ui/RadioList.tsx';
import { toast } from '#components/ui/toast.ts';
import { mergeSources } from '#lib/sources/actions.ts';
import { differencesOf } from '#lib/sources/rules-merge.ts';
import type { SourceDTO } from '#lib/sources/types.ts';
import { useSourceLine } from './source-line.ts';
import { useFoundSources } from './use-found.ts';

export type MergeDialogProps = {
  readonly source: SourceDTO;
  /** Chosen already: one that seems to be the same. */
  readonly other?: SourceDTO;
  readonly onClose: () => void;
};

/** Makes one of two: which other, whose details stay, and what that does to verdicts. */
export function MergeDialog({ source, other, onClose }: MergeDialogProps) {
  const t = useTranslations('sources');
  const common = useTranslations('common');
  const router = useRouter();
  const lineOf = useSourceLine();
  const [words, setWords] = useState('');
  const found = useFoundSources(words).filter(({ id }) => id !== source.id);
  const [chosen, setChosen] = useState<SourceDTO | null>(other ?? null);
  const [keeps, setKeeps] = useState(source.id);
  const [isPending, setPending] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const options: readonly SourceDTO[] =
    chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  const pair = [source, ...(chosen ? [chosen] : [])];
  const kept = pair.find(({ id }) => id === keeps) ?? source;
  const gone = pair.find(({ id }) => id !== kept.id) ?? null;

  async function merge(event: FormEvent) {
    event.preventDefault();
    if (!gone || isPending) return;
    setPending(true);
    const versioned = ({ id, version }: SourceDTO) => ({ id, version });
    const result = await mergeSources({ keep: versioned(kept), gone: versioned(gone) }).catch(() => null);
    setPending(false);
    if (!result?.ok) return setMessage(result?.message ?? t('connectionLost'));
    toast(t('merged'));
    onClose();
    if (kept.id === source.id) router.refresh();
    else router.push(`/sources/${kept.id}`);
  }

  return (
    <Dialog title={t('mergeTitle')} isOpen onOpenChange={onClose} isDismissable={false}>
      <form noValidate className="flex flex-col gap-4" onSubmit={merge}>
        <ComboBox
          label={t('mergeOther')}
          autoFocus={chosen === null}
          placeholder={t('mergeChoose')}
          search={t('mergeSearch')}
          options={options.map((item) => ({ id: item.id, label: item.title, hint: item.publisher ?? '' }))}
          onSearch={setWords}
          value={chosen?.id ?? null}
          onChange={(id) => setChosen(options.find((item) => item.id === id) ?? null)}
        />
        {chosen && gone ? (
          <>
            <RadioList
              label={t('mergeKeep')}
              options={pair.map((item) => ({ id: item.id, label: item.title, hint: lineOf(item) }))}
              value={kept.id}
              onChange={setKeeps}
            />
            <Consequence kept={kept} gone={gone} />
          </>
        ) : null}
        {message === null ? null : (
          <p role="alert" className="text-sm text-wrong">
            {message}
          </p>
        )}
        <Actions className="mt-1">
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="prime" isDisabled={gone === null} isPending={isPending}>
            {t('mergeThese')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}

/** What the merge will do, in words. */
function Consequence({ kept, gone }: { kept: SourceDTO; gone: SourceDTO }) {
  const t = useTranslations('sources');
  const parts = differencesOf(kept, gone).map((part) => t(`parts.${part}`));
  const names = { kept: kept.title, gone: gone.title };
  return (
    <div role="status" className="flex flex-col gap-2 text-sm text-pretty wrap-anywhere text-soft">
      <p>{parts.length === 0 ? t('mergeFresh', names) : t('mergeStale', { ...names, parts: parts.join(', ') })}</p>
      <p>{t('mergeForGood', names)}</p>
    </div>
  );
}
