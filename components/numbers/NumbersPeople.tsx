import { useFormatter, useTranslations } from 'next-intl';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import type { NumbersDTO } from '#lib/numbers/types.ts';

const COLUMNS = ['firstVerdicts', 'secondReadings', 'evidence'] as const;

/** What each did, and how alike each two judged, for those who may see it. What is too small to be shown says so. */
export function NumbersPeople({ numbers: { people, pairs, least } }: { readonly numbers: NumbersDTO }) {
  const t = useTranslations('numbers');
  const format = useFormatter();
  if (people === null || pairs === null) return null;
  const whole = (count: number | null) => (count === null ? t('few') : format.number(count, 'whole'));
  return (
    <section className="grid min-w-0 grid-cols-1 items-start gap-x-12 gap-y-8 desk:grid-cols-2">
      <div className="min-w-0">
        <h2 className="font-serif text-xl font-semibold">{t('byPerson')}</h2>
        <Table caption={t('byPerson')} className="mt-2">
          <thead>
            <tr>
              <Th>{t('person')}</Th>
              {COLUMNS.map((name) => (
                <Th key={name} className="text-end">
                  {t(name === 'evidence' ? 'evidenceAttached' : name)}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((one) => (
              <tr key={one.id}>
                <Td>{one.name}</Td>
                {COLUMNS.map((name) => (
                  <Td key={name} className="figures text-end">
                    {whole(one[name])}
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      {pairs.length === 0 ? null : (
        <div className="min-w-0">
          <h2 className="font-serif text-xl font-semibold">{t('byPair')}</h2>
          <Table caption={t('byPair')} className="mt-2">
            <thead>
              <tr>
                <Th>{t('pair')}</Th>
                <Th className="text-end">{t('claims')}</Th>
                <Th className="text-end">{t('same')}</Th>
                <Th className="text-end">{t('kappa')}</Th>
              </tr>
            </thead>
            <tbody>
              {pairs.map(({ id, names: [a, b], count, same, kappa }) => (
                <tr key={id}>
                  <Td>{t('pairNames', { a, b })}</Td>
                  <Td className="figures text-end">{whole(count)}</Td>
                  <Td className="figures text-end">{same === null ? t('noValue') : format.number(same, 'percent')}</Td>
                  <Td className="figures text-end">
                    {kappa === null ? t('noValue') : format.number(kappa, 'coefficient')}
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
      {least > 0 ? <p className="text-sm text-soft desk:col-span-2">{t('fewHint', { least })}</p> : null}
    </section>
  );
}
