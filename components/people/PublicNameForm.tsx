'use client';

import { useTranslations } from 'next-intl';
import { setNamedPublicly } from '#lib/people/actions.ts';
import { Switch } from '../ui/Switch.tsx';
import { toast } from '../ui/toast.ts';
import { useDeed } from './use-deed.ts';

/** Whether one stands by name on the public pages: nobody else decides it. */
export function PublicNameForm({ isNamed }: { readonly isNamed: boolean }) {
  const t = useTranslations('people');
  const { isPending, run } = useDeed();
  return (
    <section className="mt-10 border-t border-rule pt-6">
      <h2 className="font-serif text-2xl font-semibold">{t('publicTitle')}</h2>
      <p className="mt-0.5 mb-3 text-sm text-pretty text-soft">{t('publicLead')}</p>
      <Switch
        isSelected={isNamed}
        isDisabled={isPending}
        onChange={(named) =>
          run(
            () => setNamedPublicly({ named }),
            () => toast(t('publicSaved')),
          )
        }
      >
        {t('publicNamed')}
      </Switch>
    </section>
  );
}
