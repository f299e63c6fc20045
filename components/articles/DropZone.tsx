'use client';

import { FileText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';

type DropZoneProps = {
  readonly onFile: (file: File) => void;
  /** Left out where links are not taken. */
  readonly onLink?: (link: string) => void;
};

const LINKS = 'text/uri-list';
/** The first link that is held; a list of them may have lines of comment. */
const linkOf = (event: DragEvent) =>
  event.dataTransfer
    ?.getData(LINKS)
    .split(/\r?\n/)
    .find((line) => line !== '' && !line.startsWith('#'));

/** Takes a file, or a link, dropped anywhere on the page, and says so while one is held over it. */
export function DropZone({ onFile, onLink }: DropZoneProps) {
  const t = useTranslations('articles');
  const [isOver, setOver] = useState(false);
  const latest = useRef({ onFile, onLink });
  useEffect(() => {
    latest.current = { onFile, onLink };
  });
  const takesLinks = onLink !== undefined;
  useEffect(() => {
    // Entering a child leaves its parent, so the two are counted.
    let depth = 0;
    const isWanted = ({ dataTransfer: held }: DragEvent) =>
      held !== null && (held.types.includes('Files') || (takesLinks && held.types.includes(LINKS)));
    const listen = (type: 'dragenter' | 'dragleave' | 'dragover' | 'drop', heard: (event: DragEvent) => void) => {
      const listener = (event: DragEvent) => isWanted(event) && heard(event);
      window.addEventListener(type, listener);
      return () => window.removeEventListener(type, listener);
    };
    const show = (change: number) => {
      depth = Math.max(0, depth + change);
      setOver(depth > 0);
    };
    const stop = [
      listen('dragenter', () => show(1)),
      listen('dragleave', () => show(-1)),
      listen('dragover', (event) => event.preventDefault()),
      listen('drop', (event) => {
        event.preventDefault();
        show(-depth);
        const file = event.dataTransfer?.files[0];
        const link = file ? undefined : linkOf(event);
        if (file) latest.current.onFile(file);
        else if (link) latest.current.onLink?.(link);
      }),
    ];
    return () => {
      for (const end of stop) end();
    };
  }, [takesLinks]);
  if (!isOver) return null;
  return (
    <div aria-hidden="true" className="pointer-events-none fixed inset-0 z-50 grid place-items-center bg-veil p-6">
      <p className="flex items-center gap-3 rounded-xl border border-rule bg-sheet px-6 py-4 font-serif text-2xl shadow-float">
        <FileText className="size-5" />
        {t(takesLinks ? 'dropHereOrLink' : 'dropHere')}
      </p>
    </div>
  );
}
