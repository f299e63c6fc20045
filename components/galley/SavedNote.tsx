'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { CommandButton } from '../shell/CommandButton.tsx';
import { useWorkbench } from './store-context.tsx';

/** What Z would take back, said before it is. */
export function UndoNote() {
  const t = useTranslations('galley');
  const says = useWorkbench((state) => state.undo.at(-1)?.says);
  return says === undefined ? null : (
    <CommandButton command="undo" variant="quiet" size="small" className="max-w-80 truncate">
      {t('undoSays', { what: says })}
    </CommandButton>
  );
}

/** Whether what was done is safe: "Saving…", "Saved 10:42". */
export function SavedNote() {
  const t = useTranslations('common');
  const format = useFormatter();
  const saving = useWorkbench((state) => state.saving > 0);
  const savedAt = useWorkbench((state) => state.savedAt);
  if (saving) return <span>{t('saving')}</span>;
  return savedAt === null ? null : <span>{t('savedAt', { time: format.dateTime(savedAt, 'time') })}</span>;
}
