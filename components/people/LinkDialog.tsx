'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { Actions, Dialog } from '#components/ui/Dialog.tsx';
import type { MadeLink } from '#lib/people/types.ts';
import { LinkBox } from './LinkBox.tsx';

export type LinkDialogProps = { readonly made: MadeLink | null; readonly lead: string; readonly onClose: () => void };

/** A link that was just made, in a dialog that closes by its own button alone: it is shown once. */
export function LinkDialog({ made, lead, onClose }: LinkDialogProps) {
  const t = useTranslations('people');
  const common = useTranslations('common');
  return (
    <Dialog title={t('linkTitle')} isOpen={made !== null} onOpenChange={onClose} isDismissable={false}>
      {(close) =>
        made ? (
          <>
            <LinkBox {...made} lead={lead} />
            <Actions>
              <Button onPress={close}>{common('done')}</Button>
            </Actions>
          </>
        ) : null
      }
    </Dialog>
  );
}
