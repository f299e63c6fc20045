import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { RightsTable } from '#components/settings/RightsTable.tsx';
import { ScaleTable } from '#components/settings/ScaleTable.tsx';
import { SettingsFacts } from '#components/settings/SettingsFacts.tsx';
import { SettingsForm } from '#components/settings/SettingsForm.tsx';
import { AddStepButton } from '#components/settings/StepForm.tsx';
import { Page } from '#components/shell/Page.tsx';
import { KeepFocus } from '#components/ui/KeepFocus.tsx';
import { requireActor } from '#lib/access/gate-session.ts';
import { may, rights } from '#lib/access/policy.ts';
import { deskScale, deskSettings } from '#lib/settings/loaders.ts';
import { timeZones } from '#lib/settings/rules.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings');
  return { title: t('title') };
}

export default async function SettingsPage() {
  const [actor, t] = await Promise.all([requireActor('signed in'), getTranslations('settings')]);
  const [settings, scale] = await Promise.all([deskSettings(), deskScale()]);
  const manages = may(actor, 'settings.manage');
  return (
    <Page title={t('title')} lead={t(manages ? 'lead' : 'leadReader')}>
      <div>
        <Section title={t('desk')}>
          {manages ? (
            <KeepFocus>
              <SettingsForm settings={settings} zones={timeZones()} readerId={actor.id} />
            </KeepFocus>
          ) : (
            <SettingsFacts settings={settings} />
          )}
        </Section>
        <Section title={t('scale')} lead={t('scaleLead')} tools={manages ? <AddStepButton /> : null}>
          <ScaleTable scale={manages ? scale : scale.filter((step) => !step.archived)} isEditable={manages} />
        </Section>
        <Section title={t('rights')} lead={t('rightsLead')}>
          <RightsTable rights={rights()} />
        </Section>
      </div>
    </Page>
  );
}

// No landmark of its own: the table inside is one, under the same name.
type SectionProps = { title: string; lead?: string; tools?: ReactNode; children: ReactNode };

function Section({ title, lead, tools, children }: SectionProps) {
  return (
    <div className="mt-10 border-t border-rule pt-6 first:mt-0 first:border-0 first:pt-0">
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div>
          <h2 className="font-serif text-2xl font-semibold">{title}</h2>
          {lead === undefined ? null : <p className="mt-0.5 text-sm text-soft">{lead}</p>}
        </div>
        {tools}
      </div>
      {children}
    </div>
  );
}
