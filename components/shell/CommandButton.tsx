'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button, type ButtonProps } from '../ui/Button.tsx';
import type { CommandId } from './commands.ts';
import { runCommand, useKeyHint, useLiveCommands } from './use-commands.ts';

export interface CommandButtonProps extends Omit<ButtonProps, 'children' | 'onPress' | 'hint' | 'ariaKeys'> {
  readonly command: CommandId;
  /** Other words than the command's own, where the place makes fewer enough. */
  readonly children?: ReactNode;
  /** Leaves the key undrawn where room is short; screen readers still get it. */
  readonly hideKey?: boolean;
}

/** A button that does what its key does; at rest while no handler is live. */
export function CommandButton({ command, children, hideKey, ...props }: CommandButtonProps) {
  const t = useTranslations('commands');
  const live = useLiveCommands().includes(command);
  const { hint, ariaKeys } = useKeyHint(command);
  return (
    <Button
      {...props}
      data-command={command}
      isDisabled={!live || props.isDisabled}
      hint={hideKey ? undefined : hint}
      ariaKeys={ariaKeys}
      onPress={() => runCommand(command)}
    >
      {children ?? t(command)}
    </Button>
  );
}
