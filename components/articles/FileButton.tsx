import type { ReactNode } from 'react';
import { FILE_KINDS } from './post.ts';

/** Chooses a file, an article's. */
export function FileButton({ onFile, children }: { onFile: (file: File) => void; children: ReactNode }) {
  return (
    <label className="inline-flex min-h-9 cursor-pointer items-center rounded-md border border-rule bg-sheet px-3.5 py-1 text-sm font-medium hover:bg-wash has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
      {children}
      <input
        type="file"
        accept={FILE_KINDS}
        className="sr-only"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file);
          // The same file, mended meanwhile, may be chosen again.
          event.target.value = '';
        }}
      />
    </label>
  );
}
