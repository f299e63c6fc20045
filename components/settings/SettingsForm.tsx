'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useRef } from 'react';
import { Conflicts } from '#components/galley/Conflicts.tsx';
import { outcomeOf, useForm } from '#components/galley/use-form.ts';
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

const TEXTS = ['deskName', 'publicMethod'];

/** The settings as the form's fields hold them. */
const wordsOf = (settings: SettingsDTO) => ({
  deskName: settings.deskName,
  timeZone: settings.timeZone,
  defaultMode: settings.defaultMode as string,
  defaultQueries: settings.defaultQueries as string,
  recheckDays: recheckOf(settings.recheckDays) as string,
  stampCaptures: settings.stampCaptures ? 'on' : 'off',
  archiveCaptures: settings.archiveCaptures ? 'on' : 'off',
  figureRule: settings.figureRule as string,
  quotationRule: settings.quotationRule as string,
  misdeedRule: settings.misdeedRule as string,
  openedRule: settings.openedRule as string,
  smallCounts: settings.smallCounts ? 'show' : 'hide',
  publishing: settings.publishing ? 'on' : 'off',
  publicAddress: settings.publicAddress ?? '',
  publicContact: settings.publicContact ?? '',
  publicMethod: settings.publicMethod ?? '',
});
type Words = ReturnType<typeof wordsOf>;
type Field = keyof Words;

export type SettingsFormProps = {
  readonly settings: SettingsDTO;
  readonly zones: readonly string[];
  readonly readerId: string;
};

/** The desk's name, its zone, and how new articles are read a second time. */
export function SettingsForm({ settings, zones, readerId }: SettingsFormProps) {
  const t = useTranslations('settings');
  const common = useTranslations('common');
  const router = useRouter();
  const labels: Readonly<Record<Field, string>> = {
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
  const saved = useMemo(() => wordsOf(settings), [settings]);
  // The version that one's own last save left: the next one goes on from it, whether or not the page has been read again.
  const saving = useRef(settings.version);
  const form = useForm(
    `${readerId}:settings`,
    saved,
    async (words) => {
      const result = await editSettings({ ...words, version: Math.max(settings.version, saving.current) });
      if (result.ok) {
        saving.current = result.value.version;
        toast(t('saved'));
      }
      // What somebody else has saved comes to stand beside what was chosen here.
      else if (result.reason === 'stale-version') router.refresh();
      return outcomeOf(result);
    },
    undefined,
    { guarded: Object.keys(labels) as Field[], stays: true },
  );
  const field = (name: Field) => ({
    label: labels[name],
    value: form.draft[name],
    onChange: (value: string) => form.change({ [name]: value }),
    error: form.error(name),
  });
  const problems = Object.entries(form.refusal?.fields ?? {}).map(([name, message]) => ({
    field: labels[name as Field] ?? name,
    message,
  }));
  const say = (name: string, value: string) => {
    switch (name) {
      case 'defaultMode':
        return t('mode', { mode: value });
      case 'defaultQueries':
        return t('queryRule', { rule: value });
      case 'recheckDays':
        return t('recheck', { recheck: value });
      case 'smallCounts':
        return t('smallCountsAre', { shown: value });
      case 'publishing':
        return t('publishes', { state: value });
      case 'stampCaptures':
      case 'archiveCaptures':
        return t('witness', { state: value });
      default:
        return name.endsWith('Rule') ? t('strength', { strength: value }) : value;
    }
  };
  return (
    <form onSubmit={form.onSubmit} noValidate className="flex max-w-xl flex-col gap-5">
      {form.message || problems.length > 0 ? (
        <FormError key={form.tries} message={form.message} problems={problems} />
      ) : null}
      <TextField {...field('deskName')} isRequired />
      <ComboBox
        {...field('timeZone')}
        hint={t('timeZoneHint')}
        search={t('timeZoneSearch')}
        options={zones.map((zone) => ({ id: zone, label: zone.replaceAll('_', ' ') }))}
      />
      <RadioList
        {...field('defaultMode')}
        options={MODES.map((mode) => ({ id: mode, label: t('mode', { mode }), hint: t('modeHint', { mode }) }))}
      />
      <RadioList
        {...field('defaultQueries')}
        options={QUERY_RULES.map((rule) => ({
          id: rule,
          label: t('queryRule', { rule }),
          hint: t('queryRuleHint', { rule }),
        }))}
      />
      <RadioList
        {...field('recheckDays')}
        hint={t('recheckDaysHint')}
        options={RECHECKS.map((recheck) => ({ id: recheck, label: t('recheck', { recheck }) }))}
      />
      {(['stampCaptures', 'archiveCaptures'] as const).map((name) => (
        <RadioList
          key={name}
          {...field(name)}
          hint={t(`${name}Hint`)}
          options={SWITCH.map((state) => ({ id: state, label: t('witness', { state }) }))}
        />
      ))}
      <RadioList
        {...field('smallCounts')}
        hint={t('smallCountsHint', { least: LEAST_SHOWN })}
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
            {...field(`${rule}Rule`)}
            options={RULE_STRENGTHS.map((strength) => ({ id: strength, label: t('strength', { strength }) }))}
          />
        ))}
      </div>
      <PublishingFields field={field} />
      <Conflicts {...form.both} texts={TEXTS} label={(name) => labels[name as Field] ?? name} say={say} />
      <div className="flex flex-wrap items-center gap-3">
        {/* Pressed while the last save is under way it saves again, after it: no change is dropped. */}
        <Button type="submit" variant="prime">
          {common('save')}
        </Button>
        {form.isDraft ? <span className="text-xs text-soft">{t('notSaved')}</span> : null}
      </div>
    </form>
  );
}

const recheckOf = (days: number | null): Recheck => RECHECKS.find((recheck) => recheck === String(days)) ?? 'never';
