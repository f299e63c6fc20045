'use client';

import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { MenuButton } from '#components/ui/MenuButton.tsx';
import { ImportDialog } from './source-dialogs.ts';

const FORMATS = ['bibtex', 'csl'] as const;

/** Files of references, in and out. What is taken out is what the list shows, all its pages. */
export function LibraryTools({ mayEdit, isEmpty }: { mayEdit: boolean; isEmpty: boolean }) {
  const t = useTranslations('sources');
  const search = useSearchParams();
  const [isOpen, setOpen] = useState(false);
  const takeOut = (format: (typeof FORMATS)[number]) => {
    const asked = new URLSearchParams(search);
    asked.delete('after');
    // The browser saves what comes; the page stays.
    window.location.assign(`/api/sources/export/${format}${asked.size > 0 ? `?${asked}` : ''}`);
  };
  return (
    <>
      {isEmpty ? null : (
        <MenuButton
          menuLabel={t('takeOut')}
          parts={[
            {
              id: 'formats',
              deeds: FORMATS.map((format) => ({
                id: format,
                label: t(`takeOutAs.${format}`),
                run: () => takeOut(format),
              })),
            },
          ]}
        >
          {t('takeOut')}
        </MenuButton>
      )}
      {mayEdit ? <Button onPress={() => setOpen(true)}>{t('bringIn')}</Button> : null}
      {isOpen ? <ImportDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}
