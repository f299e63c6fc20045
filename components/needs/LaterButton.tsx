'use client';

import dynamic from 'next/dynamic';
import { useFormatter, useTimeZone, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { laterChoices } from '#lib/needs/rules.ts';
import { Button } from '../ui/Button.tsx';
import { useKeyWait } from '../ui/KeyWait.tsx';

const load = () => import('../ui/MenuList.tsx');
const MenuList = dynamic(() => load().then((module) => module.MenuList), { ssr: false });

export type LaterButtonProps = {
  readonly label: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onChoose: (until: string) => void;
};

/** Asks until when something is put off. It is opened by itself, or by a key of the list. */
export function LaterButton({ label, isOpen, onOpenChange, onChoose }: LaterButtonProps) {
  const t = useTranslations('needs');
  const format = useFormatter();
  const timeZone = useTimeZone() ?? 'UTC';
  const button = useRef<HTMLButtonElement>(null);
  const [used, setUsed] = useState(false);
  useKeyWait(isOpen, () => onOpenChange(false));
  if (isOpen && !used) setUsed(true);
  const deeds = () =>
    laterChoices(new Date(), timeZone).map(({ id, until }) => ({
      id,
      label: t('choice', { choice: id, when: format.dateTime(new Date(until), id === 'evening' ? 'time' : 'moment') }),
      run: () => onChoose(until),
    }));
  return (
    <>
      <Button
        ref={button}
        size="small"
        variant="quiet"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onHoverStart={load}
        onFocus={load}
        onPress={() => onOpenChange(true)}
      >
        {t('later')}
      </Button>
      {used ? (
        <MenuList
          label={t('laterMenu')}
          parts={[{ id: 'until', title: t('laterMenu'), deeds: isOpen ? deeds() : [] }]}
          trigger={button}
          isOpen={isOpen}
          onOpenChange={onOpenChange}
        />
      ) : null}
    </>
  );
}
