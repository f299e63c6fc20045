import { useFormatter, useTranslations } from 'next-intl';
import type { CaptureDTO, CheckOutcome } from '#lib/sources/types-captures.ts';

const KILO = 1024;

/** A size in the unit that fits it. */
export function useSize(): (bytes: number) => string {
  const format = useFormatter();
  return (bytes) =>
    bytes < KILO * KILO
      ? format.number(Math.ceil(bytes / KILO), { style: 'unit', unit: 'kilobyte' })
      : format.number(bytes / KILO / KILO, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
}

/** What kind of document a capture is: by what was read, else a picture. */
export function useKind(): (capture: Pick<CaptureDTO, 'reading'>) => string {
  const t = useTranslations('reader');
  return ({ reading }) => t(`kinds.${reading?.kind ?? 'picture'}`);
}

/** How what a check found is drawn. */
export const OUTCOME_TONES = { same: 'good', changed: 'warn', gone: 'bad' } as const satisfies Record<
  CheckOutcome,
  string
>;

/** An address without what every address has. */
export const shortAddress = (address: string): string =>
  address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
