import { useTranslations } from 'next-intl';
import { RadioList } from '#components/ui/RadioList.tsx';
import { TextArea } from '#components/ui/TextArea.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { SWITCH } from '#lib/settings/types.ts';

type Field = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
};
type Props = { readonly field: (name: 'publishing' | 'publicAddress' | 'publicContact' | 'publicMethod') => Field };

/** Whether the desk publishes, where, and what it tells readers of itself. */
export function PublishingFields({ field }: Props) {
  const t = useTranslations('settings');
  return (
    <div className="mt-2 flex flex-col gap-5 border-t border-rule pt-5">
      <div>
        <h3 className="font-serif text-lg font-semibold">{t('publishingTitle')}</h3>
        <p className="mt-0.5 text-sm text-soft">{t('publishingLead')}</p>
      </div>
      <RadioList
        {...field('publishing')}
        options={SWITCH.map((state) => ({ id: state, label: t('publishes', { state }) }))}
      />
      <TextField {...field('publicAddress')} hint={t('publicAddressHint')} type="url" optional />
      <TextField {...field('publicContact')} hint={t('publicContactHint')} optional />
      <TextArea {...field('publicMethod')} hint={t('publicMethodHint')} optional rows={4} />
    </div>
  );
}
