'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Found } from '#components/evidence/QuoteMark.tsx';
import { isQuotation } from '#lib/standing/rules-desk.ts';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';
import type { BesideDTO, FiguresBesideDTO } from '#lib/workbench/types-passages.ts';

/** The claim's figures and quotations beside its evidence, with the difference worked out: help for who judges, never a verdict. */
export function FiguresBeside({ detail }: { detail: ClaimDetailDTO }) {
  const t = useTranslations('reader');
  const { figures, said } = useBeside(detail);
  if (figures.length === 0 && said.length === 0) return null;
  return (
    <section aria-label={t('besideTitle')} className="mt-4">
      <h3 className="text-xs font-semibold text-soft">{t('besideTitle')}</h3>
      <ul className="figures mt-1 flex flex-col gap-1 rounded-lg bg-wash px-3 py-2 text-sm">
        {figures.map((figure) => (
          <li key={`${figure.number} ${figure.claim} ${figure.evidence}`}>
            <span className="text-soft">[{figure.number}]</span>{' '}
            {t('figures.line', { claim: figure.claim, evidence: figure.evidence })}: <Fit figure={figure} />
          </li>
        ))}
        {said.map((one) => (
          <li key={`${one.evidence} ${one.words}`}>
            <span className="text-soft">[{one.evidence}]</span> {t('saidIn', { words: one.words })}:{' '}
            <Found check={one.check} difference={one.difference} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Fit({ figure }: { figure: FiguresBesideDTO }) {
  const t = useTranslations('reader');
  const { fit, obstacle, allows } = figure;
  const difference = useDifference(figure);
  if (fit === 'not-compared')
    return <span className="text-soft">{obstacle === null ? null : t(`figures.obstacle.${obstacle}`)}</span>;
  return (
    <>
      {difference === null ? null : (
        <>
          <strong className="font-semibold">{difference}</strong>;{' '}
        </>
      )}
      {t(`figures.fit.${fit === 'covered' ? (allows?.by ?? 'rounding') : fit}`)}
    </>
  );
}

/** How far the evidence is from the claim, in words; null where there is no distance. */
function useDifference({ difference }: FiguresBesideDTO): string | null {
  const t = useTranslations('reader');
  if (!difference || difference.absolute === 0) return null;
  const side = difference.absolute > 0 ? 'over' : 'under';
  const by = (value: number) => Number(Math.abs(value).toPrecision(2));
  if (difference.inPoints) return t('figures.points', { by: by(difference.absolute), side });
  if (difference.relative !== null) return t('figures.share', { by: by(difference.relative * 100), side });
  return t('figures.absolute', { by: by(difference.absolute), side });
}

const NONE: BesideDTO = { figures: [], said: [] };

/** Asked for where both sides can have something to compare; asked for anew when either has changed. */
function useBeside({ claim, quote, sentence, figures, evidence }: ClaimDetailDTO): BesideDTO {
  const [found, setFound] = useState({ of: '', beside: NONE });
  const quoted = evidence.filter((item) => !item.withdrawn);
  const hasFigures = figures.length > 0 && quoted.some((item) => item.quote !== null);
  const of =
    quoted.length === 0 || !(hasFigures || isQuotation(quote, sentence))
      ? ''
      : JSON.stringify([
          claim.id,
          claim.version,
          figures,
          quoted.map((item) => [item.id, item.version, item.quoteCheck]),
        ]);
  useEffect(() => {
    if (of === '') return;
    const stop = new AbortController();
    fetch(`/api/claims/${claim.id}/figures`, { headers: { accept: 'application/json' }, signal: stop.signal })
      .then(async (response) => {
        if (response.ok) setFound({ of, beside: (await response.json()) as BesideDTO });
      })
      // Without them nothing is missing that one could not work out.
      .catch(() => undefined);
    return () => stop.abort();
  }, [of, claim.id]);
  return found.of === of ? found.beside : NONE;
}
