'use client';

import { useTranslations } from 'next-intl';
import { useStore } from '#components/galley/store-context.tsx';
import { openReader } from '#components/reader/open.ts';
import { Button } from '#components/ui/Button.tsx';
import { cx } from '#components/ui/cx.ts';
import type { EvidenceDTO } from '#lib/evidence/types.ts';
import type { QuoteMark as Mark, QuoteDifference } from '#lib/sources/types-captures.ts';

const TONES = { exact: 'text-stands', broken: 'text-stands', close: 'text-review', not_found: 'text-wrong' } as const;

/** How words were found in a capture, and in what they differ from it. */
export function Found({ check, difference }: { check: Mark; difference: readonly QuoteDifference[] }) {
  const t = useTranslations('reader');
  const words = difference.map(({ quote, source }) =>
    t(`differs.${quote === '' ? 'leftOut' : source === '' ? 'putIn' : 'changed'}`, { quote, source }),
  );
  return (
    <>
      <span className={cx('font-semibold', TONES[check])}>{t(`marksOn.${check}`)}</span>
      {words.length > 0 ? `: ${words.join('; ')}` : null}
    </>
  );
}

/** How a piece of evidence's words were found in the capture, and the way to them. */
export function QuoteMark({ item }: { item: EvidenceDTO }) {
  const t = useTranslations('reader');
  const { source, place, locator, quote, quoteCheck } = item;
  if (place === null && quoteCheck === null && quote === null) return null;
  return (
    <>
      {place === null ? null : (
        <>
          <ToPlace sourceId={source.id} place={place} locator={locator} />
          {' · '}
        </>
      )}
      {quoteCheck === null ? t('marksOn.unchecked') : <Found check={quoteCheck} difference={item.quoteDifference} />}
      {item.standsAt === null ? null : <span className="text-review">, {t('standsAt', { place: item.standsAt })}</span>}
      {' · '}
    </>
  );
}

type ToPlaceProps = {
  readonly sourceId: string;
  readonly place: NonNullable<EvidenceDTO['place']>;
  readonly locator: string | null;
};

/** Opens the source at words of it. */
export function ToPlace({ sourceId, place, locator }: ToPlaceProps) {
  const t = useTranslations('reader');
  const store = useStore();
  return (
    <Button
      variant="link"
      size="small"
      className="-mx-2.75 -my-1.5"
      aria-label={locator ? `${locator}: ${t('openThere')}` : t('openThere')}
      onPress={() =>
        openReader(store, {
          sourceId,
          captureId: place.captureId,
          at: { start: place.start, end: place.end, isOffered: false },
        })
      }
    >
      {locator ?? t('openThere')}
    </Button>
  );
}
