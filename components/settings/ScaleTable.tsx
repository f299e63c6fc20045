import { useTranslations } from 'next-intl';
import type { ScaleStepDTO } from '#lib/settings/types.ts';
import { markOfRating } from '#lib/standing/rules-coverage.ts';
import { cx } from '../ui/cx.ts';
import { Table, Td, Th } from '../ui/Table.tsx';
import { Tag } from '../ui/Tag.tsx';
import { StepMenu } from './StepMenu.tsx';

/** The desk's scale; with deeds on each step for whoever may change it. */
export function ScaleTable({ scale, isEditable }: { scale: readonly ScaleStepDTO[]; isEditable: boolean }) {
  const t = useTranslations('settings');
  const active = scale.filter((step) => !step.archived);
  return (
    <Table caption={t('scale')} className="relative">
      <thead>
        <tr>
          <Th>{t('rating')}</Th>
          <Th className="max-phone:hidden">{t('meaning')}</Th>
          <Th className="text-end phone:pe-6">{t('value')}</Th>
          <Th>{t('standsColumn')}</Th>
          {isEditable ? (
            <Th>
              <span className="sr-only">{t('deeds')}</span>
            </Th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {scale.map((step) => (
          <tr key={step.id} className={cx(step.archived && 'text-soft')}>
            <Td className="align-middle font-medium phone:whitespace-nowrap">
              {step.label}
              <span className="block text-xs font-normal text-soft phone:hidden">{step.description}</span>
            </Td>
            <Td className="min-w-52 align-middle text-soft max-phone:hidden">{step.description}</Td>
            <Td className="figures text-end align-middle phone:pe-6">{step.value}</Td>
            <Td className="align-middle whitespace-nowrap">
              <Standing step={step} />
            </Td>
            {isEditable ? (
              <Td className="py-1 text-end align-middle">
                <StepMenu step={step} isFirst={active[0]?.id === step.id} isLast={active.at(-1)?.id === step.id} />
              </Td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

const TONES = { stands: 'good', unrated: 'plain', wrong: 'bad' } as const;

function Standing({ step }: { step: ScaleStepDTO }) {
  const t = useTranslations('settings');
  if (step.archived) return <Tag tone="quiet">{t('outOfUse')}</Tag>;
  const mark = markOfRating(step);
  return <Tag tone={TONES[mark]}>{t('standing', { mark })}</Tag>;
}
