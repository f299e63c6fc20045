import { useTranslations } from 'next-intl';
import { WordDiff } from '#components/history/WordDiff.tsx';
import { Tag } from '#components/ui/Tag.tsx';
import type { ReturnDTO } from '#lib/reports/types-return.ts';

const TONES = { accepted: 'good', refused: 'bad', left: 'quiet', other: 'warn' } as const;

/** Of which report a copy is, what became of each suggested wording, and what else was done in it. */
export function ReturnNotes({ copy }: { readonly copy: ReturnDTO }) {
  const t = useTranslations('returned');
  const { report, preview, fixes, markedDone, takenOut, beyond } = copy;
  const isOlder = preview.basedOnNumber !== report.revision;
  return (
    <section aria-label={t('what')} className="mt-4 border-t border-rule pt-4">
      <p className="font-serif text-2xl">{t('of', { number: report.number, revision: report.revision })}</p>
      {isOlder ? <p className="mt-1 text-sm text-review">{t('older', { present: preview.basedOnNumber })}</p> : null}
      {fixes.length === 0 ? null : (
        <>
          <h2 className="mt-4 text-sm font-semibold">{t('fixes')}</h2>
          <ul className="mt-1.5">
            {fixes.map(({ claim, before, after, fate }) => (
              <li key={claim} className="border-t border-rule py-2">
                <p className="flex flex-wrap items-center gap-2 text-xs text-soft">
                  {t('claim', { number: claim })} <Tag tone={TONES[fate]}>{t(`fates.${fate}`)}</Tag>
                </p>
                <p className="mt-1 font-serif">
                  <WordDiff before={before} after={after} />
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      {markedDone.length > 0 ? <Note>{t('markedDone', numbers(markedDone))}</Note> : null}
      {takenOut.length > 0 ? <Note>{t('takenOut', numbers(takenOut))}</Note> : null}
      {beyond.length > 0 ? (
        <>
          <Note>{t('beyond')}</Note>
          <ul className="list-disc ps-5 font-serif">
            {beyond.map((words) => (
              <li key={words} className="wrap-anywhere">
                {words}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

const Note = ({ children }: { readonly children: string }) => <p className="mt-2 text-sm text-soft">{children}</p>;
const numbers = (list: readonly number[]) => ({ count: list.length, numbers: list.join(', ') });
