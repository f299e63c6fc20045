'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { cx } from '#components/ui/cx.ts';
import { KeepFocus } from '#components/ui/KeepFocus.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { Tag } from '#components/ui/Tag.tsx';
import { toast } from '#components/ui/toast.ts';
import { renewInvitation, revokeInvitation } from '#lib/people/actions.ts';
import type { InvitationDTO, MadeLink } from '#lib/people/types.ts';
import { LinkDialog } from './LinkDialog.tsx';
import { proven } from './prove.ts';
import { useDeed } from './use-deed.ts';

// A phone has them under the address.
const whenWide = 'max-phone:hidden';

/** Invitations that nobody has taken up: each can be given a new link, or revoked. */
export function Invitations({ invitations }: { invitations: readonly InvitationDTO[] }) {
  const t = useTranslations('people');
  const [made, setMade] = useState<MadeLink | null>(null);
  return (
    <KeepFocus>
      <div className="mt-12">
        <h2 tabIndex={-1} className="font-serif text-2xl font-semibold">
          {t('invitations')}
        </h2>
        {invitations.length === 0 ? (
          <p className="mt-2 text-sm text-soft">{t('invitationsNone')}</p>
        ) : (
          <Table caption={t('invitations')} className="relative mt-2">
            <thead>
              <tr>
                <Th>{t('email')}</Th>
                <Th className={whenWide}>{t('role')}</Th>
                <Th className={whenWide}>{t('invitedBy')}</Th>
                <Th className={whenWide}>{t('expires')}</Th>
                <Th>
                  <span className="sr-only">{t('deeds')}</span>
                </Th>
              </tr>
            </thead>
            <tbody>
              {invitations.map((invitation) => (
                <Row key={invitation.email} invitation={invitation} show={setMade} />
              ))}
            </tbody>
          </Table>
        )}
        <LinkDialog made={made} lead={t('linkInvite', { email: made?.email ?? '' })} onClose={() => setMade(null)} />
      </div>
    </KeepFocus>
  );
}

function Row({ invitation, show }: { invitation: InvitationDTO; show: (made: MadeLink) => void }) {
  const t = useTranslations('people');
  const shell = useTranslations('shell');
  const format = useFormatter();
  const { run, isPending } = useDeed();
  const { id, email, name, role, invitedBy, expiresAt, expired } = invitation;
  const until = expired ? <Tag tone="warn">{t('expired')}</Tag> : format.dateTime(new Date(expiresAt), 'moment');
  return (
    <tr>
      <Td className="wrap-anywhere">
        {email}
        {name ? <span className="block text-xs text-soft">{name}</span> : null}
        <span className="figures block text-xs text-soft phone:hidden">
          {shell('role', { role })} · {until}
        </span>
      </Td>
      <Td className={whenWide}>{shell('role', { role })}</Td>
      <Td className={cx('text-soft', whenWide)}>{invitedBy}</Td>
      <Td className={cx('figures whitespace-nowrap text-soft', whenWide)}>{until}</Td>
      <Td className="text-end whitespace-nowrap">
        <Button
          size="small"
          variant="quiet"
          isPending={isPending}
          aria-label={t('newLinkFor', { email })}
          onPress={() => run(() => proven(() => renewInvitation({ id })), show)}
        >
          {t('newLink')}
        </Button>
        <Button
          size="small"
          variant="quiet"
          isPending={isPending}
          aria-label={t('revokeFor', { email })}
          onPress={() =>
            run(
              () => revokeInvitation({ id }),
              () => toast(t('revoked', { email })),
            )
          }
        >
          {t('revoke')}
        </Button>
      </Td>
    </tr>
  );
}
