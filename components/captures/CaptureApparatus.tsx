'use client';

import { useTranslations } from 'next-intl';
import type { CaptureTextDTO } from '#lib/sources/types-captures.ts';
import { Heading } from './CaptureFacts.tsx';

/** What stands in a document beside its words: notes, comments, and changes that it keeps track of. */
export function CaptureApparatus({ text: { text, notes, changes } }: { text: CaptureTextDTO }) {
  const t = useTranslations('captures');
  return (
    <>
      {notes.length === 0 ? null : (
        <section aria-labelledby="notes">
          <Heading id="notes">{t('notes')}</Heading>
          <ul className="border-b border-rule text-sm">
            {notes.map(({ kind, start, end, author, text: words }) => (
              <li key={`${start} ${end} ${words}`} className="border-t border-rule py-2 wrap-anywhere">
                <p className="text-xs text-soft">
                  {[t('noteKind', { kind }), author, start < end && `“${text.slice(start, end)}”`]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                <p className="whitespace-pre-line">{words}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {changes.length === 0 ? null : (
        <section aria-labelledby="changes">
          <Heading id="changes">{t('changes')}</Heading>
          <ul className="border-b border-rule text-sm">
            {changes.map(({ kind, start, author, at, text: words }) => (
              <li key={`${kind} ${start} ${words}`} className="border-t border-rule py-2 wrap-anywhere">
                <p className="text-xs text-soft">
                  {[t('changeKind', { kind }), author, at?.slice(0, 10)].filter(Boolean).join(' · ')}
                </p>
                <p className="whitespace-pre-line">{words}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
