'use client';

import common from '../messages/en/common.json';
import errors from '../messages/en/errors.json';
import './globals.css';

/**
 * When the root layout itself fails there is no language, no theme and no provider: English, and the system's paper.
 * The page is made at build time, before there is a nonce, so its button is a form that needs no script: it loads the
 * same address again.
 */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <title>{errors.title}</title>
        <main className="mx-auto flex max-w-md flex-col items-center gap-3 px-4 py-14 text-center">
          <h1 className="font-serif text-2xl font-medium">{errors.title}</h1>
          <p className="text-sm text-soft">{errors.body}</p>
          <form>
            <button type="submit" className="rounded-md border border-rule px-3.5 py-1.5 text-sm">
              {common.tryAgain}
            </button>
          </form>
        </main>
      </body>
    </html>
  );
}
