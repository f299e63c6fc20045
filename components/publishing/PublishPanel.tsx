'use client';

import { useFormatter, useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import { instantOf } from '#lib/articles/rules.ts';
import { publishReport, withdrawReport } from '#lib/publishing/actions.ts';
import type { PublishingDTO } from '#lib/publishing/types.ts';
import { outcomeOf, useForm } from '../galley/use-form.ts';
import { Button } from '../ui/Button.tsx';
import { DateField } from '../ui/DateField.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { FormError } from '../ui/FormError.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { toast } from '../ui/toast.ts';
import { ReportLinks } from './ReportLinks.tsx';

type Props = {
  readonly reportId: string;
  readonly articleId: string;
  readonly readerId: string;
  readonly publishing: PublishingDTO;
};

/** How a report stands with the public, and what can be done about it. */
export function PublishPanel({ reportId, articleId, readerId, publishing }: Props) {
  const t = useTranslations('publishing');
  const format = useFormatter();
  const [open, setOpen] = useState<'publish' | 'withdraw' | null>(null);
  const { state, publication, mayGoOut, links } = publishing;
  const close = () => setOpen(null);
  const when = publication ? format.dateTime(new Date(publication.publicAt), 'moment') : '';
  const isThere = state === 'published' || state === 'earlier' || (state === 'none' && publication !== null);
  return (
    <section className="screen-only mb-6 rounded-md border border-rule px-4 py-3 text-sm">
      <h2 className="font-serif text-lg font-semibold">{t('title')}</h2>
      <p className="mt-0.5">
        {t(`state.${publication && state === 'none' ? 'older' : state}`, { when, number: publication?.number ?? 0 })}
      </p>
      {isThere && publication ? (
        <p className="mt-0.5">
          <a href={publication.address} className="break-all text-focus underline underline-offset-3">
            {publication.address}
          </a>
        </p>
      ) : null}
      {publication?.isHeld ? <p className="mt-0.5 text-wrong">{t('held')}</p> : null}
      {publication?.withdrawnNote ? (
        <>
          {state === 'withdrawn' ? null : <p className="mt-0.5">{t('noteStands')}</p>}
          <p className="mt-0.5 font-serif">{publication.withdrawnNote}</p>
        </>
      ) : null}
      <div className="mt-3 flex flex-wrap gap-2">
        {mayGoOut ? (
          <Button variant="prime" onPress={() => setOpen('publish')}>
            {t(state === 'awaits' ? 'changeTime' : state === 'withdrawn' ? 'publishAgain' : 'publish')}
          </Button>
        ) : null}
        {publication && state !== 'withdrawn' ? (
          <Button onPress={() => setOpen('withdraw')}>{t('withdraw')}</Button>
        ) : null}
      </div>
      <ReportLinks reportId={reportId} readerId={readerId} links={links} />
      {open === 'publish' ? <PublishDialog reportId={reportId} readerId={readerId} onClose={close} /> : null}
      {open === 'withdraw' && publication ? (
        <WithdrawDialog articleId={articleId} version={publication.version} readerId={readerId} onClose={close} />
      ) : null}
    </section>
  );
}

function PublishDialog({
  reportId,
  readerId,
  onClose,
}: Pick<Props, 'reportId' | 'readerId'> & { readonly onClose: () => void }) {
  const t = useTranslations('publishing');
  const common = useTranslations('common');
  const timeZone = useTimeZone() ?? 'UTC';
  const { draft, change, isPending, onSubmit, error, message } = useForm(
    `${readerId}:publish:${reportId}`,
    { at: '' },
    async ({ at }) => {
      const result = await publishReport({ reportId, publicAt: at === '' ? null : instantOf(at, timeZone) });
      if (result.ok) toast(t('published'));
      return outcomeOf(result);
    },
    onClose,
  );
  return (
    <Dialog title={t('publishTitle')} width="small" isOpen onOpenChange={onClose} isDismissable={false}>
      <form onSubmit={onSubmit}>
        <p className="mb-3 text-sm text-soft">{t('publishLead')}</p>
        {message ? <FormError message={message} /> : null}
        <DateField
          type="datetime-local"
          label={t('publishAt')}
          hint={t('publishAtHint')}
          optional
          value={draft.at}
          onChange={(at) => change({ at })}
          error={error('publicAt')}
        />
        <Actions>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="prime" isPending={isPending}>
            {t('publish')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}

type WithdrawProps = Pick<Props, 'articleId' | 'readerId'> & { readonly version: number; readonly onClose: () => void };

function WithdrawDialog({ articleId, version, readerId, onClose }: WithdrawProps) {
  const t = useTranslations('publishing');
  const common = useTranslations('common');
  const { draft, change, isPending, onSubmit, error, message } = useForm(
    `${readerId}:withdraw:${articleId}`,
    { note: '' },
    async ({ note }) => outcomeOf(await withdrawReport({ articleId, version, note })),
    onClose,
  );
  return (
    <Dialog title={t('withdrawTitle')} width="small" isOpen onOpenChange={onClose} isDismissable={false}>
      <form onSubmit={onSubmit}>
        <p className="mb-3 text-sm text-soft">{t('withdrawLead')}</p>
        <TextArea
          label={t('withdrawNote')}
          rows={3}
          autoFocus
          value={draft.note}
          onChange={(note) => change({ note })}
          error={error('note') ?? message}
        />
        <Actions>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="danger" isPending={isPending}>
            {t('withdrawConfirm')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
