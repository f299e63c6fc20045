'use client';

import { FileText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes a file dropped anywhere on the page, and says so while one is held over it. */
export function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const t = useTranslations('articles');
  const [isOver, setOver] = useState(false);
  const latest = useRef(onFile);
  useEffect(() => {
    latest.current = onFile;
  });
  useEffect(() => {
    // Entering a child leaves its parent, so the two are counted.
    let depth = 0;
    const listen = (type: 'dragenter' | 'dragleave' | 'dragover' | 'drop', heard: (event: DragEvent) => void) => {
      const listener = (event: DragEvent) => hasFiles(event) && heard(event);
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
        if (file) latest.current(file);
      }),
    ];
    return () => {
      for (const end of stop) end();
    };
  }, []);
  if (!isOver) return null;
  return (
    <div aria-hidden="true" className="pointer-events-none fixed inset-0 z-50 grid place-items-center bg-veil p-6">
      <p className="flex items-center gap-3 rounded-xl border border-rule bg-sheet px-6 py-4 font-serif text-2xl shadow-float">
        <FileText className="size-5" />
        {t('dropHere')}
      </p>
    </div>
  );
}
