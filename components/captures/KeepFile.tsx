'use client';

import { FileUp, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { cx } from '#components/ui/cx.ts';
import { ProgressBar } from '#components/ui/ProgressBar.tsx';
import type { Upload, Uploads } from './use-uploads.ts';

const KINDS = '.pdf,.docx,.odt,.html,.htm,.txt,.md,.csv,.xlsx,.vtt,.srt,.png,.jpg,.jpeg,.webp,.gif';

/** Chooses files to keep. */
export function KeepFileButton({
  onFiles,
  isSmall = false,
}: {
  onFiles: (files: Iterable<File>) => void;
  isSmall?: boolean;
}) {
  const t = useTranslations('captures');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...(isSmall && { size: 'small' as const })} onPress={() => input.current?.click()}>
        <FileUp aria-hidden="true" className="size-4 text-soft" />
        {t('keepFile')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label={t('keepFile')}
        accept={KINDS}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file, mended meanwhile, may be chosen again.
          event.target.value = '';
        }}
      />
    </>
  );
}

/** A part of the page on which files may be dropped. */
export function DropPlace({
  onFiles,
  children,
}: {
  onFiles: ((files: Iterable<File>) => void) | null;
  children: ReactNode;
}) {
  const t = useTranslations('captures');
  // What is dragged enters a part before it leaves the one around it.
  const [depth, setDepth] = useState(0);
  if (!onFiles) return children;
  const withFiles = (deed: () => void) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    deed();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what can be dropped can be chosen by a button inside, too
    <div
      className={cx('relative rounded-md', depth > 0 && 'outline-2 outline-offset-4 outline-focus outline-dashed')}
      onDragEnter={withFiles(() => setDepth((now) => now + 1))}
      onDragLeave={withFiles(() => setDepth((now) => Math.max(0, now - 1)))}
      onDragOver={withFiles(() => undefined)}
      onDrop={(event) => {
        const { files } = event.dataTransfer;
        withFiles(() => {
          setDepth(0);
          onFiles([...files]);
        })(event);
      }}
    >
      {children}
      {depth > 0 ? (
        <div className="pointer-events-none absolute inset-0 rounded-md bg-sheet/90">
          <p className="sticky top-1/2 py-10 text-center text-sm font-medium">{t('dropHere')}</p>
        </div>
      ) : null}
    </div>
  );
}

/** A file on its way, or why it did not go. */
export function UploadLine({ upload, onDrop }: { upload: Upload; onDrop: Uploads['drop'] }) {
  const t = useTranslations('captures');
  const { name, share, problem, key } = upload;
  if (problem === null)
    return (
      <div className="flex items-center gap-4 rounded-md bg-wash px-3 py-2.5">
        <ProgressBar className="min-w-0 flex-1 wrap-anywhere" label={t('sending', { name })} value={share * 100} />
        <Button size="small" onPress={() => onDrop(key)}>
          {t('cancel')}
        </Button>
      </div>
    );
  return (
    <div className="flex items-start gap-2 rounded-md border border-wrong/40 py-1.5 ps-3 pe-1.5 text-sm">
      <p role="alert" className="min-w-0 flex-1 py-1 text-pretty wrap-anywhere">
        <strong className="font-semibold text-wrong">{t('notSent', { name })}</strong>{' '}
        {typeof problem === 'string' ? t(`problems.${problem}`) : problem.words}
      </p>
      <Button size="small" variant="quiet" aria-label={t('dismiss', { name })} onPress={() => onDrop(key)}>
        <X aria-hidden="true" className="size-4" />
      </Button>
    </div>
  );
}
