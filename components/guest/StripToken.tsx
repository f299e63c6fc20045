'use client';

import { useEffect } from 'react';

/** Takes a token out of the address where the link was opened here before: who looks at the screen, or finds the page in a list later, has no use for it. */
export function StripToken() {
  useEffect(() => {
    if (/^#[\w-]{43}$/.test(window.location.hash)) window.history.replaceState(null, '', window.location.pathname);
  }, []);
  return null;
}
