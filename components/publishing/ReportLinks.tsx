'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { makeReportLink, revokeReportLink } from '#lib/publishing/actions.ts';
import { LINK_DAYS } from '#lib/publishing/schema.ts';
import type { ReportLinkDTO } from '#lib/publishing/types.ts';
import { useForm } from '../galley/use-form.ts';
import { LinkBox } from '../people/LinkBox.tsx';
import { useDeed } from '../people/use-deed.ts';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { RadioList } from '../ui/RadioList.tsx';
import { TextField } from '../ui/TextField.tsx';

type Props = { readonly reportId: string; readonly readerId: string; readonly links: readonly ReportLinkDTO[] };

/** Secret links to one report: for whom, until when, how often each was opened. */
export function ReportLinks({ reportId, readerId, links }: Props) {
  const t = useTranslations('publishing');
  const format = useFormatter();
  const [isOpen, setOpen] = useState(false);
  const { isPending, run } = useDeed();
  const day = (instant: string) => format.dateTime(new Date(instant), 'moment');
  return (
    <div className="mt-4 border-t border-rule pt-3">
      <h3 className="font-semibold">{t('links')}</h3>
      <p className="text-soft">{t('linksLead')}</p>
      {links.length === 0 ? null : (
        <ul className="mt-2">
          {links.map((link) => (
            <li
              key={link.id}
              className="flex flex-wrap items-center gap-x-3 border-t border-rule py-1.5 first:border-0"
            >
              <span>{link.label}</span>
              <span className="text-xs text-soft">
                {t('linkState', { state: link.state, when: day(link.expiresAt) })} ·{' '}
                {t('opened', { count: link.opened })}
              </span>
              {link.state === 'open' ? (
                <Button
                  size="small"
                  isDisabled={isPending}
                  onPress={() =>
                    run(
                      () => revokeReportLink({ id: link.id }),
                      () => {},
                    )
                  }
                >
                  {t('revoke')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <Button size="small" className="mt-2" onPress={() => setOpen(true)}>
        {t('makeLink')}
      </Button>
      {isOpen ? <LinkDialog reportId={reportId} readerId={readerId} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

type DialogProps = Omit<Props, 'links'> & { readonly onClose: () => void };

function LinkDialog({ reportId, readerId, onClose }: DialogProps) {
  const t = useTranslations('publishing');
  const common = useTranslations('common');
  const [made, setMade] = useState<{ url: string; expiresAt: string } | null>(null);
  const { draft, change, isPending, onSubmit, error, message } = useForm(
    `${readerId}:link:${reportId}`,
    { label: '', days: '7' },
    async ({ label, days }) => {
      const result = await makeReportLink({ reportId, label, days });
      if (!result.ok) return result;
      setMade(result.value);
      return null;
    },
  );
  return (
    <Dialog title={t('makeLink')} width="small" isOpen onOpenChange={onClose} isDismissable={false}>
      {made ? (
        <>
          <LinkBox url={made.url} expiresAt={made.expiresAt} lead={t('linkMade')} />
          <Actions>
            <Button onPress={onClose}>{common('close')}</Button>
          </Actions>
        </>
      ) : (
        <form onSubmit={onSubmit} className="flex flex-col gap-4">
          <TextField
            label={t('linkLabel')}
            autoFocus
            value={draft.label}
            onChange={(label) => change({ label })}
            error={error('label') ?? message}
          />
          <RadioList
            label={t('linkDays')}
            value={draft.days}
            onChange={(days) => change({ days })}
            options={LINK_DAYS.map((days) => ({ id: days, label: t('days', { count: Number(days) }) }))}
          />
          <Actions>
            <Button onPress={onClose}>{common('cancel')}</Button>
            <Button type="submit" variant="prime" isPending={isPending}>
              {t('makeLink')}
            </Button>
          </Actions>
        </form>
      )}
    </Dialog>
  );
}
