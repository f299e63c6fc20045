'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { KeepFocus } from '#components/ui/KeepFocus.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { toast } from '#components/ui/toast.ts';
import type { OwnSessionDTO } from '#lib/access/types.ts';
import { endOwnSession } from '#lib/people/actions.ts';
import { browserOf } from './browser-of.ts';
import { useDeed } from './use-deed.ts';

/** Where somebody is signed in, and since when; each can be ended by itself but the one they sit at. */
export function SessionList({ sessions, ownId }: { sessions: readonly OwnSessionDTO[]; ownId: string }) {
  const t = useTranslations('people');
  return (
    <KeepFocus>
      <Table caption={t('sessionList')} className="relative mb-5">
        <thead>
          <tr>
            <Th>{t('sessionWhere')}</Th>
            <Th>{t('sessionUsed')}</Th>
            <Th>
              <span className="sr-only">{t('deeds')}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <Row key={session.id} session={session} isOwn={session.id === ownId} />
          ))}
        </tbody>
      </Table>
    </KeepFocus>
  );
}

function Row({ session, isOwn }: { session: OwnSessionDTO; isOwn: boolean }) {
  const t = useTranslations('people');
  const format = useFormatter();
  const { run, isPending } = useDeed();
  const { browser, system } = browserOf(session.agent);
  const where = t('sessionBrowser', { browser: browser ?? 'none', system: system ?? 'none' });
  return (
    <tr>
      <Td className="wrap-anywhere">
        {where}
        <span className="figures block text-xs text-soft">
          {t('sessionSince', {
            address: session.address,
            time: format.dateTime(new Date(session.createdAt), 'moment'),
          })}
        </span>
      </Td>
      <Td className="figures text-soft">
        {isOwn ? t('sessionThis') : format.dateTime(new Date(session.lastSeenAt), 'moment')}
      </Td>
      <Td className="text-end">
        {isOwn ? null : (
          <Button
            size="small"
            variant="quiet"
            isPending={isPending}
            aria-label={t('endSessionOf', { where })}
            onPress={() =>
              run(
                () => endOwnSession({ id: session.id }),
                () => toast(t('sessionEnded')),
              )
            }
          >
            {t('endSession')}
          </Button>
        )}
      </Td>
    </tr>
  );
}
