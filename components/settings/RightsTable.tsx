import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { ROLES, type Role } from '#lib/access/types.ts';

export type Right = {
  readonly id: string;
  readonly says: string;
  readonly roles: readonly Role[];
  readonly person: boolean;
};

/** Who may what, as the server asks it. */
export function RightsTable({ rights }: { rights: readonly Right[] }) {
  const t = useTranslations('settings');
  return (
    <Table caption={t('rights')} className="relative">
      <thead>
        <tr>
          <Th>{t('right')}</Th>
          {ROLES.map((role) => (
            <Th key={role} className="text-center max-phone:px-1 max-phone:text-2xs">
              {t('roles', { role })}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rights.map((right) => (
          <tr key={right.id}>
            <Td className="phone:min-w-56">
              {right.says}
              {right.person ? <span className="block text-xs text-soft">{t('personOnly')}</span> : null}
            </Td>
            {ROLES.map((role) => (
              <Td key={role} className="text-center align-middle max-phone:px-1">
                <Allowed yes={right.roles.includes(role)} />
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Allowed({ yes }: { yes: boolean }) {
  const t = useTranslations('settings');
  return (
    <>
      <span className="sr-only">{yes ? t('allowed') : t('notAllowed')}</span>
      {yes ? (
        <Check aria-hidden="true" className="mx-auto size-4" />
      ) : (
        <span aria-hidden="true" className="text-faint">
          –
        </span>
      )}
    </>
  );
}
