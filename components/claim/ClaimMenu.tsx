'use client';

import { MoreHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useWorkbench } from '#components/galley/store-context.tsx';
import { type CommandId, commandOf } from '#components/shell/commands.ts';
import { showChord } from '#components/shell/keys.ts';
import { runCommand, useApple, useLiveCommands } from '#components/shell/use-commands.ts';
import { MenuButton } from '#components/ui/MenuButton.tsx';
import type { ClaimDTO } from '#lib/standing/types.ts';

/** What is done to a claim as a whole; each also has its key. */
const deeds = [
  'claim.assign',
  'claim.rescope',
  'claim.split',
  'claim.merge',
  'claim.exclude',
  'claim.restore',
  'many.paragraph',
  'many.report',
] as const satisfies readonly CommandId[];

export function ClaimMenu({ claim }: { claim: ClaimDTO }) {
  const t = useTranslations('claim');
  const words = useTranslations('commands');
  const apple = useApple();
  const live = useLiveCommands();
  const may = useWorkbench((state) => state.bench.reader.may.includes('claim.edit'));
  if (!may) return null;
  const part = {
    id: 'claim',
    deeds: deeds
      .filter((id) => (claim.excluded ? id !== 'claim.exclude' : id !== 'claim.restore'))
      .map((id) => ({
        id,
        label: words(id),
        hint: showChord(commandOf(id).keys[0] ?? '', apple),
        isDisabled: !live.includes(id),
        run: () => runCommand(id),
      })),
  };
  return (
    <MenuButton variant="quiet" size="icon" aria-label={t('more')} menuLabel={t('more')} parts={[part]}>
      <MoreHorizontal aria-hidden="true" className="size-4" />
    </MenuButton>
  );
}
