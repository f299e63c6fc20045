import { useFormatter, useTranslations } from 'next-intl';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import type { NumbersDTO, StepDTO } from '#lib/numbers/types.ts';

const KINDS = ['firstVerdicts', 'secondReadings', 'settled'] as const;
type Kind = (typeof KINDS)[number];
const HEIGHT = 40;

/** What was done day by day or week by week: drawn, and as a table for whoever wants the numbers. */
export function NumbersSteps({ numbers }: { readonly numbers: NumbersDTO }) {
  const t = useTranslations('numbers');
  const format = useFormatter();
  const { steps, per } = numbers;
  const sum = (kind: Kind) => steps.reduce((total, step) => total + step[kind], 0);
  // One height for the three, so that they can be held against each other.
  const most = Math.max(1, ...steps.flatMap((step) => KINDS.map((kind) => step[kind])));
  const day = (value: string) => format.dateTime(new Date(`${value}T00:00:00Z`), 'dayShort', { timeZone: 'UTC' });
  return (
    <section>
      <p className="max-w-prose font-serif text-lg text-pretty">
        {t('summary', { verdicts: sum('firstVerdicts'), seconds: sum('secondReadings'), settled: sum('settled') })}
      </p>
      <div className="mt-4 grid gap-x-8 gap-y-5 page:grid-cols-3">
        {KINDS.map((kind) => (
          <figure key={kind}>
            <figcaption className="flex items-baseline justify-between text-sm text-soft">
              {t(kind)}
              <span className="figures font-semibold text-ink">{format.number(sum(kind), 'whole')}</span>
            </figcaption>
            <Bars steps={steps} kind={kind} most={most} />
          </figure>
        ))}
      </div>
      <details className="mt-3">
        <summary className="cursor-pointer text-sm text-soft">{t('steps', { per })}</summary>
        <Table caption={t('steps', { per })} className="mt-2">
          <thead>
            <tr>
              <Th>{t('day', { per })}</Th>
              {KINDS.map((kind) => (
                <Th key={kind} className="text-end">
                  {t(kind)}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.day}>
                <Td className="whitespace-nowrap">{day(step.day)}</Td>
                {KINDS.map((kind) => (
                  <Td key={kind} className="figures text-end">
                    {format.number(step[kind], 'whole')}
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </section>
  );
}

function Bars({
  steps,
  kind,
  most,
}: {
  readonly steps: readonly StepDTO[];
  readonly kind: Kind;
  readonly most: number;
}) {
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${steps.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="mt-1 block h-10 w-full border-b border-rule text-ink"
    >
      {steps.map((step, at) => {
        const height = (step[kind] / most) * HEIGHT;
        return (
          <rect key={step.day} x={at + 0.15} y={HEIGHT - height} width={0.7} height={height} fill="currentColor" />
        );
      })}
    </svg>
  );
}
