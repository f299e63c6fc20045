'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import { Select } from '#components/ui/Select.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { Tag } from '#components/ui/Tag.tsx';
import { toast } from '#components/ui/toast.ts';
import { ROLES, type Role } from '#lib/access/types.ts';
import { changeRole } from '#lib/people/actions.ts';
import type { AccountDTO } from '#lib/people/types.ts';
import { PersonMenu } from './PersonMenu.tsx';
import { proven } from './prove.ts';
import { useDeed } from './use-deed.ts';

// On a phone the name, the role and the deeds are what one comes for.
const whenWide = 'hidden phone:table-cell';

/** Everybody of the desk, with what an admin may change about each. One's own row can only be read. */
export function PeopleTable({ accounts, ownId }: { accounts: readonly AccountDTO[]; ownId: string }) {
  const t = useTranslations('people');
  return (
    <Table caption={t('list')} className="relative">
      <thead>
        <tr>
          <Th>{t('name')}</Th>
          <Th>{t('role')}</Th>
          <Th className={whenWide}>{t('lastSignIn')}</Th>
          <Th>
            <span className="sr-only">{t('deeds')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <Row key={account.id} account={account} isOwn={account.id === ownId} />
        ))}
      </tbody>
    </Table>
  );
}

function Row({ account, isOwn }: { account: AccountDTO; isOwn: boolean }) {
  const t = useTranslations('people');
  const format = useFormatter();
  return (
    <tr>
      <Td className={cx('min-w-32 align-middle phone:min-w-44', account.disabled && 'text-soft')}>
        <span className="font-medium">{account.name}</span>
        {isOwn ? <span className="text-soft"> ({t('you')})</span> : null}
        {account.disabled ? (
          <span className="ms-2">
            <Tag tone="quiet">{t('disabled')}</Tag>
          </span>
        ) : null}
        <span className="block text-xs wrap-anywhere text-soft">{account.email}</span>
      </Td>
      <Td className="align-middle">
        <RoleCell account={account} isFixed={isOwn || account.disabled} />
      </Td>
      <Td className={cx('figures align-middle whitespace-nowrap text-soft', whenWide)}>
        {account.lastSignInAt ? format.dateTime(new Date(account.lastSignInAt), 'moment') : t('never')}
      </Td>
      <Td className="text-end align-middle">{isOwn ? null : <PersonMenu account={account} />}</Td>
    </tr>
  );
}

function RoleCell({ account, isFixed }: { account: AccountDTO; isFixed: boolean }) {
  const t = useTranslations('people');
  const shell = useTranslations('shell');
  const { run, isPending } = useDeed();
  if (isFixed) return shell('role', { role: account.role });
  const change = (role: Role) =>
    run(
      () => proven(() => changeRole({ id: account.id, version: account.version, role })),
      () => toast(t('roleNote', { name: account.name, role })),
    );
  return (
    <Select
      small
      hideLabel
      label={t('roleOf', { name: account.name })}
      value={account.role}
      onChange={(key) => {
        const role = ROLES.find((known) => known === key);
        if (role && role !== account.role && !isPending) change(role);
      }}
      options={ROLES.map((role) => ({ id: role, label: shell('role', { role }) }))}
      className="w-28 phone:w-32"
    />
  );
}
