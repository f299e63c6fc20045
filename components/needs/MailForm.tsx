'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDeed } from '#components/people/use-deed.ts';
import { RadioList } from '#components/ui/RadioList.tsx';
import { toast } from '#components/ui/toast.ts';
import { chooseMail } from '#lib/needs/actions.ts';
import { MAIL_CHOICES, type MailChoice } from '#lib/needs/types.ts';

/** How one wants to be told by e-mail; null where this Stet sends none. */
export function MailForm({ how }: { how: MailChoice | null }) {
  const t = useTranslations('needs');
  const [chosen, setChosen] = useState(how);
  const { run } = useDeed();
  const choose = (id: string) => {
    const next = MAIL_CHOICES.find((one) => one === id) ?? 'none';
    run(
      () => chooseMail({ how: next }),
      () => {
        setChosen(next);
        toast(t('mailSaved'));
      },
    );
  };
  return (
    <section aria-labelledby="mail" className="mt-10 border-t border-rule pt-6">
      <h2 id="mail" className="font-serif text-2xl font-semibold">
        {t('mail')}
      </h2>
      <p className="mt-0.5 mb-4 text-sm text-pretty text-soft">{t(chosen === null ? 'mailNone' : 'mailLead')}</p>
      {chosen === null ? null : (
        <RadioList
          label={t('mail')}
          hideLabel
          options={MAIL_CHOICES.map((id) => ({ id, label: t('mailHow', { how: id }) }))}
          value={chosen}
          onChange={choose}
        />
      )}
    </section>
  );
}
