import { useFormatter, useTranslations } from 'next-intl';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import type { Estimate } from '#lib/numbers/rules-agreement.ts';
import type { NumbersDTO } from '#lib/numbers/types.ts';

const MODES = ['blind', 'open'] as const;

/** How alike first and second readers judged, blind and in the open, and on which ratings. */
export function NumbersAgreement({ numbers }: { readonly numbers: NumbersDTO }) {
  const t = useTranslations('numbers');
  const { agreement, byRating } = numbers;
  const coefficient = useEstimate('coefficient');
  const part = useEstimate('percent');
  const format = useFormatter();
  const count = agreement.blind.count + agreement.open.count;
  return (
    <section className="min-w-0">
      <h2 className="font-serif text-xl font-semibold">{t('agreement')}</h2>
      <p className="mt-0.5 max-w-prose text-sm text-pretty text-soft">{t(count === 0 ? 'none' : 'agreementLead')}</p>
      {count === 0 ? null : (
        <>
          <Table caption={t('agreement')} className="mt-3">
            <thead>
              <tr>
                <Th>{t('mode')}</Th>
                {(['claims', 'same', 'kappa', 'alpha', 'alphaOrdinal'] as const).map((name) => (
                  <Th key={name} className="text-end max-phone:whitespace-normal">
                    {t(name)}
                  </Th>
                ))}
              </tr>
            </thead>
            <tbody>
              {MODES.filter((mode) => agreement[mode].count > 0).map((mode) => (
                <tr key={mode}>
                  <Td className="min-w-24 phone:min-w-44">
                    {t(mode)}
                    <span className="block text-xs text-soft max-phone:hidden">{t(`${mode}Hint`)}</span>
                  </Td>
                  <Td className="figures text-end">{format.number(agreement[mode].count, 'whole')}</Td>
                  <Td className="figures text-end phone:whitespace-nowrap">{part(agreement[mode].same)}</Td>
                  <Td className="figures text-end phone:whitespace-nowrap">{coefficient(agreement[mode].kappa)}</Td>
                  <Td className="figures text-end phone:whitespace-nowrap">{coefficient(agreement[mode].alpha)}</Td>
                  <Td className="figures text-end phone:whitespace-nowrap">
                    {coefficient(agreement[mode].alphaOrdinal)}
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
          <h3 className="mt-6 font-serif text-lg font-semibold">{t('byRating')}</h3>
          <p className="mt-0.5 text-sm text-soft">{t('byRatingHint')}</p>
          <Table caption={t('byRating')} className="mt-2 max-w-lg">
            <thead>
              <tr>
                <Th>{t('rating')}</Th>
                <Th className="text-end">{t('claims')}</Th>
                <Th className="text-end">{t('alike')}</Th>
              </tr>
            </thead>
            <tbody>
              {byRating.map(({ label, value, given }) => (
                <tr key={label}>
                  <Td>{label}</Td>
                  <Td className="figures text-end">{format.number(given, 'whole')}</Td>
                  <Td className="figures text-end">{format.number(value, 'percent')}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </>
      )}
    </section>
  );
}

/** An estimate as it is printed: with its interval, where there is one. */
function useEstimate(style: 'coefficient' | 'percent'): (estimate: Estimate | null) => string {
  const t = useTranslations('numbers');
  const format = useFormatter();
  const print = (value: number) => format.number(value, style);
  return (estimate) => {
    if (estimate === null) return t('noValue');
    const { value, low, high } = estimate;
    if (low === null || high === null) return print(value);
    return t('interval', { value: print(value), low: print(low), high: print(high) });
  };
}
