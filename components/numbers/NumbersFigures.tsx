import { useFormatter, useTranslations } from 'next-intl';
import type { NumbersDTO } from '#lib/numbers/types.ts';
import { useDuration } from './use-duration.ts';

/** How quickly the desk judged, and what came of it. */
export function NumbersFigures({ numbers }: { readonly numbers: NumbersDTO }) {
  const t = useTranslations('numbers');
  const format = useFormatter();
  const duration = useDuration();
  const { toVerdict, toSettled, settled, fixes } = numbers;
  const part = (count: number) =>
    settled.count === 0 ? t('noValue') : format.number(count / settled.count, 'percent');
  const figures = [
    [
      t('toVerdict'),
      duration(toVerdict.median),
      `${t('toVerdictHint')}, ${t('middle', { ninetieth: duration(toVerdict.ninetieth) })}`,
    ],
    [
      t('toSettled'),
      duration(toSettled.median),
      `${t('toSettledHint')}, ${t('middle', { ninetieth: duration(toSettled.ninetieth) })}`,
    ],
    [t('wrong'), format.number(settled.wrong, 'whole'), t('wrongHint', { count: settled.count })],
    [
      t('evidence'),
      part(settled.withEvidence),
      t('evidenceHint', { count: settled.count, primary: settled.withPrimary, capture: settled.withCapture }),
    ],
    [
      t('fixes'),
      format.number(fixes.proposed, 'whole'),
      t('fixesHint', { accepted: fixes.accepted, refused: fixes.refused }),
    ],
  ] as const;
  return (
    <dl className="grid gap-x-8 gap-y-6 border-t border-rule pt-6 phone:grid-cols-2 page:grid-cols-3">
      {figures.map(([name, value, hint]) => (
        <div key={name}>
          <dt className="text-sm text-soft">{name}</dt>
          <dd>
            <span className="figures font-serif text-2xl font-medium">{value}</span>
            <span className="mt-0.5 block text-sm text-pretty text-soft">{hint}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
