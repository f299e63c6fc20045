'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { declineCorrection } from '#lib/publishing/actions.ts';
import type { CorrectionDue } from '#lib/publishing/types.ts';
import { outcomeOf, useForm } from '../galley/use-form.ts';
import { CorrectButton } from '../report/CorrectButton.tsx';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { Link } from '../ui/Link.tsx';
import { TextArea } from '../ui/TextArea.tsx';

type Props = { readonly due: CorrectionDue; readonly readerId: string; readonly mayDecide: boolean };

/** What has changed of a published report: it is corrected, or somebody says why not. */
export function CorrectionPanel({ due, readerId, mayDecide }: Props) {
  const t = useTranslations('publishing');
  return (
    <section className="mb-6 rounded-md border border-wrong/60 px-4 py-3">
      <h2 className="font-serif text-lg font-semibold">{t('dueTitle')}</h2>
      <p className="mt-0.5 text-sm text-soft">{t('dueLead', { number: due.number })}</p>
      <ul className="my-2 border-b border-rule">
        {due.changed.map((change) => (
          <li key={change.claimId} className="border-t border-rule py-1.5 text-sm">
            <Link href={`/articles/${due.articleId}?claim=${change.number}`}>
              {t('claim', { number: change.number })}
            </Link>{' '}
            <span className="font-serif">{change.statement}</span>
            <span className="block text-xs text-soft">
              {change.nowLabel === null
                ? t('changedAway', { was: change.wasLabel })
                : t('changed', { was: change.wasLabel, now: change.nowLabel })}
            </span>
          </li>
        ))}
      </ul>
      {mayDecide ? (
        <div className="flex flex-wrap gap-2">
          <CorrectButton articleId={due.articleId} readerId={readerId} />
          <DeclineButton due={due} readerId={readerId} />
        </div>
      ) : null}
    </section>
  );
}

const EMPTY = { reason: '' };

function DeclineButton({ due, readerId }: Pick<Props, 'due' | 'readerId'>) {
  const t = useTranslations('publishing');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('decline')}</Button>
      {isOpen ? <DeclineDialog due={due} readerId={readerId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function DeclineDialog({ due, readerId, onClose }: Pick<Props, 'due' | 'readerId'> & { readonly onClose: () => void }) {
  const t = useTranslations('publishing');
  const common = useTranslations('common');
  const { draft, change, isPending, onSubmit, error, message } = useForm(
    `${readerId}:decline:${due.articleId}`,
    EMPTY,
    async ({ reason }) => outcomeOf(await declineCorrection({ articleId: due.articleId, seen: due.seen, reason })),
    onClose,
  );
  return (
    <Dialog title={t('declineTitle')} width="small" isOpen onOpenChange={onClose} isDismissable={false}>
      <form onSubmit={onSubmit}>
        <p className="mb-3 text-sm text-soft">{t('declineLead')}</p>
        <TextArea
          label={t('declineReason')}
          rows={3}
          autoFocus
          value={draft.reason}
          onChange={(reason) => change({ reason })}
          error={error('reason') ?? message}
        />
        <Actions>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="prime" isPending={isPending}>
            {t('declineConfirm')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
