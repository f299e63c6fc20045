import { useTranslations } from 'next-intl';
import { RadioList } from '#components/ui/RadioList.tsx';
import { TextArea } from '#components/ui/TextArea.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { type SettingsDTO, SWITCH } from '#lib/settings/types.ts';

type Props = {
  readonly settings: SettingsDTO;
  readonly error: (name: string) => string | undefined;
};

/** Whether the desk publishes, where, and what it tells readers of itself. */
export function PublishingFields({ settings, error }: Props) {
  const t = useTranslations('settings');
  return (
    <div className="mt-2 flex flex-col gap-5 border-t border-rule pt-5">
      <div>
        <h3 className="font-serif text-lg font-semibold">{t('publishingTitle')}</h3>
        <p className="mt-0.5 text-sm text-soft">{t('publishingLead')}</p>
      </div>
      <RadioList
        name="publishing"
        label={t('publishing')}
        defaultValue={settings.publishing ? 'on' : 'off'}
        error={error('publishing')}
        options={SWITCH.map((state) => ({ id: state, label: t('publishes', { state }) }))}
      />
      <TextField
        name="publicAddress"
        label={t('publicAddress')}
        hint={t('publicAddressHint')}
        type="url"
        optional
        defaultValue={settings.publicAddress ?? ''}
        error={error('publicAddress')}
      />
      <TextField
        name="publicContact"
        label={t('publicContact')}
        hint={t('publicContactHint')}
        optional
        defaultValue={settings.publicContact ?? ''}
        error={error('publicContact')}
      />
      <TextArea
        name="publicMethod"
        label={t('publicMethod')}
        hint={t('publicMethodHint')}
        optional
        rows={4}
        defaultValue={settings.publicMethod ?? ''}
        error={error('publicMethod')}
      />
    </div>
  );
}
