import { useTranslations } from 'next-intl';
import { DESK_RULES, type SettingsDTO } from '#lib/settings/types.ts';

/** The settings for those who may not change them. */
export function SettingsFacts({ settings }: { settings: SettingsDTO }) {
  const t = useTranslations('settings');
  const facts = [
    [t('deskName'), settings.deskName],
    [t('timeZone'), settings.timeZone.replaceAll('_', ' ')],
    [t('defaultMode'), t('mode', { mode: settings.defaultMode })],
  ] as const;
  return (
    <>
      <dl className="grid gap-x-6 gap-y-1 text-sm phone:grid-cols-[max-content_1fr]">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-soft">{name}</dt>
            <dd className="mb-1.5 phone:mb-0">{value}</dd>
          </div>
        ))}
      </dl>
      <h3 className="mt-5 font-serif text-lg font-semibold">{t('rules')}</h3>
      <p className="mt-0.5 max-w-xl text-sm text-soft">{t('rulesLead')}</p>
      <dl className="mt-2 grid max-w-xl gap-y-1.5 text-sm">
        {DESK_RULES.map((rule) => (
          <div key={rule}>
            <dt className="text-soft">{t('rule', { rule })}</dt>
            <dd>{t('strength', { strength: settings[`${rule}Rule`] })}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
