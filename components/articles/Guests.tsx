'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { revokeGuest } from '#lib/articles/actions-guests.ts';
import type { GuestDTO } from '#lib/articles/types.ts';
import { useDeed } from '../people/use-deed.ts';
import { Button } from '../ui/Button.tsx';
import { toast } from '../ui/toast.ts';
import { GuestInvite } from './GuestInvite.tsx';
import { Heading } from './Heading.tsx';

type Props = { readonly articleId: string; readonly guests: readonly GuestDTO[]; readonly isClosed: boolean };

/** The writers without an account who see the article by a link, and where one makes such a link. */
export function Guests({ articleId, guests, isClosed }: Props) {
  const t = useTranslations('guest');
  const present = guests.filter(({ ended }) => ended === null);
  const past = guests.filter(({ ended }) => ended !== null);
  return (
    <section className="flex flex-col gap-3 border-t border-rule pt-6">
      <Heading>{t('title')}</Heading>
      <p className="text-sm text-pretty text-soft">{t('lead')}</p>
      {present.length === 0 ? null : (
        <ul aria-label={t('list')} className="border-b border-rule">
          {present.map((guest) => (
            <Row key={guest.id} guest={guest} />
          ))}
        </ul>
      )}
      {past.length === 0 ? null : (
        <details className="text-sm">
          <summary className="cursor-pointer text-soft">{t('past', { count: past.length })}</summary>
          <ul className="mt-1 border-b border-rule">
            {past.map((guest) => (
              <Row key={guest.id} guest={guest} />
            ))}
          </ul>
        </details>
      )}
      {isClosed ? null : (
        <div className="flex justify-end">
          <GuestInvite articleId={articleId} />
        </div>
      )}
    </section>
  );
}

function Row({ guest: { id, name, until, openedAt, invitedBy, ended } }: { readonly guest: GuestDTO }) {
  const t = useTranslations('guest');
  const format = useFormatter();
  const { run, isPending } = useDeed();
  const when = (at: string) => format.dateTime(new Date(at), 'moment');
  const opened = openedAt === null ? 'no' : 'yes';
  const told = { until: when(until), opened, when: openedAt === null ? '' : when(openedAt), by: invitedBy };
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 border-t border-rule py-2 text-sm">
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere">{name}</p>
        <p className="text-xs text-soft">{ended === null ? t('row', told) : t('rowEnded', { ...told, ended })}</p>
      </div>
      {ended === null ? (
        <Button
          size="small"
          variant="quiet"
          className="max-phone:-ms-2.75"
          isPending={isPending}
          aria-label={t('revokeFor', { name })}
          onPress={() =>
            run(
              () => revokeGuest({ id }),
              () => toast(t('revoked', { name })),
            )
          }
        >
          {t('revoke')}
        </Button>
      ) : null}
    </li>
  );
}
