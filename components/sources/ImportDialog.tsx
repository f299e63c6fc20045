'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Actions, Dialog } from '#components/ui/Dialog.tsx';
import { Tag } from '#components/ui/Tag.tsx';
import { toast } from '#components/ui/toast.ts';
import type { ImportedDTO } from '#lib/sources/types.ts';
import { type Posted, postFile } from './post-file.ts';

const SHOWN = 100;

type Step =
  | { readonly is: 'empty' }
  | { readonly is: 'reading'; readonly name: string }
  | { readonly is: 'refused'; readonly message: string }
  | { readonly is: 'read'; readonly file: File; readonly found: ImportedDTO };

/** Brings a file of references in: what is in it is shown first, and what of it would be new. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('sources');
  const common = useTranslations('common');
  const router = useRouter();
  const [step, setStep] = useState<Step>({ is: 'empty' });
  const [isPending, setPending] = useState(false);
  const send = (file: File, isLook: boolean): Promise<Posted<ImportedDTO>> =>
    postFile(`/api/sources/import${isLook ? '?look' : ''}`, file, t('connectionLost'));

  async function look(file: File) {
    setStep({ is: 'reading', name: file.name });
    const answer = await send(file, true);
    setStep(answer.ok ? { is: 'read', file, found: answer.value } : { is: 'refused', message: answer.message });
  }
  async function bringIn(file: File) {
    setPending(true);
    const answer = await send(file, false);
    setPending(false);
    if (!answer.ok) return setStep({ is: 'refused', message: answer.message });
    toast(t('imported', { count: countOf(answer.value, 'new') }));
    router.refresh();
    onClose();
  }

  const fresh = step.is === 'read' ? countOf(step.found, 'new') : 0;
  return (
    <Dialog title={t('importTitle')} isOpen onOpenChange={onClose} isDismissable={false}>
      <p className="text-sm text-pretty text-soft">{t('importLead')}</p>
      <div className="mt-3" role="status">
        {step.is === 'reading' ? <p className="text-sm text-soft">{t('importReading', { name: step.name })}</p> : null}
        {step.is === 'read' ? <Found found={step.found} /> : null}
      </div>
      {step.is === 'refused' ? (
        <p role="alert" className="mt-3 text-sm text-wrong">
          {step.message}
        </p>
      ) : null}
      <Actions>
        <Button onPress={onClose}>{common('cancel')}</Button>
        <ChooseFile isMain={fresh === 0} isPending={step.is === 'reading'} onFile={look}>
          {t(step.is === 'empty' || step.is === 'reading' ? 'importChoose' : 'importOther')}
        </ChooseFile>
        {step.is === 'read' && fresh > 0 ? (
          <Button variant="prime" isPending={isPending} onPress={() => bringIn(step.file)}>
            {t('importDo', { count: fresh })}
          </Button>
        ) : null}
      </Actions>
    </Dialog>
  );
}

const countOf = ({ rows }: ImportedDTO, state: ImportedDTO['rows'][number]['state']): number =>
  rows.filter((row) => row.state === state).length;

type ChooseFileProps = {
  readonly isMain: boolean;
  readonly isPending: boolean;
  readonly onFile: (file: File) => void;
  readonly children: string;
};

function ChooseFile({ isMain, isPending, onFile, children }: ChooseFileProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant={isMain ? 'prime' : 'plain'} isPending={isPending} onPress={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={children}
        accept=".bib,.bibtex,.json,application/x-bibtex,application/json,text/x-bibtex"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file);
          // The same file, mended meanwhile, may be chosen again.
          event.target.value = '';
        }}
      />
    </>
  );
}

/** What a file holds: what is new, what is there, what is refused and why, and what of it has no place here. */
function Found({ found }: { found: ImportedDTO }) {
  const t = useTranslations('sources');
  const words = useTranslations('evidence');
  const { rows, left, format } = found;
  const counts = { fresh: countOf(found, 'new'), known: countOf(found, 'known'), refused: countOf(found, 'refused') };
  const fields = Object.entries(left).map(([name, count]) => t('importField', { name, count }));
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p className="font-medium">{t('importFound', { format, ...counts })}</p>
      {fields.length > 0 ? (
        <p className="text-xs text-pretty wrap-anywhere text-soft">
          {t('importNotRead', { fields: fields.join(', ') })}
        </p>
      ) : null}
      <ul className="border-y border-rule" aria-label={t('title')}>
        {rows.slice(0, SHOWN).map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a file that is read once.
          <li key={i} className="flex items-baseline gap-3 border-t border-rule py-1.5 first:border-t-0">
            <span className="min-w-0 flex-1">
              <span className="font-serif wrap-anywhere">{row.title || t('importUntitled')}</span>
              {row.kind !== null && row.tier !== null ? (
                <span className="text-xs text-soft">
                  {' '}
                  {words(`kinds.${row.kind}`)} · {t(row.tier)}
                </span>
              ) : null}
              {row.why === null ? null : <span className="block text-xs text-wrong">{row.why}</span>}
            </span>
            <Tag tone={row.state === 'new' ? 'good' : row.state === 'known' ? 'quiet' : 'bad'}>
              {t(`importStates.${row.state}`)}
            </Tag>
          </li>
        ))}
      </ul>
      {rows.length > SHOWN ? (
        <p className="text-xs text-soft">{t('importMore', { count: rows.length - SHOWN })}</p>
      ) : null}
    </div>
  );
}
