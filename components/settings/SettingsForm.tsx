'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useSubmit } from '#components/people/use-submit.ts';
import { Button } from '#components/ui/Button.tsx';
import { ComboBox } from '#components/ui/ComboBox.tsx';
import { FormError } from '#components/ui/FormError.tsx';
import { RadioList } from '#components/ui/RadioList.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { toast } from '#components/ui/toast.ts';
import { editSettings } from '#lib/settings/actions.ts';
import {
  DESK_RULES,
  LEAST_SHOWN,
  MODES,
  QUERY_RULES,
  RECHECKS,
  type Recheck,
  RULE_STRENGTHS,
  type SettingsDTO,
  SMALL_COUNTS,
  SWITCH,
} from '#lib/settings/types.ts';
import { PublishingFields } from './PublishingFields.tsx';

/** The desk's name, its zone, and how new articles are read a second time. */
export function SettingsForm({ settings, zones }: { settings: SettingsDTO; zones: readonly string[] }) {
  const t = useTranslations('settings');
  const common = useTranslations('common');
  const labels = {
    deskName: t('deskName'),
    timeZone: t('timeZone'),
    defaultMode: t('defaultMode'),
    defaultQueries: t('defaultQueries'),
    recheckDays: t('recheckDays'),
    stampCaptures: t('stampCaptures'),
    archiveCaptures: t('archiveCaptures'),
    figureRule: t('rule', { rule: 'figure' }),
    quotationRule: t('rule', { rule: 'quotation' }),
    misdeedRule: t('rule', { rule: 'misdeed' }),
    openedRule: t('rule', { rule: 'opened' }),
    smallCounts: t('smallCounts'),
    publishing: t('publishing'),
    publicAddress: t('publicAddress'),
    publicMethod: t('publicMethod'),
    publicContact: t('publicContact'),
  };
  // The version that one's own last save left: the next one goes on from it, whether or not the page has been read again.
  const saved = useRef(settings.version);
  const form = useSubmit(labels, async (values) => {
    const result = await editSettings({ ...values, version: saved.current });
    if (!result.ok) return result;
    saved.current = result.value.version;
    toast(t('saved'));
    return null;
  });
  return (
    <form onSubmit={form.onSubmit} noValidate className="flex max-w-xl flex-col gap-5">
      <FormError key={form.box.id} {...form.box.props} />
      <TextField
        name="deskName"
        label={labels.deskName}
        defaultValue={settings.deskName}
        error={form.error('deskName')}
        isRequired
      />
      <ComboBox
        name="timeZone"
        label={labels.timeZone}
        hint={t('timeZoneHint')}
        search={t('timeZoneSearch')}
        defaultValue={settings.timeZone}
        error={form.error('timeZone')}
        options={zones.map((zone) => ({ id: zone, label: zone.replaceAll('_', ' ') }))}
      />
      <RadioList
        name="defaultMode"
        label={labels.defaultMode}
        defaultValue={settings.defaultMode}
        error={form.error('defaultMode')}
        options={MODES.map((mode) => ({ id: mode, label: t('mode', { mode }), hint: t('modeHint', { mode }) }))}
      />
      <RadioList
        name="defaultQueries"
        label={labels.defaultQueries}
        defaultValue={settings.defaultQueries}
        error={form.error('defaultQueries')}
        options={QUERY_RULES.map((rule) => ({
          id: rule,
          label: t('queryRule', { rule }),
          hint: t('queryRuleHint', { rule }),
        }))}
      />
      <RadioList
        name="recheckDays"
        label={labels.recheckDays}
        hint={t('recheckDaysHint')}
        defaultValue={recheckOf(settings.recheckDays)}
        error={form.error('recheckDays')}
        options={RECHECKS.map((recheck) => ({ id: recheck, label: t('recheck', { recheck }) }))}
      />
      {(['stampCaptures', 'archiveCaptures'] as const).map((name) => (
        <RadioList
          key={name}
          name={name}
          label={labels[name]}
          hint={t(`${name}Hint`)}
          defaultValue={settings[name] ? 'on' : 'off'}
          error={form.error(name)}
          options={SWITCH.map((state) => ({ id: state, label: t('witness', { state }) }))}
        />
      ))}
      <RadioList
        name="smallCounts"
        label={labels.smallCounts}
        hint={t('smallCountsHint', { least: LEAST_SHOWN })}
        defaultValue={settings.smallCounts ? 'show' : 'hide'}
        error={form.error('smallCounts')}
        options={SMALL_COUNTS.map((shown) => ({ id: shown, label: t('smallCountsAre', { shown }) }))}
      />
      <div className="mt-2 flex flex-col gap-5 border-t border-rule pt-5">
        <div>
          <h3 className="font-serif text-lg font-semibold">{t('rules')}</h3>
          <p className="mt-0.5 text-sm text-soft">{t('rulesLead')}</p>
        </div>
        {DESK_RULES.map((rule) => (
          <RadioList
            key={rule}
            name={`${rule}Rule`}
            label={labels[`${rule}Rule`]}
            defaultValue={settings[`${rule}Rule`]}
            error={form.error(`${rule}Rule`)}
            options={RULE_STRENGTHS.map((strength) => ({ id: strength, label: t('strength', { strength }) }))}
          />
        ))}
      </div>
      <PublishingFields settings={settings} error={form.error} />
      <div>
        {/* Pressed while the last save is under way it saves again, after it: no change is dropped. */}
        <Button type="submit" variant="prime">
          {common('save')}
        </Button>
      </div>
    </form>
  );
}

const recheckOf = (days: number | null): Recheck => RECHECKS.find((recheck) => recheck === String(days)) ?? 'never';
