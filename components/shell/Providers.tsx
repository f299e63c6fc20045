'use client';

import { type ReactNode, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Announcer } from '../ui/Announcer.tsx';
import { Toasts } from '../ui/Toasts.tsx';

/** What every page stands in: the language of the primitives, the live region, the notes. */
export function Providers({ locale, children }: { locale: string; children: ReactNode }) {
  // Parents' effects come after their children's: from here on the whole page hears keys and clicks.
  useEffect(() => {
    document.documentElement.dataset.live = '';
  }, []);
  return (
    <I18nProvider locale={locale}>
      {children}
      <Announcer />
      <Toasts />
    </I18nProvider>
  );
}
