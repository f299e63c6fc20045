'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { Switch } from '../ui/Switch.tsx';
import { type Command, type CommandGroup, type CommandId, commandGroups, commandsHere } from './commands.ts';
import { ariaChord, showChord } from './keys.ts';
import { setSingleKeys, useSingleKeys } from './single-keys.ts';
import { useApple, useIsReadingOnly, useLiveCommands } from './use-commands.ts';

/** Every command with its key, by group; where one only reads, without those that write. */
export function HelpSheet({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  const t = useTranslations('shell');
  const singleKeys = useSingleKeys();
  const isReading = useIsReadingOnly();
  const shown = commandsHere(useLiveCommands(), isReading);
  const groups = commandGroups.filter((group) => shown.some((command) => command.group === group));
  return (
    <Dialog title={t('helpTitle')} width="wide" isOpen={isOpen} onOpenChange={onOpenChange}>
      <p className="text-sm text-soft">
        {t('helpIntro')} {isReading ? t('helpReading') : null}
      </p>
      <div className="mt-4 columns-1 gap-8 page:columns-2">
        {groups.map((group) => (
          <Group key={group} group={group} shown={shown.filter((command) => command.group === group)} />
        ))}
      </div>
      <Switch
        isSelected={singleKeys}
        onChange={setSingleKeys}
        hint={t('helpSingleHint')}
        className="mt-2 border-t border-rule pt-4"
      >
        {t('helpSingle')}
      </Switch>
    </Dialog>
  );
}

type Shown = readonly { readonly id: CommandId; readonly keys: Command['keys'] }[];

function Group({ group, shown }: { group: CommandGroup; shown: Shown }) {
  const t = useTranslations('commands');
  return (
    <section className="mb-5 break-inside-avoid">
      <h3 className="mb-1 text-xs font-semibold text-soft">{t(`groups.${group}`)}</h3>
      <dl>
        {shown.map((command) => (
          <div key={command.id} className="flex items-center justify-between gap-4 border-t border-rule py-1 text-sm">
            <dt>{t(command.id)}</dt>
            <dd className="flex shrink-0 gap-1">
              <Keys id={command.id} keys={command.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Keys({ id, keys }: { id: CommandId; keys: readonly string[] }) {
  const apple = useApple();
  return keys.map((chord) => (
    <span key={`${id} ${chord}`}>
      <Kbd className="border-rule bg-paper pointer-coarse:inline-block">{showChord(chord, apple)}</Kbd>
      <span className="sr-only">{ariaChord(chord, apple)}</span>
    </span>
  ));
}
